package org.zhunsheng.events;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.record.DecisionLog;

/** The feed and the following up of later facts, as the service uses them. */
@Singleton
final class OpenedEvents {

    private static final Logger LOG = Logger.getLogger(OpenedEvents.class);

    private final Database database;
    private final Following following;
    private final Duration pause;
    private volatile boolean closing;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "events");
        made.setDaemon(true);
        return made;
    });

    OpenedEvents(Database database, DecisionLog log, Instance<Renewal> renewals, @ConfigProperty(name = "zhunsheng.events.look") Duration pause) {
        this.database = database;
        this.following = new Following(database, log, renewals.stream().toList(), Clock.systemUTC(), Following.Portions.USUAL);
        this.pause = pause;
    }

    @Produces
    @Singleton
    Feed feed() {
        return new Feed(database);
    }

    void open(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        thread.scheduleWithFixedDelay(this::follow, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails because of the database is tried again later; an exception would end the looking. */
    private void follow() {
        try {
            while (!closing && following.step()) {
                // until nothing is left to be done
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("later facts not followed up, to be tried again: %s", failed.getMessage());
        }
    }

    /** Before the record closes, which is asked for the decisions. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        closing = true;
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
