package org.zhunsheng.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What of an answer a later fact can alter so that somebody must be told: outcome, amount, level, the first free day, and the clauses all
 * that rests on. Other awards searched, or a fresher list with the same word, make the core another one and the answer not.
 */
record Substance(byte[] json) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final List<String> OF_DECISION = List.of("amountRange", "decidedBy", "direction", "maxAmountYuan", "outcome", "question", "step", "tier");

    /** A clause that says something else now; a null verdict: it had nothing to say. */
    record Change(String direction, String clause, String from, String to) {
    }

    static Substance of(JsonNode core) {
        ObjectNode substance = JSON.createObjectNode();
        ObjectNode answer = substance.putObject("answer");
        ObjectNode verdicts = substance.putObject("verdicts");
        if (AnswerKind.CHECK.isOf(core)) {
            ofCheck(core, answer, verdicts.putObject(""));
        } else {
            ofDecisions(core, answer, verdicts);
        }
        return new Substance(canonical(new CanonicalJson(), substance).bytes());
    }

    private static void ofCheck(JsonNode core, ObjectNode answer, ObjectNode verdicts) {
        answer.set("level", core.get("level"));
        copy(core, "firstFreeDay", answer);
        ArrayNode blocking = answer.putArray("blockedBy");
        for (JsonNode rule : core.get("rules")) {
            verdicts.set(rule.get("clause").asText(), rule.get("level"));
            if (rule.get("level").asText().equals("BLOCKED")) {
                blocking.add(rule.get("clause"));
            }
        }
    }

    private static void ofDecisions(JsonNode core, ObjectNode answer, ObjectNode verdicts) {
        ArrayNode decisions = answer.putArray("decisions");
        for (JsonNode decided : core.path("decisions")) {
            ofDecision(decided, decisions.addObject());
            ObjectNode said = verdicts.withObject("/" + decided.path("direction").asText());
            decided.path("findings").forEach(finding -> said.set(finding.get("clause").asText(), finding.get("verdict")));
        }
        for (JsonNode candidate : core.path("candidates")) {
            ObjectNode decision = decisions.addObject();
            ofDecision(candidate.get("decision"), decision);
            copy(candidate, "activity", decision);
            copy(candidate, "policy", decision);
        }
        if (AnswerKind.MATCH.isOf(core)) {
            copy(core.get("combination"), "chosen", answer);
            copy(core.get("combination"), "totals", answer);
        }
    }

    private static void ofDecision(JsonNode decision, ObjectNode into) {
        OF_DECISION.forEach(name -> copy(decision, name, into));
        copy(decision.path("values"), "firstFreeDay", into);
    }

    private static void copy(JsonNode from, String name, ObjectNode into) {
        if (from.has(name)) {
            into.set(name, from.get(name));
        }
    }

    /** What was asked again is answered in the same way. */
    boolean sameAs(Substance other) {
        return Arrays.equals(answer(), other.answer());
    }

    byte[] answer() {
        return Answer.member(json, "answer");
    }

    List<Change> changes(Substance later) {
        JsonNode from = tree(json).get("verdicts");
        JsonNode to = tree(later.json).get("verdicts");
        List<Change> changes = new ArrayList<>();
        for (String direction : names(from, to)) {
            for (String clause : names(from.path(direction), to.path(direction))) {
                JsonNode before = from.path(direction).path(clause);
                JsonNode after = to.path(direction).path(clause);
                if (!before.equals(after)) {
                    changes.add(new Change(direction.isEmpty() ? null : direction, clause, before.textValue(), after.textValue()));
                }
            }
        }
        return changes;
    }

    private static TreeSet<String> names(JsonNode one, JsonNode other) {
        TreeSet<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new IllegalStateException("记录不是有效的 JSON", unreadable);
        }
    }

    private static CanonicalJson canonical(CanonicalJson json, JsonNode node) {
        if (node.isObject()) {
            json.object();
            names(node, node).forEach(name -> canonical(json.name(name), node.get(name)));
            return json.end();
        }
        if (node.isArray()) {
            json.array();
            node.forEach(element -> canonical(json, element));
            return json.end();
        }
        return node.isNumber() ? json.value(node.decimalValue()) : node.isBoolean() ? json.value(node.booleanValue()) : json.value(node.textValue());
    }
}
