package org.zhunsheng.guides;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;

/** The guides as the service uses them: there from the start, and looked after for what other instances enter. */
@Singleton
final class OpenedGuides {

    private static final Logger LOG = Logger.getLogger(OpenedGuides.class);

    private final Guides guides;
    private final Duration pause;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "guides");
        thread.setDaemon(true);
        return thread;
    });

    OpenedGuides(Database database, @ConfigProperty(name = "zhunsheng.guides.refresh") Duration pause) {
        this.guides = new Guides(new GuideStore(database));
        this.pause = pause;
    }

    @Produces
    @Singleton
    Guides guides() {
        return guides;
    }

    /** A service that does not know its guides must not come up. */
    void load(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) throws SQLException {
        guides.refresh();
        looking.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What is held goes on to be used while the database does not answer; an exception would end the looking. */
    private void look() {
        try {
            if (guides.refresh()) {
                LOG.info("guides entered elsewhere are in force");
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("guides not refreshed: %s", failed.getMessage());
        }
    }

    /** Before the database closes. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        looking.shutdownNow();
        looking.awaitTermination(5, TimeUnit.SECONDS);
    }
}
