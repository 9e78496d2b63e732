package org.zhunsheng.duplication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Inquiry;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.Problems;

/**
 * What a document says of earlier awards. It is asked its usual question with nothing known but the unit, the content, the day and the
 * history, and of the answer only those clauses count whose rules look at the history: the same rules that evaluations use, and no other
 * list of them.
 */
final class HistoryRules {

    private static final String UNIT_CODE = "unifiedSocialCreditCode";

    /** What one clause says of the history it was asked about: it bars, it is open, or nothing stands against it. */
    record Rule(String clause, Clause text, Level level, List<String> facts, List<String> points, Decision.Found found) {

        Bar bar() {
            return new Bar(clause, found);
        }
    }

    /** A clause bars, is open, or has nothing against it; suspect is a whole check only, by what no clause says. */
    enum Level { BLOCKED, SUSPECT, OPEN, CLEAR }

    /** A clause that an award alone would set against the application, with the arithmetic. */
    record Bar(String clause, Decision.Found found) {

        LocalDate day(String name) {
            return found.verdict() != null && found.verdict().values().get(name) instanceof LocalDate day ? day : null;
        }
    }

    private final BlockModel award;
    private final BlockModel applicant;
    private final BlockModel application;

    HistoryRules(FactCatalogue catalogue) {
        this.award = catalogue.rootFact(History.FACT).records();
        this.applicant = catalogue.block("applicant");
        this.application = catalogue.block("application");
    }

    /** The clauses of a document that look at the history. */
    List<String> clauses(Desk desk) {
        return desk.uses(award.facts().stream().map(FactModel::path).toList());
    }

    /** What is asked of the document, or nothing where it asks nobody for a history. */
    Optional<Inquiry> inquiry(Desk desk, Asked asked, Map<String, String> readings, Problems problems) {
        if (clauses(desk).isEmpty()) {
            return Optional.empty();
        }
        EvaluationRequest request = new EvaluationRequest(Question.SUPPORT, desk.base().policy().policy(), asked.direction(), null, asked.day(),
                readings, true, false, facts(asked), asked.judgements(), null, null);
        return Optional.of(desk.inquiry(request, problems));
    }

    private Map<String, Object> facts(Asked asked) {
        Map<String, Object> facts = new HashMap<>();
        if (asked.unitCode() != null) {
            facts.put(applicant.path(), (Applicant) applicant.of(Map.of(UNIT_CODE, asked.unitCode())));
        }
        Map<String, Object> known = new HashMap<>(Map.of("submittedOn", asked.day()));
        known.put("contentKey", asked.contentKey());
        facts.put(application.path(), (Application) application.of(known));
        return facts;
    }

    /** Clause by clause, before this history, whole or one award of it. */
    List<Rule> rules(Desk desk, Inquiry inquiry, List<PriorAward> history) {
        Decision decision = decide(desk, inquiry, history);
        Set<String> barring = new HashSet<>(decision.decidedBy());
        List<Rule> rules = new ArrayList<>();
        for (String clause : clauses(desk)) {
            Optional<Decision.Found> found = found(decision, clause);
            if (found.isEmpty()) {
                continue;
            }
            boolean beside = isOpenBesideABar(decision, found.get());
            List<String> facts = beside ? found.get().verdict().missing().stream().sorted().toList()
                    : decision.needs().stream().filter(need -> need.clauses().contains(clause)).map(Decision.Need::fact).toList();
            List<String> points = beside ? points(found.get().verdict())
                    : decision.judgementsNeeded().stream().filter(open -> open.clauses().contains(clause)).map(Decision.Open::point).toList();
            Level level = barring.contains(clause) && found.get().truth() == Truth.NOT_MET ? Level.BLOCKED
                    : facts.isEmpty() && points.isEmpty() ? Level.CLEAR : Level.OPEN;
            rules.add(new Rule(clause, found.get().clause(), level, facts, points, found.get()));
        }
        return rules;
    }

    /** A decision that is barred asks for nothing more; a bar may end, and then the clause would be open all the same. */
    private static boolean isOpenBesideABar(Decision decision, Decision.Found found) {
        return decision.outcome() == Outcome.INELIGIBLE && !found.truth().isSettled() && decision.findings().stream()
                .noneMatch(whole -> whole.truth() == Truth.MET && found.clause().isPartOf(whole.clause().id()));
    }

    static List<String> points(Verdict verdict) {
        return verdict.open().stream().map(point -> point.substring(point.indexOf('.') + 1)).sorted().toList();
    }

    private static Optional<Decision.Found> found(Decision decision, String clause) {
        return decision.findings().stream().filter(found -> found.clause().id().equals(clause)).findFirst();
    }

    private static Decision decide(Desk desk, Inquiry inquiry, List<PriorAward> history) {
        Map<String, Object> facts = new HashMap<>(inquiry.facts());
        facts.put(History.FACT, Known.of(History.FACT, history));
        return desk.decide(new Inquiry(inquiry.selections(), inquiry.asOf(), inquiry.readings(), inquiry.judgements(), facts)).get(0);
    }
}
