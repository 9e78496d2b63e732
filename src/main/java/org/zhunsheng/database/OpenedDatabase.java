package org.zhunsheng.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the database with the service and closes it with the service. What loads at start observes StartupEvent without a
 * priority, that is between our two observers, and so beside the opening of the database.
 */
@Singleton
final class OpenedDatabase {

    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;

    private final Database database;

    OpenedDatabase(Config config, @ConfigProperty(name = "zhunsheng.database.connections") int connections) {
        database = DatasourceKeys.database(config, connections);
    }

    @Produces
    @Singleton
    Database database() {
        return database;
    }

    void begin(@Observes @Priority(FIRST) StartupEvent start) {
        // constructing this bean set it off
    }

    /** A service that cannot record must not come up. */
    void end(@Observes @Priority(LAST) StartupEvent start) {
        database.await();
    }

    void close(@Observes @Priority(LAST) ShutdownEvent stop) throws IOException {
        database.close();
    }
}
