package org.zhunsheng.search;

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

/** The search and what fills its index, as the service uses them. */
@Singleton
final class OpenedSearch {

    private static final Logger LOG = Logger.getLogger(OpenedSearch.class);
    private static final int BATCH = 256;

    private final Search search;
    private final Follower follower;
    private final Duration pause;
    private volatile boolean closing;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "search-index");
        made.setDaemon(true);
        return made;
    });

    OpenedSearch(Database database, @ConfigProperty(name = "zhunsheng.search.look") Duration pause) {
        this.search = new Search(database);
        this.follower = new Follower(database, BATCH);
        this.pause = pause;
    }

    @Produces
    @Singleton
    Search search() {
        return search;
    }

    void open(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        thread.scheduleWithFixedDelay(this::follow, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Rests after each batch as long as that took: whoever records goes first. What fails is tried again; an exception would end the looking. */
    private void follow() {
        try {
            long begun = System.nanoTime();
            while (!closing && follower.step()) {
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - begun);
                begun = System.nanoTime();
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("index of the search not continued, to be tried again: %s", failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        closing = true;
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
