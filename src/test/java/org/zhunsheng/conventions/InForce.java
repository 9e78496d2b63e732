package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;

/** The rule bases as built, loaded once for all conventions, and the one way in which a convention says who breaks it. */
final class InForce {

    static final RuleBases BASES = new RuleBases();
    static final Evaluations EVALUATIONS = new Evaluations(BASES);

    private InForce() {
    }

    static Collection<RuleBase> all() {
        return BASES.all();
    }

    static RuleBase policy(String id) {
        return BASES.inForce(id).orElseThrow();
    }

    static void nobody(String offence, Stream<String> offenders) {
        List<String> found = offenders.distinct().sorted().toList();
        assertTrue(found.isEmpty(), () -> offence + "（" + found.size() + "）：\n  " + String.join("\n  ", found));
    }
}
