package org.zhunsheng.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Support;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.wire.Problems;

/**
 * What stands between two candidates of different documents once each passes its own: the ledger between the documents is asked. Whether
 * it bars turns on the two clauses and on whether the contents are one, hardly ever on who applies: such answers are kept from call to call.
 */
final class Between {

    /** Answers of a rule base to questions that name nobody. */
    static final class Memory {

        private static final int MOST = 10_000;

        private record Asked(String ruleBase, LocalDate asOf, Map<String, String> readings, Map<String, Judgement> judgements, List<Support> supports) {
        }

        private final Map<Asked, Optional<Bars.Bar>> answers = new ConcurrentHashMap<>();

        private Optional<Bars.Bar> answer(Asked asked, Supplier<Optional<Bars.Bar>> anew) {
            if (answers.size() > MOST) {
                answers.clear();
            }
            return answers.computeIfAbsent(asked, missing -> anew.get());
        }
    }

    /** Two candidates, by their places, of which nobody can say yet whether the second may come after the first. */
    record Open(int first, int second, Decision decision) {
    }

    private static final String SUPPORTS = "supports";
    private static final String CONTENT = "supports[].contentKey";

    private final Memory memory;
    private final Desk desk;
    private final Selection selection;
    private final LocalDate asOf;
    private final Map<String, String> readings;
    private final Map<String, Judgement> judgements;

    /** Of all readings and judgements those are used that bear on what stands between documents. */
    Between(Memory memory, Desk desk, LocalDate asOf, Map<String, String> readings, Map<String, Judgement> judgements) {
        this.memory = memory;
        this.desk = desk;
        this.selection = desk.selection(Question.STACKING, "REPETITION");
        this.asOf = asOf;
        this.readings = desk.admitted(readings);
        this.judgements = new HashMap<>(judgements);
        this.judgements.keySet().removeIf(point -> !point.startsWith(desk.base().policy().policy() + "/"));
    }

    /** Under one more reading; itself where the reading says nothing of what stands between documents. */
    Between under(String reading, String option) {
        if (!desk.admits(reading, option)) {
            return this;
        }
        Map<String, String> more = new HashMap<>(readings);
        more.put(reading, option);
        return new Between(memory, desk, asOf, more, judgements);
    }

    /** The clauses that bar the second, the first being paid. */
    Bars.Bar bar(Candidate first, Candidate second) {
        if (!speaksOf(first, second)) {
            return null;
        }
        Known<String> one = content(first, first.activity().equals(second.activity()));
        Known<String> other = content(second, first.activity().equals(second.activity()));
        List<Support> nameless = List.of(paid(first, "在先", one.isValue() ? Known.of(CONTENT, "甲") : one),
                applied(second, "在后", other.isValue() ? Known.of(CONTENT, other.equals(one) ? "甲" : "乙") : other));
        return memory.answer(new Memory.Asked(desk.base().digest(), asOf, readings, judgements, nameless), () -> Optional.of(decide(nameless))
                .filter(decision -> decision.outcome() == Outcome.INELIGIBLE).map(decision -> new Bars.Bar(clauses(decision), null))).orElse(null);
    }

    /** What is open about the second, the first being paid; null where nothing is. */
    Decision open(Candidate first, Candidate second) {
        if (!speaksOf(first, second)) {
            return null;
        }
        boolean one = first.activity().equals(second.activity());
        Decision decision = decide(List.of(paid(first, first.activity(), content(first, one)), applied(second, second.activity(), content(second, one))));
        return decision.outcome() == Outcome.ELIGIBLE || decision.outcome() == Outcome.INELIGIBLE ? null : decision;
    }

    static List<String> clauses(Decision decision) {
        return decision.decidedBy().stream().map(id -> "cross_policy/" + id).toList();
    }

    /** Of what one document says of two of its directions it is itself the home. */
    private boolean speaksOf(Candidate first, Candidate second) {
        boolean mayTouch = first.desk() != second.desk() || Objects.equals(first.decision().direction(), second.decision().direction());
        return mayTouch && desk.base().policy().inForce(asOf);
    }

    private Decision decide(List<Support> supports) {
        return desk.decide(desk.inquiry(List.of(selection), asOf, readings, judgements, Map.of(SUPPORTS, Known.of(SUPPORTS, supports)), new Problems())).get(0);
    }

    private Support paid(Candidate of, String id, Known<String> content) {
        return support(of, id, content, PriorAward.State.PAID, Known.of("supports[].decidedOn", asOf));
    }

    private static Support applied(Candidate of, String id, Known<String> content) {
        return support(of, id, content, PriorAward.State.APPLIED, Known.none("supports[].decidedOn"));
    }

    /** What is asked of one activity is one content. */
    private static Known<String> content(Candidate of, boolean oneActivity) {
        return oneActivity ? Known.of(CONTENT, of.activity())
                : of.facts().get("application") instanceof Application application && !application.contentKey().isMissing()
                ? application.contentKey().map(CONTENT, key -> key) : Known.missing(CONTENT);
    }

    /** All candidates are one applicant's. Its own document was asked, where it is held. */
    private static Support support(Candidate of, String id, Known<String> content, PriorAward.State state, Known<LocalDate> decidedOn) {
        boolean held = of.decision().question() != Question.SCOPE;
        return new Support(Known.of("supports[].supportId", id), Known.of("supports[].unitCode", "申报单位"), Known.of("supports[].policy", of.policy()),
                Known.of("supports[].clause", clause(of)), content, Known.missing("supports[].funderLevel"),
                Known.of("supports[].form", PriorAward.Form.MONEY), Known.of("supports[].state", state), decidedOn, Known.none("supports[].dependsOn"),
                held ? Known.of("supports[].passesOwnDocument", true) : Known.missing("supports[].passesOwnDocument"));
    }

    /** The item that pays, or the activity of a measure, where the direction has several. */
    private static String clause(Candidate of) {
        if (of.decision().tier() != null) {
            return of.decision().tier();
        }
        String whole = of.selection().direction().clause();
        return of.decision().findings().stream().filter(found -> found.truth() == Truth.MET && found.clause().isPartOf(whole))
                .map(found -> found.clause().id()).findFirst().orElse(whole);
    }
}
