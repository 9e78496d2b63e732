package org.zhunsheng.editions;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhunsheng.affected.Affected;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.database.Database;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.rulebase.RuleBases;

/** The editions as the service uses them, and its looking for what is due, here or by another instance. */
@Singleton
final class OpenedEditions {

    private static final Logger LOG = Logger.getLogger(OpenedEditions.class);

    private final Publication publication;
    private final Editions editions;
    private final Differences differences;
    private final Approvals approvals;
    private final Trials trials;
    private final Affected affected;
    private final Duration pause;
    private final Hearing hearing;
    private final Thread looking = new Thread(this::work, "editions");
    private volatile boolean closed;

    OpenedEditions(Database database, RuleBases bases, RuleBaseStore kept, Cases cases, DecisionLog record, Ids ids, Affected affected,
            @ConfigProperty(name = "zhunsheng.tables.look") Duration pause) {
        EditionStore store = new EditionStore(database);
        Proving proving = new Proving(kept, bases);
        this.publication = new Publication(store, new TenureStore(database), bases, proving, Clock.systemUTC());
        this.editions = new Editions(database, store, bases, publication, cases);
        this.differences = new Differences(editions);
        this.approvals = new Approvals(store, proving, bases, editions, publication, cases);
        this.trials = new Trials(editions, bases, kept, record, ids);
        this.affected = affected;
        this.pause = pause;
        this.hearing = new Hearing(database);
        looking.setDaemon(true);
    }

    @Produces
    @Singleton
    Publication publication() {
        return publication;
    }

    @Produces
    @Singleton
    Editions editions() {
        return editions;
    }

    @Produces
    @Singleton
    Differences differences() {
        return differences;
    }

    @Produces
    @Singleton
    Trials trials() {
        return trials;
    }

    @Produces
    @Singleton
    Approvals approvals() {
        return approvals;
    }

    /** A service that does not decide by what is in force must not come up. */
    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) throws SQLException {
        publication.look();
        affected.begin(trials, pause.toMillis());
        looking.start();
    }

    /** Each time somebody takes a step, and from time to time: what is scheduled nobody calls out. */
    private void work() {
        try (hearing) {
            lookAhead();
            while (!closed) {
                hearing.await(pause);
                look();
            }
        } catch (InterruptedException closing) {
            // nothing is looked for any more
        }
    }

    /** What decides goes on deciding while the database does not answer; an exception would end the looking. */
    private void look() {
        try {
            publication.look();
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("editions not looked for: %s", failed.getMessage());
        }
    }

    private void lookAhead() {
        try {
            publication.lookAhead();
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("editions not looked at ahead: %s", failed.getMessage());
        }
    }

    /** Before the database closes. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        approvals.close();
        closed = true;
        looking.join(Duration.ofSeconds(5).toMillis());
    }
}
