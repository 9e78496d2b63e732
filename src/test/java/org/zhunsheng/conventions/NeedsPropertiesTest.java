package org.zhunsheng.conventions;

import static org.zhunsheng.conventions.Trials.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Evidence;

@DisplayName("答复要的事实和判断")
class NeedsPropertiesTest {

    private static final Set<Outcome> OPEN = Set.of(Outcome.INSUFFICIENT_FACTS, Outcome.NEEDS_JUDGEMENT);

    /** Enough for a fact that matters in one of a hundred completions to show itself. */
    private static final int COMPLETIONS = 400;

    /** Facts that may be asked for although no value of theirs alone can change the answer, and why. */
    private static final Map<String, String> MATTER_WITH_ANOTHER = Map.ofEntries(
            Map.entry("journal.firstQ1On", "按不作数的分区来源已填，须连同来源改填（A42）"),
            Map.entry("journal.firstQ2On", "按不作数的分区来源已填，须连同来源改填（A42）"),
            Map.entry("application.plannedUseOfFunds[].amountYuan", "几行用途或金额都缺，只补一行看不出变化"),
            Map.entry("application.plannedUseOfFunds[].purpose", "几行用途或金额都缺，只补一行看不出变化"),
            Map.entry("project.approvedExtensionEndsOn", "延期只会更晚，原期限内已完成的不受影响，但没有它说不出截止日"),
            Map.entry("publicity.finished", "公示环节只算截止日，终究要公示起始日期"),
            Map.entry("openScience.openToSociety", "两种角色都有的，两类同看论文和数据，一类不成另一类也不成，要改填角色才用得上"),
            Map.entry("activity.code", "百余个代码里只有几个与所问的措施有关，随机补充难得碰上"));

    @Test
    @DisplayName("未定才要事实或判断；缺事实的要事实，待判断的要判断；要的都是事实目录里的事实")
    void askedForOnlyWhileOpen() {
        Set<String> facts = InForce.BASES.catalogue().facts().stream().map(FactModel::path).collect(Collectors.toSet());
        Trials.of(20, (request, asked, any, wrong) -> {
            if (!Trials.isAnswered(request)) {
                return;
            }
            Decision decision = decide(request);
            boolean asks = decision.outcome() == Outcome.INSUFFICIENT_FACTS ? !decision.needs().isEmpty()
                    : decision.outcome() == Outcome.NEEDS_JUDGEMENT ? !decision.judgementsNeeded().isEmpty() : names(decision).isEmpty();
            if (!asks) {
                wrong.accept(decision.outcome() + " 而要 " + names(decision), request);
            }
            decision.needs().stream().map(Decision.Need::fact).filter(fact -> !facts.contains(fact.replaceFirst("\\[[0-9]{4}]$", "")))
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
            if (decision == null || !OPEN.contains(decision.outcome())) {
                return;
            }
            String need = any.pick(names(decision));
            boolean matters = MATTER_WITH_ANOTHER.containsKey(need) || isEnoughAsSuch(decision, need)
                    || Stream.generate(() -> completed(request, names(decision), need, any, asked)).limit(COMPLETIONS)
                            .anyMatch(other -> matters(other, need, any, asked));
            if (!matters) {
                wrong.accept("要 " + need + " 而它改变不了什么", request);
            }
        });
    }

    /** Where any value will do for the clauses that ask, it is silence that makes the difference. */
    private static boolean isEnoughAsSuch(Decision decision, String need) {
        Set<String> asking = decision.needs().stream().filter(asked -> asked.fact().equals(need)).flatMap(asked -> asked.clauses().stream())
                .collect(Collectors.toSet());
        return !asking.isEmpty() && decision.findings().stream().filter(found -> found.verdict() != null && asking.contains(found.clause().id())).flatMap(found -> found.verdict().evidence().stream())
                        .filter(looked -> looked.fact().name().equals(need)).allMatch(looked -> looked.test() == Evidence.Test.SUPPLIED);
    }

    /** What else is asked for, in part or in full. */
    private static ObjectNode completed(ObjectNode request, List<String> names, String but, AnyRequest any, Questions asked) {
        ObjectNode other = request.deepCopy();
        double share = any.pick(List.of(0.0, 0.5, 1.0));
        if (any.chance(0.3)) {
            // what a person found beforehand hides what the fact would say
            other.putObject("judgements");
        }
        names.stream().filter(name -> !name.equals(but) && any.chance(share)).forEach(name -> any.supplyAsUsual(other, name, asked));
        return other;
    }

    /** One of the two values is one that cases give: of a hundred codes drawn freely hardly any is about the question. */
    private static boolean matters(ObjectNode request, String need, AnyRequest any, Questions asked) {
        ObjectNode other = request.deepCopy();
        any.supplyAsUsual(request, need, asked);
        any.supply(other, need);
        String one = said(request);
        String another = said(other);
        return one != null && another != null && !one.equals(another);
    }

    /** What a step of the procedure answers is a day or the next step, what a scope answers is where to turn. Null where the facts contradict each other. */
    private static String said(ObjectNode request) {
        try {
            Decision decision = decide(request);
            return decision.outcome() + " " + decision.maxAmountYuan() + " " + decision.amountRange() + (decision.step() == null && decision.question() != Question.SCOPE ? "" : decision.values());
        } catch (RuntimeException contradictory) {
            return null;
        }
    }
}
