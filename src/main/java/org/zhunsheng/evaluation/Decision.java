package org.zhunsheng.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhunsheng.facts.PaymentMode;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Award;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Policy;

/** What was decided of one question on one direction, and everything it rests on. Absent is null: not determined, or not asked. */
public record Decision(Question question, String direction, String step, Outcome outcome, Award.Kind amountKind, BigDecimal maxAmountYuan,
                       Range amountRange, Policy.Text responsible, String tier, PaymentMode paymentMode, List<String> decidedBy, List<Found> findings, List<Need> needs,
                       List<Open> judgementsNeeded, List<Warning> warnings, List<Consequence> consequences,
                       SortedMap<String, Object> values, List<Sensitivity> sensitivity) {

    private static final String JUDGED = "judgements.";

    /** Of a document that another one ended: after its last day it is repealed, up to it only its text is not held here. */
    static Decision ended(Question question, Policy.Repealed repealed, Policy successor, LocalDate asOf) {
        SortedMap<String, Object> values = new TreeMap<>(Map.of("successor", successor.policy(), "until", repealed.until()));
        Outcome outcome = asOf.isAfter(repealed.until()) ? Outcome.REPEALED : Outcome.NOT_HELD;
        return new Decision(question, null, null, outcome, null, null, null, successor.responsible(), null, null, List.of(repealed.by()), List.of(),
                List.of(), List.of(), List.of(), List.of(), values, null);
    }

    /** The same decision with what other readings would make of it. */
    Decision with(List<Sensitivity> sensitivity) {
        return new Decision(question, direction, step, outcome, amountKind, maxAmountYuan, amountRange, responsible, tier, paymentMode, decidedBy,
                findings, needs, judgementsNeeded, warnings, consequences, values, sensitivity);
    }

    /** The discretion points of the clauses that were looked at: those they declare, and those of others that their rules asked for. */
    Set<String> points(String policy) {
        Set<String> points = new TreeSet<>();
        findings.forEach(found -> points.addAll(found.points(policy)));
        return points;
    }

    /** What the amount can still become: the least and the most, whatever the open facts and judgements turn out to be. */
    public record Range(BigDecimal fromYuan, BigDecimal toYuan) {
    }

    /** A selected clause: its verdict, composed or found by a rule, or by a row at a cell. */
    public record Found(Clause clause, Truth truth, Verdict verdict, String rule, String place) {

        Award award() {
            return verdict == null ? null : verdict.award();
        }

        public Set<String> points(String policy) {
            Set<String> points = new TreeSet<>();
            clause.judgements().keySet().forEach(point -> points.add(policy + "/" + point));
            if (verdict != null) {
                verdict.evidence().stream().map(evidence -> evidence.fact().name()).filter(name -> name.startsWith(JUDGED))
                        .forEach(name -> points.add(name.substring(JUDGED.length())));
            }
            return points;
        }
    }

    /** What an answer to an open fact or judgement could lead to. */
    public record Prospect(Outcome outcome, BigDecimal maxAmountYuan) {
    }

    public record Need(String fact, List<String> clauses, Prospect ifFavourable, Prospect ifUnfavourable) {
    }

    public record Open(String point, List<String> grades, List<String> clauses, Prospect ifFavourable, Prospect ifUnfavourable) {
    }

    public record Warning(String code, String clause) {
    }

    /** A measure that follows from a breach; whether the clause commands it or leaves it to the authority. */
    public record Consequence(String clause, String measure, boolean mandatory, BigDecimal upToYuan, Truth verdict) {
    }
}
