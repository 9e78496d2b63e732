package org.zhunsheng.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Inquiry;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Award;
import org.zhunsheng.facts.Readings;
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
    Stream<Reading> open(Set<String> chosen) {
        Policy policy = desk.base().policy();
        Set<String> closed = chosen.stream().flatMap(id -> policy.reading(id).stream()).map(Reading::id).collect(Collectors.toSet());
        return selection().readings().stream().filter(id -> !closed.contains(id)).map(id -> policy.reading(id).orElseThrow()).filter(Reading::selectable);
    }

    /** The same candidate under another option of a reading; itself where the reading does not bear on it. */
    Candidate under(String reading, String option, Set<String> chosen) {
        Optional<Reading> own = open(chosen).filter(each -> each.id().equals(reading) || each.aliases().contains(reading))
                .filter(each -> each.alternatives().stream().anyMatch(other -> other.key().equals(option))).findFirst();
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
