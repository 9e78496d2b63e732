package org.zhunsheng.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;

/** The roles as the service uses them: there from the start, and looked after for what other instances change. */
@Singleton
final class OpenedRoles {

    private static final Logger LOG = Logger.getLogger(OpenedRoles.class);

    private final RoleStore store;
    private final Roles roles;
    private final boolean newcomer;
    private final Duration pause;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "roles");
        thread.setDaemon(true);
        return thread;
    });

    OpenedRoles(Database database, TrustedIssuer issuer, @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> url,
            @ConfigProperty(name = "zhunsheng.roles.refresh") Duration pause) {
        this.store = new RoleStore(database);
        this.roles = new Roles(store);
        this.newcomer = url.isEmpty() && issuer.isLocal();
        this.pause = pause;
    }

    @Produces
    @Singleton
    RoleStore store() {
        return store;
    }

    @Produces
    @Singleton
    Roles roles() {
        return roles;
    }

    /** A service that does not know who may do what must not come up. */
    void load(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) throws SQLException {
        if (newcomer && store.found(Founding.localUsers())) {
            LOG.info("roles founded for local users");
        }
        roles.refresh();
        looking.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is held goes on to be used while the database does not answer; an exception would end the looking. */
    private void look() {
        try {
            if (roles.refresh()) {
                LOG.info("roles changed elsewhere are in force");
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("roles not refreshed: %s", failed.getMessage());
        }
    }

    /** Before the database closes. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        looking.shutdownNow();
        looking.awaitTermination(5, TimeUnit.SECONDS);
    }
}
