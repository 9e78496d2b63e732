package org.zhunsheng.affected;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.record.DecisionLog;

/** The runs over the record as the service makes them. */
@Singleton
final class OpenedAffected {

    private final Affected affected;

    OpenedAffected(Database database, DecisionLog record, Evaluations evaluations, @ConfigProperty(name = "zhunsheng.affected.threads") Optional<Integer> threads) {
        this.affected = new Affected(database, record, evaluations, threads.orElse(Runtime.getRuntime().availableProcessors()));
    }

    @Produces
    @Singleton
    Affected affected() {
        return affected;
    }

    /** Before the record and the database close. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        affected.close();
    }
}
