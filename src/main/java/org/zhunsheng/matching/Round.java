package org.zhunsheng.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.evaluation.Decision;
import java.util.function.UnaryOperator;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.findings.Award;

/** One set of readings: every candidate, what excludes what, and the best legal combination. */
final class Round {

    /** A candidate that is not in the combination, why, and the day from which it would not be barred. */
    record LeftOut(int candidate, String reason, List<String> clauses, Integer because, LocalDate freeFrom) {
    }

    record Plan(BitSet chosen, Map<Award.Kind, BigDecimal> totals) {

        BigDecimal total() {
            return totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The same candidates for the same money, however many decimals it is written with. */
        boolean isSame(Plan other) {
            return chosen.equals(other.chosen) && totals.keySet().equals(other.totals.keySet())
                    && totals.keySet().stream().allMatch(kind -> totals.get(kind).compareTo(other.totals.get(kind)) == 0);
        }
    }

    private final List<Candidate> candidates;
    private final Bars.Asked bars;
    private final Between between;
    private final List<Candidate> payable;
    private final Map<List<Integer>, Optional<Bars.Bar>> known = new HashMap<>();

    Round(List<Candidate> candidates, Bars.Asked bars, Between between) {
        this.candidates = candidates;
        this.bars = bars;
        this.between = between;
        this.payable = candidates.stream().filter(candidate -> candidate.mayPay(true)).toList();
    }

    /** The same round with some candidates changed, and what stands between documents read in another way. */
    Round with(UnaryOperator<Candidate> changed, Between between) {
        return new Round(candidates.stream().map(changed).toList(), bars, between);
    }

    /** What bars one once the other has been decided: by its own document, or by what stands between the two. */
    private Bars.Bar bar(int place, int decided) {
        return known.computeIfAbsent(List.of(place, decided), pair -> {
            Bars.Bar own = bars.on(candidates.get(place), candidates.get(decided), payable);
            return Optional.ofNullable(own != null ? own : between.bar(candidates.get(decided), candidates.get(place)));
        }).orElse(null);
    }

    /** Whether money of several documents is at stake, or the same direction twice, so that what stands between supports can matter. */
    boolean meetsBetweenDocuments() {
        List<Candidate> paying = paying(true).stream().map(candidates::get).toList();
        return paying.stream().map(Candidate::policy).distinct().count() > 1
                || paying.stream().map(each -> each.policy() + " " + each.decision().direction()).distinct().count() < paying.size();
    }

    Between between() {
        return between;
    }

    List<Candidate> candidates() {
        return candidates;
    }

    private List<Integer> paying(boolean judged) {
        List<Integer> paying = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).mayPay(judged)) {
                paying.add(i);
            }
        }
        return paying;
    }

    /** @param judged whether what only waits for a judgement is taken as decided in the applicant's favour */
    Plan plan(boolean judged) {
        List<Integer> paying = paying(judged);
        BitSet[] conflicts = new BitSet[paying.size()];
        List<Combination.Worth> worth = new ArrayList<>();
        for (int i = 0; i < conflicts.length; i++) {
            conflicts[i] = new BitSet();
            for (int j = 0; j < i; j++) {
                if (bar(paying.get(i), paying.get(j)) != null || bar(paying.get(j), paying.get(i)) != null) {
                    conflicts[i].set(j);
                    conflicts[j].set(i);
                }
            }
            Candidate candidate = candidates.get(paying.get(i));
            worth.add(new Combination.Worth(candidate.yuan(), candidate.exactYuan(), candidate.isEligible() ? 0 : 1));
        }
        BitSet chosen = new BitSet();
        Map<Award.Kind, BigDecimal> totals = new EnumMap<>(Award.Kind.class);
        Combination.best(worth, conflicts).stream().map(paying::get).forEach(place -> {
            chosen.set(place);
            totals.merge(candidates.get(place).kind(), candidates.get(place).yuan(), BigDecimal::add);
        });
        return new Plan(chosen, totals);
    }

    List<LeftOut> leftOut(Plan plan) {
        List<LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (!plan.chosen().get(i)) {
                leftOut.add(leftOut(i, plan));
            }
        }
        return leftOut;
    }

    /** What stands open between what was chosen and other money, chosen or to be expected, that would come after it. */
    List<Between.Open> open(Plan plan) {
        List<Between.Open> open = new ArrayList<>();
        plan.chosen().stream().forEach(first -> {
            for (int second = 0; second < candidates.size(); second++) {
                Decision decision = plan.chosen().get(second) || candidates.get(second).mayLeadToMoney()
                        ? between.open(candidates.get(first), candidates.get(second)) : null;
                if (decision != null) {
                    open.add(new Between.Open(first, second, decision));
                }
            }
        });
        return open;
    }

    private LeftOut leftOut(int place, Plan plan) {
        Candidate candidate = candidates.get(place);
        if (candidate.mayPay(true)) {
            for (int taken = plan.chosen().nextSetBit(0); taken >= 0; taken = plan.chosen().nextSetBit(taken + 1)) {
                Bars.Bar own = bar(place, taken);
                Bars.Bar bar = own != null ? own : bar(taken, place);
                if (bar != null) {
                    return new LeftOut(place, "EXCLUDED", bar.clauses(), taken, bar.freeFrom());
                }
            }
        }
        Object free = candidate.decision().values().get("firstFreeDay");
        boolean unpaid = candidate.isEligible() || candidate.decision().outcome() == Outcome.IN_SCOPE
                || candidate.decision().outcome() == Outcome.IN_SCOPE_BY_REFERENCE;
        return new LeftOut(place, unpaid ? "NO_AMOUNT" : candidate.decision().outcome().name(),
                candidate.leaves(candidate.decision()), null,
                candidate.decision().outcome() == Outcome.INELIGIBLE && free instanceof LocalDate day ? day : null);
    }
}
