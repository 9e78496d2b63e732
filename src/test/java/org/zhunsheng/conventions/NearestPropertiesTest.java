package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.evaluation.Supposed;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.nearest.Change;
import org.zhunsheng.nearest.Changeable;
import org.zhunsheng.nearest.Lift;
import org.zhunsheng.nearest.Nearest;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.ProblemException;

@DisplayName("最少改什么：与逐一试遍所有取值相比")
class NearestPropertiesTest {

    private static final long SEED = Long.getLong("zhunsheng.seed", 20220613);
    private static final int ONE_OF = Integer.getInteger("zhunsheng.oneOf", 20);
    private static final int MOST_TRIED = 500;
    private static final int MOST_FACTS = 3;
    private static final Pattern NUMBER = Pattern.compile("BigDecimal\\(\"([0-9.]+)\"\\)|(?<![\\w.\"])[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Map<RuleBase, List<RuleText>> RULES = new HashMap<>();
    private static final Pattern DAY = Pattern.compile("\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\\b");
    private static final Map<String, FactModel> FACTS = InForce.BASES.catalogue().facts().stream()
            .collect(Collectors.toMap(FactModel::path, fact -> fact, (one, other) -> one));

    /** One case, and the few facts of it that may change here. */
    private record Small(Supposed supposed, Selection selection, Map<String, List<Object>> values) {

        Decision decide(Map<String, Object> changes) {
            try {
                return supposed.decide(selection, changes);
            } catch (ProblemException unanswered) {
                return null;
            }
        }
    }

    /** The least that reaches a goal: how many facts, and how far. */
    private record Least(int facts, BigDecimal distance, Map<String, Object> changes) {
    }

    @Test
    @DisplayName("改哪几个事实、改到多少，与把这些事实的所有取值都试一遍得到的一样")
    void asBruteForce() {
        Random random = new Random(SEED);
        int[] compared = new int[MOST_FACTS + 1];
        List<String> wrong = new ArrayList<>();
        for (Case one : Case.all()) {
            if (!Set.of("SUPPORT", "RECOGNITION").contains(one.request().path("question").asText()) || random.nextInt(ONE_OF) > 0) {
                continue;
            }
            ObjectNode request = one.request().deepCopy();
            Small drawn = small(request, random);
            if (drawn == null) {
                continue;
            }
            drawn.values.forEach((fact, grid) -> {
                if (random.nextInt(4) > 0) {
                    request.withObject("/facts/" + fact.substring(0, fact.indexOf('.'))).putPOJO(fact.substring(fact.indexOf('.') + 1), written(grid.get(random.nextInt(grid.size()))));
                }
            });
            Small small = small(request, drawn.values.keySet());
            if (small == null) {
                continue;
            }
            Changeable few = few(small.values.keySet());
            for (Lift lift : new Nearest(InForce.EVALUATIONS, InForce.BASES.catalogue(), few).of(Trials.evaluate(request).core()).get(0)) {
                if (lift.changes().isEmpty() && random.nextInt(4) > 0) {
                    continue;
                }
                Least least = bruteForce(small, small.decide(Map.of()), lift.goal(), few);
                compared[lift.changes().size()]++;
                Least found = lift.changes().isEmpty() ? null : new Least(lift.changes().size(), distance(lift.changes()), Map.of());
                if ((least == null) != (found == null) || least != null && (least.facts != found.facts || least.distance.compareTo(found.distance) != 0)) {
                    wrong.add(lift + "，试遍得到 " + least + "，可改 " + small.values.keySet() + "：" + request);
                }
            }
        }
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " 处：\n" + String.join("\n", wrong));
        assertTrue(compared[0] > 1 && compared[1] > 10 && compared[2] > 5, "比较得太少，性质等于没有检查：" + Arrays.toString(compared));
    }

    @Test
    @DisplayName("一个事实改了，只有它所在的条款会变：不找别的条款不会漏")
    void onlyClausesBehindAFactTurn() {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        int turned = 0;
        for (Case one : Case.all()) {
            Small small = random.nextInt(ONE_OF) > 0 || !one.request().path("question").asText().equals("SUPPORT") ? null : small(one.request().deepCopy(), random);
            if (small == null) {
                continue;
            }
            Decision now = small.decide(Map.of());
            for (Map.Entry<String, List<Object>> fact : small.values.entrySet()) {
                for (Object value : fact.getValue()) {
                    Decision then = small.decide(Map.of(fact.getKey(), value));
                    for (int place = 0; then != null && place < now.findings().size(); place++) {
                        Clause clause = now.findings().get(place).clause();
                        if (clause.isLeaf() && then.findings().get(place).truth() != now.findings().get(place).truth()) {
                            turned++;
                            if (!small.supposed.base().facts(clause.id()).contains(fact.getKey())) {
                                wrong.add(clause.id() + " 因 " + fact.getKey() + " 而变：" + one.request());
                            }
                        }
                    }
                }
            }
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertTrue(turned > 20, "变得太少，性质等于没有检查：" + turned);
    }

    private static Object written(Object value) {
        return value instanceof LocalDate || value instanceof Enum<?> ? value.toString() : value;
    }

    /** Nothing where the case has no answer or nothing in it may change. */
    private static Small small(ObjectNode request, Random random) {
        try {
            return small(Trials.evaluate(request).core(), request.toString(), random, null);
        } catch (RuntimeException unanswered) {
            return null;
        }
    }

    private static Small small(ObjectNode request, Set<String> facts) {
        try {
            return small(Trials.evaluate(request).core(), request.toString(), new Random(0), facts);
        } catch (RuntimeException unanswered) {
            return null;
        }
    }

    private static BigDecimal distance(List<Change> changes) {
        return changes.stream().map(Change::distance).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Changeable few(Set<String> facts) {
        Map<String, String> stated = new HashMap<>();
        FACTS.keySet().forEach(fact -> stated.put(fact, facts.contains(fact) ? Changeable.STATED.code(fact) : "IDENTITY"));
        return new Changeable(Changeable.STATED.reasons(), stated, Changeable.STATED.clauses());
    }

    private static Small small(byte[] core, String request, Random random, Set<String> facts) {
        Supposed supposed = InForce.EVALUATIONS.supposing(core).orElse(null);
        if (supposed == null || supposed.selections().isEmpty()) {
            return null;
        }
        Selection selection = supposed.selections().get(0);
        Set<String> may = new TreeSet<>();
        for (Clause clause : selection.clauses()) {
            supposed.base().facts(clause.id()).stream().filter(fact -> Changeable.STATED.code(fact) != null
                    && Changeable.STATED.reason(Changeable.STATED.code(fact)).may()).forEach(may::add);
        }
        List<String> shuffled = new ArrayList<>(may);
        Collections.shuffle(shuffled, random);
        if (facts != null) {
            shuffled.retainAll(facts);
        }
        Map<String, List<Object>> values = new TreeMap<>();
        long product = 1;
        for (String fact : shuffled) {
            Known<?> known = supposed.fact(fact);
            List<Object> grid = known != null && known.isValue() ? grid(supposed.base(), FACTS.get(fact), known.value(), request) : List.of();
            if (values.size() < MOST_FACTS && !grid.isEmpty() && product * (grid.size() + 1) <= MOST_TRIED) {
                product *= grid.size() + 1;
                values.put(fact, grid);
            }
        }
        return values.isEmpty() ? null : new Small(supposed, selection, values);
    }

    /** From the text of the rules alone: whatever number stands in a rule of a clause the fact stands behind, and its neighbours. */
    private static List<Object> grid(RuleBase base, FactModel fact, Object now, String request) {
        Set<Object> values = new TreeSet<>();
        switch (fact.kind()) {
            case BOOLEAN -> values.add(!(Boolean) now);
            case ENUM -> values.addAll(fact.constants().values());
            case DATE -> DAY.matcher(request).results().map(day -> LocalDate.parse(day.group())).forEach(day -> {
                for (int years = 0; years <= 5; years++) {
                    for (int beside = -1; beside <= 1; beside++) {
                        values.add(day.plusYears(years).plusDays(beside));
                        values.add(LocalDate.of(day.getYear() + years, 1, 1).plusDays(beside));
                    }
                }
            });
            case INTEGER, DECIMAL, MONEY -> figures(base, fact.path()).forEach(figure -> {
                BigDecimal step = fact.kind() == FactKind.INTEGER ? BigDecimal.ONE : new BigDecimal("0.01");
                for (BigDecimal value : List.of(figure.subtract(step), figure, figure.add(step))) {
                    if ((fact.min() == null || value.compareTo(fact.min()) >= 0) && (fact.max() == null || value.compareTo(fact.max()) <= 0)) {
                        values.add(fact.kind() == FactKind.INTEGER ? (Object) value.intValue() : value);
                    }
                }
            });
            default -> values.clear();
        }
        values.removeIf(value -> value.equals(now) || value instanceof LocalDate day && day.isBefore((LocalDate) now)
                || value instanceof BigDecimal number && number.compareTo((BigDecimal) now) == 0);
        return List.copyOf(values);
    }

    private static Set<BigDecimal> figures(RuleBase base, String fact) {
        Set<BigDecimal> figures = new TreeSet<>();
        for (String clause : base.uses(fact)) {
            BigDecimal own = base.figures().byClause().get(clause);
            if (own != null) {
                figures.add(own);
            }
            RULES.computeIfAbsent(base, each -> RuleText.in(RuleText.files(each))).stream().filter(rule -> clause.equals(rule.clause()))
                    .peek(rule -> rule.all(QUOTED).map(id -> base.figures().byClause().get(id.group(1))).filter(Objects::nonNull).forEach(figures::add))
                    .forEach(rule -> rule.all(NUMBER).map(number -> new BigDecimal(number.group(1) == null ? number.group() : number.group(1))).forEach(figures::add));
        }
        return figures;
    }

    private static Least bruteForce(Small small, Decision now, Lift.Goal goal, Changeable few) {
        Least best = null;
        boolean settledOnly = goal == Lift.Goal.AMOUNT ? now.outcome() == Outcome.ELIGIBLE : true;
        for (boolean settled : settledOnly ? new boolean[] {true, false} : new boolean[] {false}) {
            if (best != null || goal == Lift.Goal.AMOUNT && settledOnly && !settled) {
                break;
            }
            List<String> facts = List.copyOf(small.values.keySet());
            int[] at = new int[facts.size()];
            while (true) {
                Map<String, Object> changes = new TreeMap<>();
                for (int i = 0; i < at.length; i++) {
                    if (at[i] > 0) {
                        changes.put(facts.get(i), small.values.get(facts.get(i)).get(at[i] - 1));
                    }
                }
                Decision then = small.decide(changes);
                if (then != null && reaches(goal, settled, now, then, few)) {
                    BigDecimal distance = distance(changes.entrySet().stream().map(change -> new Change(change.getKey(),
                            small.supposed.fact(change.getKey()).value(), change.getValue())).toList());
                    if (best == null || changes.size() < best.facts || changes.size() == best.facts && distance.compareTo(best.distance) < 0) {
                        best = new Least(changes.size(), distance, changes);
                    }
                }
                int turn = 0;
                while (turn < at.length && ++at[turn] > small.values.get(facts.get(turn)).size()) {
                    at[turn++] = 0;
                }
                if (turn == at.length) {
                    break;
                }
            }
        }
        return best;
    }

    private static boolean reaches(Lift.Goal goal, boolean settled, Decision now, Decision then, Changeable few) {
        boolean favourable = then.outcome() == Outcome.ELIGIBLE || !settled && (then.outcome() == Outcome.NEEDS_JUDGEMENT || then.outcome() == Outcome.INSUFFICIENT_FACTS);
        boolean anew = false;
        for (int place = 0; place < then.findings().size(); place++) {
            Truth before = now.findings().get(place).truth();
            Truth after = then.findings().get(place).truth();
            if (few.clauses().containsKey(now.findings().get(place).clause().kind()) && after.compareTo(before) > 0) {
                return false;
            }
            boolean grants = then.findings().get(place).verdict() != null && then.findings().get(place).verdict().award() != null;
            anew |= grants && (settled ? after == Truth.MET && before != Truth.MET : after != Truth.NOT_MET && before == Truth.NOT_MET);
        }
        return favourable && (goal == Lift.Goal.OUTCOME || anew && most(then) != null && most(then).compareTo(most(now)) > 0);
    }

    private static BigDecimal most(Decision decision) {
        return decision.outcome() == Outcome.ELIGIBLE || decision.amountRange() == null ? decision.maxAmountYuan() : decision.amountRange().toYuan();
    }
}
