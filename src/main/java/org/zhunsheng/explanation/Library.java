package org.zhunsheng.explanation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.rulebase.RuleBases;

/** The books of the rule bases that explanations are drawn from, each opened once, and what facts are called. */
@Singleton
final class Library {

    private static final int LATER_SECONDS = 5;

    private final RuleBases bases;
    private final Map<String, FactModel> facts = new HashMap<>();
    private final Map<String, Sourcebook> books = new ConcurrentHashMap<>();

    Library(RuleBases bases) {
        this.bases = bases;
        bases.catalogue().facts().forEach(fact -> facts.putIfAbsent(fact.path(), fact));
        bases.whenReleased(base -> books.remove(base.digest()));
    }

    /** The first to ask need not wait for workbooks to be read; nor shall whoever waits for the service to start. */
    void open(@Observes StartupEvent start) {
        Executor later = CompletableFuture.delayedExecutor(LATER_SECONDS, TimeUnit.SECONDS, task -> {
            Thread opening = new Thread(task, "library");
            opening.setDaemon(true);
            opening.start();
        });
        later.execute(() -> bases.all().forEach(base -> book(base.digest())));
    }

    Sourcebook book(String ruleBase) {
        return books.computeIfAbsent(ruleBase, digest -> new Sourcebook(bases.named(digest)));
    }

    /** What a fact is called; nothing where it has no name but its own. In English it goes by that. */
    String label(String fact, Wording wording) {
        FactModel model = facts.get(fact);
        return model == null ? "" : wording.say(model.label(), "");
    }

    Map<String, FactModel> facts() {
        return facts;
    }
}
