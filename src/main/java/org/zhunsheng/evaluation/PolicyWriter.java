package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Compose;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Plan;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.CanonicalJson;

/** Writes documents, clauses and readings as JSON, names in their order. */
final class PolicyWriter {

    private PolicyWriter() {
    }

    static void summary(CanonicalJson json, RuleBase base, LocalDate asOf) {
        Policy policy = base.policy();
        json.object().name("inForceFrom").value(policy.inForceFrom().toString());
        optional(json, "inForceTo", policy.inForceTo());
        json.name("number").value(policy.number()).name("policy").value(policy.policy()).name("ruleBase").value(base.digest())
                .name("status").value(policy.inForce(asOf) ? "IN_FORCE" : "NOT_IN_FORCE");
        text(json.name("title"), policy.title());
        json.name("trial").value(policy.trial()).end();
    }

    static void policy(CanonicalJson json, RuleBase base, LocalDate today) {
        Policy policy = base.policy();
        TreeMap<String, Integer> counts = new TreeMap<>();
        policy.clauses().forEach(clause -> counts.merge(clause.status().name(), 1, Integer::sum));
        json.object().name("counts").object();
        counts.forEach((status, count) -> json.name(status).value(count));
        json.end().name("directions").array();
        policy.directions().forEach(direction -> direction(json, policy, direction));
        json.end().name("inForceFrom").value(policy.inForceFrom().toString());
        optional(json, "inForceTo", policy.inForceTo());
        text(json.name("issuer"), policy.issuer());
        json.name("number").value(policy.number()).name("policy").value(policy.policy()).name("questions").array();
        for (Plan plan : policy.questions()) {
            json.object();
            texts(json, "clauses", roots(plan));
            json.name("directions").value(plan.perDirection()).name("question").value(plan.question().name());
            optional(json, "step", plan.step());
            json.end();
        }
        json.end();
        optional(json, "planEndsOn", policy.planEndsOn());
        json.name("repeals").array();
        policy.repeals().forEach(repealed -> repealed(json, policy, repealed, today));
        json.end();
        if (policy.responsible() != null) {
            text(json.name("responsible"), policy.responsible());
        }
        optional(json.name("ruleBase").value(base.digest()), "signedOn", policy.signedOn());
        text(json.name("title"), policy.title());
        json.name("trial").value(policy.trial()).end();
    }

    private static void direction(CanonicalJson json, Policy policy, Direction direction) {
        json.object().name("block").value(direction.block()).name("clause").value(direction.clause());
        texts(json, "codes", direction.codes());
        json.name("en").value(direction.en()).name("id").value(direction.id());
        if (policy.responsible(direction) != null) {
            text(json.name("responsible"), policy.responsible(direction));
        }
        json.name("zh").value(direction.zh()).end();
    }

    /** A document that another one ended: known by its number, and no longer by its content. */
    static void repealed(CanonicalJson json, Policy policy, Policy.Repealed repealed, LocalDate asOf) {
        json.object().name("by").value(policy.policy() + "/" + repealed.by()).name("number").value(repealed.number())
                .name("status").value(asOf.isAfter(repealed.until()) ? "REPEALED" : "NOT_HELD").name("successor").value(policy.policy());
        if (repealed.title() != null) {
            text(json.name("title"), repealed.title());
        }
        json.name("until").value(repealed.until().toString()).end();
    }

    private static List<String> roots(Plan plan) {
        List<String> roots = new ArrayList<>();
        plan.compose().clauses(roots::add);
        return roots;
    }

    static void clause(CanonicalJson json, RuleBase base, Clause clause) {
        json.object();
        if (clause.compose() != null) {
            compose(json.name("compose"), clause.compose());
        }
        json.name("en").value(clause.en());
        texts(json, "facts", base.facts(clause.id()));
        json.name("id").value(clause.id());
        if (!clause.judgements().isEmpty()) {
            json.name("judgements").object();
            new TreeMap<>(clause.judgements()).forEach((point, grades) -> texts(json, point, grades));
            json.end();
        }
        if (!clause.home().isEmpty()) {
            texts(json, "home", clause.home());
        }
        json.name("kind").value(clause.kind().name());
        texts(json, "optional", clause.optional());
        texts(json, "questions", questions(base.policy(), clause));
        texts(json, "readings", clause.readings());
        if (clause.remedy() != null) {
            json.name("remedy").object().name("en").value(clause.remedy().en()).name("zh").value(clause.remedy().zh()).end();
        }
        json.name("rules").array();
        base.behind(clause.id()).forEach(origin -> {
            json.object();
            optional(json, "place", origin.place());
            optional(json, "row", origin.row());
            json.name("rule").value(origin.rule()).end();
        });
        json.end().name("status").value(clause.status().name());
        optional(json, "why", clause.why());
        json.name("zh").value(clause.zh()).end();
    }

    /** The questions that select a clause, a step behind its question. */
    private static List<String> questions(Policy policy, Clause clause) {
        List<String> questions = new ArrayList<>();
        for (Plan plan : policy.questions()) {
            List<Direction> directions = new ArrayList<>(plan.perDirection() ? policy.directions() : List.of());
            if (!plan.perDirection()) {
                directions.add(null);
            }
            if (directions.stream().anyMatch(direction -> new Selection(policy, plan, direction).place(clause.id()) >= 0)) {
                questions.add(plan.question() + (plan.step() == null ? "" : "/" + plan.step()));
            }
        }
        return questions;
    }

    private static void compose(CanonicalJson json, Compose compose) {
        if (compose instanceof Compose.Of of) {
            json.value(of.clause());
        } else if (compose instanceof Compose.Under under) {
            json.object().name("options").object();
            new TreeMap<>(under.options()).forEach((option, part) -> compose(json.name(option), part));
            compose(json.end().name("otherwise"), under.otherwise());
            json.name("under").value(under.reading()).end();
        } else {
            String connective = compose.getClass().getSimpleName();
            json.object().name(Character.toLowerCase(connective.charAt(0)) + connective.substring(1)).array();
            compose.parts().forEach(part -> compose(json, part));
            json.end().end();
        }
    }

    static void reading(CanonicalJson json, String policy, Reading reading) {
        json.object();
        texts(json, "aliases", reading.aliases());
        json.name("alternatives").array();
        reading.alternatives().forEach(option -> option(json, option));
        json.end();
        texts(json, "clauses", reading.clauses());
        json.name("en").value(reading.en());
        optional(json, "fixedBecause", reading.fixedBecause());
        json.name("id").value(reading.id()).name("policy").value(policy).name("selectable").value(reading.selectable());
        option(json.name("standard"), reading.standard());
        json.name("why").value(reading.why()).name("zh").value(reading.zh()).end();
    }

    private static void option(CanonicalJson json, Reading.Option option) {
        json.object().name("en").value(option.en());
        optional(json, "fixedBecause", option.fixedBecause());
        json.name("key").value(option.key()).name("zh").value(option.zh()).end();
    }

    private static void text(CanonicalJson json, Policy.Text text) {
        json.object().name("en").value(text.en()).name("zh").value(text.zh()).end();
    }

    private static void texts(CanonicalJson json, String name, Iterable<String> texts) {
        json.name(name).array();
        texts.forEach(json::value);
        json.end();
    }

    private static void optional(CanonicalJson json, String name, Object value) {
        if (value != null) {
            json.name(name).value(value.toString());
        }
    }
}
