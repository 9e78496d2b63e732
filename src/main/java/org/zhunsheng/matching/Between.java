package org.zhunsheng.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Support;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.wire.Problems;

/** What stands between two candidates of different documents once each passes its own: the ledger between the documents is asked. */
final class Between {

    /** Two candidates, by their places, of which nobody can say yet whether the second may come after the first. */
    record Open(int first, int second, Decision decision) {
    }

    private static final String SUPPORTS = "supports";

    private final Desk desk;
    private final Selection selection;
    private final LocalDate asOf;
    private final Map<String, String> readings;
    private final Map<String, Judgement> judgements;

    Between(Desk desk, LocalDate asOf, Map<String, String> readings, Map<String, Judgement> judgements) {
        this.desk = desk;
        this.selection = desk.selection(Question.STACKING, "REPETITION");
        this.asOf = asOf;
        this.readings = readings;
        this.judgements = judgements;
    }

    /** The clauses that bar the second, the first being paid. */
    Bars.Bar bar(Candidate first, Candidate second) {
        Decision decision = on(first, second);
        return decision == null || decision.outcome() != Outcome.INELIGIBLE ? null : new Bars.Bar(clauses(decision), null);
    }

    /** What is open about the second, the first being paid; null where nothing is. */
    Decision open(Candidate first, Candidate second) {
        Decision decision = on(first, second);
        return decision == null || decision.outcome() == Outcome.ELIGIBLE || decision.outcome() == Outcome.INELIGIBLE ? null : decision;
    }

    static List<String> clauses(Decision decision) {
        return decision.decidedBy().stream().map(id -> "cross_policy/" + id).toList();
    }

    private Decision on(Candidate first, Candidate second) {
        if (first.desk() == second.desk() || !desk.base().policy().inForce(asOf)) {
            return null;
        }
        boolean one = first.activity().equals(second.activity());
        List<Support> supports = List.of(support(first, one, PriorAward.State.PAID, Known.of("supports[].decidedOn", asOf)),
                support(second, one, PriorAward.State.APPLIED, Known.none("supports[].decidedOn")));
        return desk.decide(desk.inquiry(List.of(selection), asOf, readings, judgements, Map.of(SUPPORTS, Known.of(SUPPORTS, supports)), new Problems())).get(0);
    }

    /** All candidates are one applicant's, and what is asked of one activity is one content. Its own document was asked, where it is held. */
    private static Support support(Candidate of, boolean oneActivity, PriorAward.State state, Known<LocalDate> decidedOn) {
        boolean held = of.decision().question() != Question.SCOPE;
        return new Support(Known.of("supports[].supportId", of.activity()),
                of.facts().get("applicant") instanceof Applicant applicant && applicant.unifiedSocialCreditCode().isValue()
                        ? applicant.unifiedSocialCreditCode() : Known.of("supports[].unitCode", "申报单位"),
                Known.of("supports[].policy", of.policy()), Known.of("supports[].clause", clause(of)),
                oneActivity ? Known.of("supports[].contentKey", of.activity())
                        : of.facts().get("application") instanceof Application application ? application.contentKey() : Known.missing("supports[].contentKey"),
                Known.missing("supports[].funderLevel"), Known.of("supports[].form", PriorAward.Form.MONEY), Known.of("supports[].state", state), decidedOn,
                Known.none("supports[].dependsOn"), held ? Known.of("supports[].passesOwnDocument", true) : Known.missing("supports[].passesOwnDocument"));
    }

    /** The activity of a measure, where the direction has several. */
    private static String clause(Candidate of) {
        String whole = of.selection().direction().clause();
        return of.decision().findings().stream().filter(found -> found.truth() == Truth.MET && found.clause().isPartOf(whole))
                .map(found -> found.clause().id()).findFirst().orElse(whole);
    }
}
