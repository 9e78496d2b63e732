package org.zhunsheng.proof;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.database.Database;

/** The log as the service uses it. */
@Singleton
final class OpenedLog {

    private final Log log;

    OpenedLog(Database database, @ConfigProperty(name = "zhunsheng.log.keys") Path keys, @ConfigProperty(name = "zhunsheng.log.origin") Optional<String> origin,
            @ConfigProperty(name = "zhunsheng.log.pause") Duration pause, @ConfigProperty(name = "zhunsheng.log.batch") int batch) {
        this.log = Log.of(database, keys, origin, pause, batch);
    }

    @Produces
    @Singleton
    Log log() {
        return log;
    }

    /** It waits for the database by itself, beside the rest of the start. */
    void begin(@Observes StartupEvent start) {
        log.begin();
    }

    /** Before the database closes. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        log.close();
    }
}
