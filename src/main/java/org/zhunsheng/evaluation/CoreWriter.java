package org.zhunsheng.evaluation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.findings.Award;
import org.zhunsheng.findings.Evidence;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.FactWriter;

/**
 * Writes the core of an answer: everything the decision is made of and nothing of when and for whom, in canonical form, so that equal
 * requests under one rule base have equal bytes. Names are written in their order; sentences are made when somebody reads.
 */
public final class CoreWriter {

    private final FactWriter facts;

    public CoreWriter(FactCatalogue catalogue) {
        this.facts = new FactWriter(catalogue);
    }

    byte[] core(EvaluationRequest request, Inquiry inquiry, List<Decision> decisions, Remembered remembered, String ruleBase) {
        CanonicalJson json = new CanonicalJson().object().name("asOf").value(inquiry.asOf().toString());
        json.name("calendar").value(WorkingDays.official().version());
        list(json, "decisions", decisions, decision -> decision(json, decision, true));
        Guidance.write(json, inquiry.guidance());
        Remembered.write(json, remembered);
        facts.write(json.name("request"), request);
        return json.name("ruleBase").value(ruleBase).end().bytes();
    }

    /** @param whole with every finding; without them where the same can be had by asking again */
    public CanonicalJson decision(CanonicalJson json, Decision decision, boolean whole) {
        json.object();
        text(json, "amountKind", decision.amountKind() == null ? null : decision.amountKind().name());
        range(json, decision);
        if (!decision.consequences().isEmpty()) {
            list(json, "consequences", decision.consequences(), consequence -> {
                json.object().name("clause").value(consequence.clause()).name("mandatory").value(consequence.mandatory())
                        .name("measure").value(consequence.measure());
                yuan(json, "upToYuan", consequence.upToYuan());
                return json.name("verdict").value(consequence.verdict().name()).end();
            });
        }
        texts(json, "decidedBy", decision.decidedBy());
        text(json, "direction", decision.direction());
        if (whole) {
            list(json, "findings", decision.findings(), found -> found(json, found));
        }
        list(json, "judgementsNeeded", decision.judgementsNeeded(), open -> {
            json.object();
            texts(json, "clauses", open.clauses());
            if (!open.grades().isEmpty()) {
                texts(json, "grades", open.grades());
            }
            prospect(json.name("ifFavourable"), open.ifFavourable());
            prospect(json.name("ifUnfavourable"), open.ifUnfavourable());
            return json.name("point").value(open.point()).end();
        });
        yuan(json, "maxAmountYuan", decision.maxAmountYuan());
        list(json, "needs", decision.needs(), need -> {
            json.object();
            texts(json, "clauses", need.clauses());
            json.name("fact").value(need.fact());
            prospect(json.name("ifFavourable"), need.ifFavourable());
            prospect(json.name("ifUnfavourable"), need.ifUnfavourable());
            return json.end();
        });
        json.name("outcome").value(decision.outcome().name());
        text(json, "paymentMode", decision.paymentMode() == null ? null : decision.paymentMode().name());
        json.name("question").value(decision.question().name());
        if (decision.responsible() != null) {
            json.name("responsible").object().name("en").value(decision.responsible().en()).name("zh").value(decision.responsible().zh()).end();
        }
        if (decision.sensitivity() != null) {
            list(json, "sensitivity", decision.sensitivity(), sensitivity -> sensitivity(json, sensitivity));
        }
        text(json, "step", decision.step());
        text(json, "tier", decision.tier());
        facts.write(json.name("values"), decision.values());
        return list(json, "warnings", decision.warnings(), warning -> {
            json.object();
            text(json, "clause", warning.clause());
            return json.name("code").value(warning.code()).end();
        }).end();
    }

    /** What would be different, and then all of it, so that nobody has to put the pieces together. */
    private CanonicalJson sensitivity(CanonicalJson json, Sensitivity sensitivity) {
        texts(json.object(), "changes", sensitivity.changes());
        text(json, "problem", sensitivity.problem() == null ? null : sensitivity.problem().name());
        facts.write(json.name("readings"), sensitivity.readings());
        if (!sensitivity.changes().isEmpty()) {
            Decision to = sensitivity.to();
            json.name("to").object();
            range(json, to);
            yuan(json, "maxAmountYuan", to.maxAmountYuan());
            json.name("outcome").value(to.outcome().name());
            text(json, "tier", to.tier());
            json.end();
        }
        return json.end();
    }

    private static void range(CanonicalJson json, Decision decision) {
        if (decision.amountRange() != null) {
            json.name("amountRange").object().name("fromYuan").value(decision.amountRange().fromYuan());
            yuan(json, "toYuan", decision.amountRange().toYuan());
            json.end();
        }
    }

    /** One finding, as it stands in every core. */
    public CanonicalJson found(CanonicalJson json, Decision.Found found) {
        Clause clause = found.clause();
        Verdict verdict = found.verdict();
        json.object();
        if (found.award() != null) {
            award(json.name("award"), found.award());
        }
        json.name("clause").value(clause.id());
        if (verdict != null && !verdict.evidence().isEmpty()) {
            list(json, "evidence", verdict.evidence(), evidence -> evidence(json, evidence));
        }
        text(json, "place", found.place());
        if (!clause.readings().isEmpty()) {
            texts(json, "readings", clause.readings());
        }
        text(json, "rule", found.place() == null ? found.rule() : null);
        if (verdict != null && !verdict.values().isEmpty()) {
            facts.write(json.name("values"), new TreeMap<>(verdict.values()));
        }
        return json.name("verdict").value(found.truth().name()).end();
    }

    private CanonicalJson evidence(CanonicalJson json, Evidence evidence) {
        json.object().name("fact").value(evidence.fact().name());
        if (evidence.fact().isMissing()) {
            json.name("missing").value(true);
        } else if (evidence.fact().isNone()) {
            json.name("none").value(true);
        }
        if (evidence.required() != null) {
            facts.write(json.name("required"), evidence.required());
        }
        json.name("test").value(evidence.test().name());
        if (evidence.fact().isValue()) {
            facts.write(json.name("value"), evidence.fact().value());
        }
        return json.name("verdict").value(evidence.truth().name()).end();
    }

    private static void award(CanonicalJson json, Award award) {
        json.object();
        yuan(json, "baseYuan", award.baseYuan());
        yuan(json, "capYuan", award.capYuan());
        yuan(json, "ceilingYuan", award.ceilingYuan());
        text(json, "kind", award.kind() == null ? null : award.kind().name());
        text(json, "paymentMode", award.paymentMode() == null ? null : award.paymentMode().name());
        if (award.provisional()) {
            json.name("provisional").value(true);
        }
        yuan(json, "ratePercent", award.ratePercent());
        json.end();
    }

    private static void prospect(CanonicalJson json, Decision.Prospect prospect) {
        json.object();
        yuan(json, "maxAmountYuan", prospect.maxAmountYuan());
        json.name("outcome").value(prospect.outcome().name()).end();
    }

    private static <T> CanonicalJson list(CanonicalJson json, String name, Collection<T> elements, Function<T, CanonicalJson> write) {
        json.name(name).array();
        elements.forEach(write::apply);
        return json.end();
    }

    private static void texts(CanonicalJson json, String name, Collection<String> texts) {
        list(json, name, texts, json::value);
    }

    private static void text(CanonicalJson json, String name, String text) {
        if (text != null) {
            json.name(name).value(text);
        }
    }

    private static void yuan(CanonicalJson json, String name, BigDecimal amount) {
        if (amount != null) {
            json.name(name).value(amount);
        }
    }
}
