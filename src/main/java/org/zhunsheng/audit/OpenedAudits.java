package org.zhunsheng.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.proof.Log;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.rulebase.RuleBases;

/**
 * Audits as the service makes them: once in a night, and when somebody asks. A service that was down at the hour makes up for it, which is
 * why it looks again and again instead of having a timetable.
 */
@Singleton
final class OpenedAudits {

    private static final Logger LOG = Logger.getLogger(OpenedAudits.class);

    private final Auditing auditing;
    private final LocalTime at;
    private final Duration pause;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile Audit newest;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "audit");
        made.setDaemon(true);
        return made;
    });

    OpenedAudits(Database database, DecisionLog record, Log log, Instance<Renewal> renewals, RuleBases bases, MeterRegistry meters,
            @ConfigProperty(name = "zhunsheng.audit.at") LocalTime at, @ConfigProperty(name = "zhunsheng.audit.look") Duration pause) {
        this.auditing = new Auditing(database, record, log, renewals.stream().toList(), bases);
        this.at = at;
        this.pause = pause;
        gauge(meters, "zhunsheng.audit.holds", "1 where the last audit found record and log as they were written, 0 where not", audit -> audit.holds() ? 1 : 0);
        gauge(meters, "zhunsheng.audit.age", "Seconds since the last audit ended", audit -> Duration.between(audit.endedAt(), Instant.now()).toSeconds());
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Audit> value) {
        Gauge.builder(name, () -> newest == null ? Double.NaN : value.applyAsDouble(newest)).description(description).register(meters);
    }

    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        thread.execute(this::refresh);
        thread.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** As this instance knows it. */
    Optional<Audit> known() {
        return Optional.ofNullable(newest);
    }

    Optional<Audit> newest() throws SQLException {
        return auditing.newest();
    }

    boolean isRunning() {
        return running.get();
    }

    /** Now, beside everything else; where one is under way already, its result will do. */
    void begin(String by) {
        if (running.compareAndSet(false, true)) {
            thread.execute(() -> audit(() -> auditing.asked(by)));
        }
    }

    private void look() {
        refresh();
        LocalDateTime now = LocalDateTime.now(BeijingTime.ZONE);
        if (!now.toLocalTime().isBefore(at) && running.compareAndSet(false, true)) {
            audit(() -> auditing.ofNight(now.toLocalDate()));
        }
    }

    /** Another instance may have made it. */
    private void refresh() {
        try {
            newest = auditing.newest().orElse(null);
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("last audit not read: %s", failed.getMessage());
        }
    }

    private interface Work {
        Optional<Audit> done() throws SQLException;
    }

    /** What fails because of the database is tried again later; an exception would end the looking. */
    private void audit(Work work) {
        try {
            work.done().ifPresent(audit -> {
                newest = audit;
                if (audit.holds()) {
                    LOG.infof("audit %s: %d decisions and %d log entries hold", audit.id(), audit.decisions(), audit.entries());
                } else {
                    LOG.errorf("audit %s: THE RECORD DOES NOT HOLD, see GET /v1/audits/latest", audit.id());
                }
            });
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("no audit, to be tried again: %s", failed.getMessage());
        } finally {
            running.set(false);
        }
    }

    /** Before the record closes, which is asked for the decisions. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
