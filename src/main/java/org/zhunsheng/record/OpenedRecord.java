package org.zhunsheng.record;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.database.Database;

/** The record as the service uses it. */
@Singleton
final class OpenedRecord {

    private final Database database;
    private final DecisionLog log;

    OpenedRecord(Database database, MeterRegistry meters,
            @ConfigProperty(name = "zhunsheng.record.queue") int queue,
            @ConfigProperty(name = "zhunsheng.record.batch") int batch,
            @ConfigProperty(name = "zhunsheng.record.writers") int writers) {
        this.database = database;
        this.log = new DecisionLog(database, new DecisionLog.Limits(queue, batch, writers), meters);
    }

    @Produces
    @Singleton
    DecisionLog log() {
        return log;
    }

    @Produces
    @Singleton
    JudgementLog judgements() {
        return new JudgementLog(database);
    }

    @Produces
    @Singleton
    RuleBaseStore ruleBases(Attestation attestation) {
        return new RuleBaseStore(database, attestation);
    }

    @Produces
    @Singleton
    Ids ids() {
        return new Ids(Clock.systemUTC());
    }

    /** Its metrics are there from the start, not from the first decision. */
    void open(@Observes StartupEvent start) {
        // constructing this bean opened it
    }

    /** Before the database closes: requests still under way are answered. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        log.close();
    }
}
