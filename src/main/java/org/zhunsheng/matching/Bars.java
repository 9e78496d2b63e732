package org.zhunsheng.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Inquiry;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.rulebase.RuleBase;

/**
 * Whether one support excludes another. No table of conflicts is kept: each document is asked again with the other support in the
 * history, so that its own clauses, under the readings at hand, say what they bar.
 */
final class Bars {

    private static final String HISTORY = "awardsHistory";
    private static final List<Outcome> WORSE = List.of(Outcome.ELIGIBLE, Outcome.NEEDS_JUDGEMENT, Outcome.INSUFFICIENT_FACTS, Outcome.INELIGIBLE);

    /** The clause that bars, and from when it no longer would. */
    record Bar(List<String> clauses, LocalDate freeFrom) {
    }

    private final BlockModel award;
    private final Map<String, Boolean> asksForHistory = new ConcurrentHashMap<>();

    Bars(FactCatalogue catalogue) {
        this.award = catalogue.rootFact(HISTORY).records();
    }

    /** The questions of one call. The same one is put once: other readings leave most candidates and most awards as they are. */
    final class Asked {

        private final Map<Candidate, Map<List<PriorAward>, Optional<Bar>>> answered = new IdentityHashMap<>();
        private final Map<Candidate, PriorAward> awards = new IdentityHashMap<>();

        /** What bars the candidate once the other one has been decided on the day of its application; null if nothing does. */
        Bar on(Candidate candidate, Candidate decided, List<Candidate> all) {
            return candidate.desk() != decided.desk() && on(candidate, foreign(candidate, all)) == null ? null : on(candidate, List.of(award(decided)));
        }

        private PriorAward award(Candidate decided) {
            return awards.computeIfAbsent(decided, Bars.this::awarded);
        }

        private Bar on(Candidate candidate, List<PriorAward> history) {
            return answered.computeIfAbsent(candidate, each -> new HashMap<>())
                    .computeIfAbsent(history, decided -> Optional.ofNullable(Bars.this.on(candidate, decided))).orElse(null);
        }

        /** A history can only bar: whom all money of other documents together does not, none of it does, and one question serves for many. */
        private List<PriorAward> foreign(Candidate candidate, List<Candidate> all) {
            return all.stream().filter(other -> other.desk() != candidate.desk()).map(this::award).toList();
        }
    }

    Asked asked() {
        return new Asked();
    }

    private boolean asksForHistory(RuleBase base) {
        return asksForHistory.computeIfAbsent(base.digest(), digest -> award.facts().stream().anyMatch(fact -> !base.uses(fact.path()).isEmpty()));
    }

    private Bar on(Candidate candidate, List<PriorAward> decided) {
        if (!asksForHistory(candidate.desk().base())) {
            return null;
        }
        Map<String, Object> facts = new HashMap<>(candidate.facts());
        List<PriorAward> history = new ArrayList<>();
        if (facts.get(HISTORY) instanceof Known<?> known && known.isValue()) {
            ((List<?>) known.value()).forEach(each -> history.add((PriorAward) each));
        }
        history.addAll(decided);
        facts.put(HISTORY, Known.of(HISTORY, history));
        Inquiry before = candidate.inquiry();
        Decision then = candidate.desk().decide(new Inquiry(before.selections(), before.asOf(), before.readings(), before.judgements(), facts)).get(0);
        if (WORSE.indexOf(then.outcome()) <= WORSE.indexOf(candidate.decision().outcome())) {
            return null;
        }
        return new Bar(candidate.leaves(then), then.values().get("firstFreeDay") instanceof LocalDate free ? free : null);
    }

    private PriorAward awarded(Candidate decided) {
        Map<String, Object> known = new HashMap<>();
        known.put("awardId", decided.activity());
        known.put("sameUnit", true);
        if (decided.facts().get("applicant") instanceof Applicant applicant) {
            known.put("unitCode", applicant.unifiedSocialCreditCode().value());
        }
        if (decided.facts().get("application") instanceof Application application) {
            known.put("contentKey", application.contentKey().value());
        }
        known.put("policy", decided.policy());
        known.put("direction", decided.decision().direction());
        known.put("funderLevel", PriorAward.FunderLevel.valueOf(decided.desk().base().policy().funderLevel().name()));
        known.put("form", PriorAward.Form.MONEY);
        known.put("state", PriorAward.State.PAID);
        known.put("decidedOn", decided.inquiry().asOf());
        known.put("receivedOn", decided.inquiry().asOf());
        known.put("amountYuan", decided.yuan());
        return (PriorAward) award.of(known);
    }
}
