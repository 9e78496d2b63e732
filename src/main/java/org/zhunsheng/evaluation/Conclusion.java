package org.zhunsheng.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Award;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBase;

/** Puts a decision together from the verdicts of one selection: outcome, amount, what decided, what is missing and what it could change. */
final class Conclusion {

    private final Policy policy;
    private final Selection selection;
    private final Inquiry inquiry;
    private final Warnings warnings;
    private final Verdict[] verdicts;
    private final RuleBase.Origin[] origins;
    private final RollUp rollUp;
    private final Question question;
    private final TreeMap<String, Object> values;

    Conclusion(Policy policy, Selection selection, Inquiry inquiry, CaseFile file, Verdict[] verdicts, RuleBase.Origin[] origins) {
        this.policy = policy;
        this.selection = selection;
        this.inquiry = inquiry;
        this.warnings = new Warnings(policy, selection, inquiry.asOf(), file.requestedYuan(), verdicts);
        this.verdicts = verdicts;
        this.origins = origins;
        this.rollUp = new RollUp(selection, inquiry.readings(), verdicts);
        this.question = selection.plan().question();
        this.values = values();
    }

    Decision decision() {
        boolean inForce = inForce();
        Truth truth = rollUp.truth();
        Outcome outcome = inForce ? outcome(truth) : Outcome.NOT_IN_FORCE;
        RollUp.Granted granted = inForce && truth == Truth.MET && isAboutMoney() ? rollUp.granted(rollUp.settled(Truth.MET)) : null;
        Award award = granted == null ? null : granted.award();
        BigDecimal ceiling = award == null ? null : limited(award.ceilingYuan());
        BigDecimal amount = !isAboutMoney() ? null : inForce && truth == Truth.NOT_MET ? BigDecimal.ZERO : ceiling;
        Set<Integer> open = new TreeSet<>();
        if (inForce) {
            rollUp.open(open);
        }
        Award.Kind kind = ceiling == null ? null : !open.isEmpty() && award.kind() == Award.Kind.EXACT ? Award.Kind.CEILING : award.kind();
        return new Decision(question, selection.direction() == null ? null : selection.direction().id(), selection.plan().step(), outcome,
                kind, amount, !open.isEmpty() && isAboutMoney() ? range() : null, policy.responsible(selection.direction()),
                ceiling == null || question != Question.SUPPORT ? null : id(granted.place()), award == null ? null : award.paymentMode(),
                decidedBy(inForce, truth, granted, open), findings(), needs(open), judgementsNeeded(open), warnings.of(inForce, ceiling),
                consequences(), values, null);
    }

    private Outcome outcome(Truth truth) {
        return Outcome.of(question, truth, Boolean.TRUE.equals(values.get("byReference")));
    }

    private boolean isAboutMoney() {
        return question == Question.SUPPORT || question == Question.PAYMENT;
    }

    private boolean inForce() {
        return policy.inForce(inquiry.asOf(), inquiry.readings().chosen())
                && (selection.plan().gate() == null || verdicts[selection.place(selection.plan().gate())].truth() != Truth.NOT_MET);
    }

    private String id(int place) {
        return selection.clauses().get(place).id();
    }

    private List<String> ids(Collection<Integer> places) {
        return places.stream().map(this::id).toList();
    }

    private Decision.Range range() {
        Decision.Prospect worst = prospect(rollUp.settled(Truth.NOT_MET));
        Decision.Prospect best = prospect(rollUp.settled(Truth.MET));
        return new Decision.Range(orZero(worst.maxAmountYuan()), best.maxAmountYuan());
    }

    private static BigDecimal orZero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private Decision.Prospect prospect(Truth[] supposed) {
        Truth truth = rollUp.truth(supposed);
        if (!isAboutMoney() || truth == Truth.NOT_MET) {
            return new Decision.Prospect(outcome(truth), isAboutMoney() ? BigDecimal.ZERO : null);
        }
        Truth[] best = supposed.clone();
        for (int i = 0; i < best.length; i++) {
            best[i] = best[i] == null || best[i].isSettled() ? best[i] : Truth.MET;
        }
        RollUp.Granted granted = rollUp.granted(best);
        return new Decision.Prospect(outcome(truth), granted == null ? null : limited(granted.award().ceilingYuan()));
    }

    private List<String> decidedBy(boolean inForce, Truth truth, RollUp.Granted granted, Set<Integer> open) {
        if (!inForce) {
            boolean ended = policy.inForce(inquiry.asOf()) && !policy.inForce(inquiry.asOf(), inquiry.readings().chosen());
            String by = ended ? policy.endsUnder().clause() : selection.plan().gate();
            return by == null ? List.of() : List.of(by);
        }
        if (!truth.isSettled()) {
            return ids(open.stream().filter(place -> verdicts[place].truth() == truth).toList());
        }
        if (granted != null) {
            return List.of(id(granted.place()));
        }
        Set<Integer> deciding = new TreeSet<>();
        rollUp.deciding(truth, deciding);
        return ids(deciding);
    }

    private List<Decision.Found> findings() {
        List<Decision.Found> findings = new ArrayList<>(verdicts.length);
        for (int i = 0; i < verdicts.length; i++) {
            Clause clause = selection.clauses().get(i);
            Truth truth = clause.isLeaf() ? verdicts[i].truth() : rollUp.truth(clause);
            RuleBase.Origin origin = origins[i];
            findings.add(new Decision.Found(clause, truth, verdicts[i], origin == null ? null : origin.rule(),
                    origin == null ? null : origin.place()));
        }
        return findings;
    }

    private List<Decision.Need> needs(Set<Integer> open) {
        List<Decision.Need> needs = new ArrayList<>();
        byName(open, Verdict::missing).forEach((fact, places) -> needs.add(new Decision.Need(fact, ids(places),
                prospect(rollUp.settled(Truth.MET, places)), prospect(rollUp.settled(Truth.NOT_MET, places)))));
        return needs;
    }

    private List<Decision.Open> judgementsNeeded(Set<Integer> open) {
        List<Decision.Open> needed = new ArrayList<>();
        Map<String, List<String>> scales = inquiry.judgements().scales();
        byName(open, Verdict::open).forEach((name, places) -> {
            String point = name.substring("judgements.".length());
            needed.add(new Decision.Open(point, scales.getOrDefault(point.substring(point.indexOf('/') + 1), List.of()), ids(places),
                    prospect(rollUp.settled(Truth.MET, places)), prospect(rollUp.settled(Truth.NOT_MET, places))));
        });
        return needed;
    }

    private Map<String, Set<Integer>> byName(Set<Integer> open, Function<Verdict, Set<String>> names) {
        Map<String, Set<Integer>> places = new TreeMap<>();
        open.forEach(place -> names.apply(verdicts[place]).forEach(name -> places.computeIfAbsent(name, n -> new TreeSet<>()).add(place)));
        return places;
    }

    /** The budget warns by default and cuts the ceiling where it is read as a hard limit (A62). */
    private BigDecimal limited(BigDecimal ceiling) {
        if (ceiling == null || !inquiry.readings().is("A62", "HARD_LIMIT")) {
            return ceiling;
        }
        BigDecimal least = ceiling;
        for (Verdict verdict : verdicts) {
            if (verdict != null && verdict.values().get("limitYuan") instanceof BigDecimal limit) {
                least = least.min(limit);
            }
        }
        return least;
    }

    private List<Decision.Consequence> consequences() {
        List<Decision.Consequence> consequences = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] != null && verdicts[i].values().get("measure") instanceof String measure) {
                consequences.add(new Decision.Consequence(id(i), measure, (Boolean) verdicts[i].values().get("mandatory"),
                        (BigDecimal) verdicts[i].values().get("recoverableYuan"), verdicts[i].truth()));
            }
        }
        return consequences;
    }

    /** Figures worth showing beside the outcome; each clause keeps its own as well. What is met speaks before what is not. */
    private TreeMap<String, Object> values() {
        if (!selection.plan().ifRefused().isEmpty() && (rollUp.truth() == Truth.NOT_MET || !inForce())) {
            return new TreeMap<>(selection.plan().ifRefused());
        }
        TreeMap<String, Object> values = new TreeMap<>();
        for (boolean unmet : new boolean[] {true, false}) {
            for (Verdict verdict : verdicts) {
                if (verdict != null && verdict.values().get("measure") == null && (verdict.truth() == Truth.NOT_MET) == unmet) {
                    values.putAll(verdict.values());
                }
            }
        }
        return values;
    }
}
