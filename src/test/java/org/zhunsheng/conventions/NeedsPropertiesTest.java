package org.zhunsheng.conventions;

import static org.zhunsheng.conventions.Trials.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.findings.Evidence;

@DisplayName("答复要的事实和判断")
class NeedsPropertiesTest {

    private static final Set<Outcome> OPEN = Set.of(Outcome.INSUFFICIENT_FACTS, Outcome.NEEDS_JUDGEMENT);

    /** Asked for again where it was given of a ranking that does not count; it matters together with its source (A42). */
    private static final Set<String> GIVEN_BY_ANOTHER_SOURCE = Set.of("journal.firstQ1On", "journal.firstQ2On");

    /** Enough for a fact that matters in one of a hundred completions to show itself. */
    private static final int COMPLETIONS = 400;

    @Test
    @DisplayName("未定才要事实或判断，要的都有名称；待判断时不缺事实")
    void askedForOnlyWhileOpen() {
        Trials.of(20, (request, asked, any, wrong) -> {
            if (!Trials.isAnswered(request)) {
                return;
            }
            Decision decision = decide(request);
            if (OPEN.contains(decision.outcome()) == names(decision).isEmpty()) {
                wrong.accept(decision.outcome() + " 而要 " + names(decision), request);
            }
            if (decision.outcome() == Outcome.NEEDS_JUDGEMENT && decision.judgementsNeeded().isEmpty()
                    || decision.outcome() == Outcome.INSUFFICIENT_FACTS && decision.needs().isEmpty()) {
                wrong.accept(decision.outcome() + " 而只要 " + names(decision), request);
            }
            decision.needs().stream().map(Decision.Need::fact).filter(fact -> InForce.BASES.catalogue().label(fact) == null)
                    .forEach(fact -> wrong.accept("要的不是事实：" + fact, request));
        });
    }

    private static List<String> names(Decision decision) {
        return Stream.concat(decision.needs().stream().map(Decision.Need::fact), decision.judgementsNeeded().stream().map(Decision.Open::point))
                .toList();
    }

    @Test
    @DisplayName("要的每一项都能改变结论或金额：总有一种补充，使这一项的两个值得到两个答复")
    void everyNeedMatters() {
        Trials.of(4, (request, asked, any, wrong) -> {
            Decision decision = Trials.isAnswered(request) ? decide(request) : null;
            List<String> names = decision == null ? List.of() : names(decision);
            if (!names.isEmpty()) {
                String need = any.pick(names);
                if (!isEnoughAsSuch(decision, need) && !GIVEN_BY_ANOTHER_SOURCE.contains(need) && Stream.generate(() -> completed(request, names, need, any)).limit(COMPLETIONS).noneMatch(other -> matters(other, need, any))) {
                    wrong.accept("要 " + need + " 而它改变不了什么", request);
                }
            }
        });
    }

    /** Where any value will do, it is silence that makes the difference. */
    private static boolean isEnoughAsSuch(Decision decision, String need) {
        return decision.findings().stream().filter(found -> found.verdict() != null).flatMap(found -> found.verdict().evidence().stream())
                .filter(looked -> looked.fact().name().equals(need)).allMatch(looked -> looked.test() == Evidence.Test.SUPPLIED)
                && decision.needs().stream().anyMatch(asked -> asked.fact().equals(need));
    }

    /** What else is asked for, in part or in full, and what is asked for then. */
    private static ObjectNode completed(ObjectNode request, List<String> names, String but, AnyRequest any) {
        ObjectNode other = request.deepCopy();
        double share = any.pick(List.of(0.0, 0.5, 1.0));
        new ArrayList<>(new HashSet<>(names)).stream().sorted().filter(name -> !name.equals(but) && any.chance(share)).forEach(name -> any.supply(other, name));
        return other;
    }

    private static boolean matters(ObjectNode request, String need, AnyRequest any) {
        ObjectNode other = request.deepCopy();
        any.supply(request, need);
        any.supply(other, need);
        List<Object> one = said(request);
        List<Object> another = said(other);
        return one != null && another != null && !one.equals(another);
    }

    /** Null where the facts contradict each other. */
    private static List<Object> said(ObjectNode request) {
        try {
            Decision decision = decide(request);
            return Stream.of(decision.outcome(), String.valueOf(decision.maxAmountYuan()), String.valueOf(decision.amountRange())).map(Object.class::cast).toList();
        } catch (RuntimeException contradictory) {
            return null;
        }
    }
}
