package org.zhunsheng.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Inquiry;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Award;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.policy.Selection;

/** What one document says of one activity under one direction. */
record Candidate(Desk desk, String activity, Inquiry inquiry, Decision decision) {

    String policy() {
        return desk.base().policy().policy();
    }

    Selection selection() {
        return inquiry.selections().get(0);
    }

    Map<String, Object> facts() {
        return inquiry.facts();
    }

    /** The readings that bear on it and that the request did not choose, by this or another of their ids. */
    Stream<Reading> open(Map<String, String> chosen) {
        Policy policy = desk.base().policy();
        Stream<String> touched = Stream.concat(selection().readings().stream(), policy.mayHaveEnded(inquiry.asOf()).map(Policy.EndsUnder::reading).stream());
        return touched.distinct().map(id -> policy.reading(id).orElseThrow()).filter(Reading::selectable).filter(reading -> isOpen(reading, chosen));
    }

    static boolean isOpen(Reading reading, Map<String, String> chosen) {
        return chosen.entrySet().stream().noneMatch(each -> reading.isCalled(each.getKey()) && reading.admits(each.getValue()));
    }

    /** The same candidate under another option of a reading; itself where the reading does not bear on it. */
    Candidate under(String reading, String option, Map<String, String> chosen) {
        Optional<Reading> own = open(chosen).filter(each -> each.isCalled(reading))
                .filter(each -> each.choices().stream().anyMatch(other -> other.key().equals(option))).findFirst();
        if (own.isEmpty()) {
            return this;
        }
        Map<String, String> readings = new TreeMap<>(inquiry.readings().chosen());
        readings.put(own.get().id(), option);
        Inquiry under = new Inquiry(inquiry.selections(), inquiry.asOf(), new Readings(readings), inquiry.judgements(), inquiry.facts(), inquiry.guidance());
        return new Candidate(desk, activity, under, desk.decide(under).get(0));
    }

    boolean isEligible() {
        return decision.outcome() == Outcome.ELIGIBLE;
    }

    /** Money that could be had, as far as a person need only decide what is left open. */
    boolean mayPay(boolean judged) {
        return decision.question() == Question.SUPPORT && desk.base().policy().funderLevel() != null && yuan().signum() > 0
                && (isEligible() || judged && decision.outcome() == Outcome.NEEDS_JUDGEMENT);
    }

    /** Money that may follow, though this service can name no sum: of a recognised base, or under a measure that is not held. */
    boolean mayLeadToMoney() {
        return switch (decision.outcome()) {
            case ELIGIBLE, NEEDS_JUDGEMENT -> decision.question() == Question.RECOGNITION;
            case IN_SCOPE, IN_SCOPE_BY_REFERENCE -> "NOT_HELD".equals(String.valueOf(decision.values().get("route")));
            default -> false;
        };
    }

    /** The clauses a decision rests on, those that only compose others left aside: a reader wants the sentence, not the article. */
    List<String> leaves(Decision decided) {
        Policy policy = desk.base().policy();
        return decided.decidedBy().stream().filter(id -> policy.clause(id).orElseThrow().isLeaf()).map(id -> policy.policy() + "/" + id).toList();
    }

    BigDecimal yuan() {
        BigDecimal most = decision.maxAmountYuan() != null ? decision.maxAmountYuan()
                : decision.amountRange() == null ? null : decision.amountRange().toYuan();
        return most == null ? BigDecimal.ZERO : most;
    }

    /** A sum that hangs on a judgement is no fixed sum yet, whatever its clause calls it. */
    Award.Kind kind() {
        return decision.amountKind() == null ? Award.Kind.CEILING : decision.amountKind();
    }

    BigDecimal exactYuan() {
        return kind() == Award.Kind.EXACT ? yuan() : BigDecimal.ZERO;
    }
}
