package org.zhunsheng.law;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.RuleBases;

/**
 * The official texts as the service uses them. What stands in the folder at the start is held against what was last seen; from then on this
 * instance compares only what changed in its own folder, so that two instances with different folders do not take turns.
 */
@Singleton
final class OpenedLaw {

    private static final Logger LOG = Logger.getLogger(OpenedLaw.class);

    private final TextFolder folder;
    private final OfficialTexts texts = new OfficialTexts();
    private final LawChanges changes;
    private final Duration pause;
    private SortedMap<Article, Wording> taken;
    private SortedMap<Article, Wording> seen;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "official-texts");
        thread.setDaemon(true);
        return thread;
    });

    OpenedLaw(Database database, RuleBases bases, Ids ids, MeterRegistry meters, @ConfigProperty(name = "zhunsheng.texts") Optional<Path> texts,
            @ConfigProperty(name = "zhunsheng.texts.look") Duration pause) {
        this.folder = new TextFolder(texts.orElse(null));
        this.changes = new LawChanges(database, bases, ids, this.texts);
        this.pause = pause;
        Gauge.builder("zhunsheng.law.unreviewed", this.texts, OfficialTexts::unreviewed).description("Articles whose official text changed and nobody reviewed")
                .register(meters);
    }

    @Produces
    @Singleton
    OfficialTexts texts() {
        return texts;
    }

    @Produces
    @Singleton
    LawChanges changes() {
        return changes;
    }

    void begin(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) throws IOException {
        if (folder.folder() != null && !folder.isThere()) {
            LOG.warnf("zhunsheng.texts: there is no folder %s", folder.folder());
        }
        texts.stand(folder.read());
        looking.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** While files are being copied the folder reads otherwise each time: later than at the start it is believed when it reads alike twice. */
    private void look() {
        try {
            SortedMap<Article, Wording> now = folder.read();
            boolean steady = seen == null || now.equals(seen);
            seen = now;
            if (steady && !now.equals(taken)) {
                texts.stand(now);
                changes.compare(now);
                taken = now;
            } else {
                changes.refresh();
            }
        } catch (IOException | SQLException | RuntimeException failed) {
            LOG.warnf("official texts not looked at, to be tried again: %s", failed.getMessage());
        }
    }

    /** Before the database closes. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        looking.shutdownNow();
        looking.awaitTermination(5, TimeUnit.SECONDS);
    }
}
