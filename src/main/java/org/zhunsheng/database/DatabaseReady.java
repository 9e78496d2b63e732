package org.zhunsheng.database;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that a decision could be recorded: reachable, and no standby. */
@Readiness
@Singleton
final class DatabaseReady implements HealthCheck {

    private final Database database;

    DatabaseReady(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("database");
        try {
            return response.status(database.writable()).build();
        } catch (SQLException unreachable) {
            return response.down().withData("error", unreachable.getMessage()).build();
        }
    }
}
