package org.zhunsheng.rulebase;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The rule bases as the service uses them: those whose loading was begun before the framework, or loaded now where nobody began. */
@Singleton
public final class OpenedRuleBases {

    private static CompletableFuture<RuleBases> begun;

    public static synchronized void begin() {
        begun = CompletableFuture.supplyAsync(RuleBases::new, load -> new Thread(load, "rule-bases").start());
    }

    private static synchronized RuleBases opened() {
        try {
            return begun == null ? new RuleBases() : begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Produces
    @Singleton
    RuleBases ruleBases() {
        return opened();
    }

    /** A service without rules must not come up. */
    void load(@Observes StartupEvent start, RuleBases bases) {
        bases.all().forEach(RuleBase::digest);
    }
}
