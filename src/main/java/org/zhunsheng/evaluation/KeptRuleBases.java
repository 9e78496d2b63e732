package org.zhunsheng.evaluation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.record.StoredRuleBase;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;

/** At first start under a rule base its sources and package go into the database, so that any later replay finds the one that decided. */
@Singleton
final class KeptRuleBases {

    private final RuleBases bases;
    private final RuleBaseStore store;

    KeptRuleBases(RuleBases bases, RuleBaseStore store) {
        this.bases = bases;
        this.store = store;
    }

    /** Waits for the database; before others look into it for earlier rule bases. */
    void keep(@Observes @Priority(Integer.MAX_VALUE - 1) StartupEvent start) {
        for (RuleBase base : bases.all()) {
            store.keep(new StoredRuleBase(base.digest(), base.policy().policy(), Compiler.engine(), base.sources().zip(),
                    bases.compiled(base)));
        }
        bases.keepEarlierIn(digest -> store.load(digest)
                .map(kept -> new RuleBases.EarlierBases.Kept(kept.policy(), kept.engine(), kept.sources(), kept.compiled())));
    }
}
