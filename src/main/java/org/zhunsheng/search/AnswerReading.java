package org.zhunsheng.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.zhunsheng.search.Name.Kind;

/** Takes from a recorded answer what it is to be found by. No name of a person comes out of it. */
final class AnswerReading {

    private static final Logger LOG = Logger.getLogger(AnswerReading.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who asks, and under which name for his project: equal cases of two applicants are to be treated equally. */
    private static final List<List<String>> WHO = List.of(List.of("applicant", "name"), List.of("applicant", "unifiedSocialCreditCode"),
            List.of("application", "projectTitle"), List.of("application", "contentKey"));

    private final Keyed keyed;

    AnswerReading(Keyed keyed) {
        this.keyed = keyed;
    }

    /** @param point that the judgement was passed on from which the decision follows; null where it follows from none */
    Optional<Found> read(String policy, byte[] answer, String point) {
        try {
            JsonNode envelope = JSON.readTree(answer);
            return envelope.at("/core/decisions").isArray() ? Optional.of(found(policy, envelope, point)) : Optional.empty();
        } catch (IOException | RuntimeException notAnAnswer) {
            // one row that cannot be read must not hold up all that follow
            LOG.warnf("a decision of %s cannot be found, since it cannot be read: %s", policy, notAnAnswer.toString());
            return Optional.empty();
        }
    }

    private Found found(String policy, JsonNode envelope, String point) {
        JsonNode core = envelope.get("core");
        JsonNode request = core.get("request");
        ObjectNode facts = withoutWho(request.path("facts"));
        String circumstances = circumstances(core, facts);
        List<Found.Part> parts = new ArrayList<>();
        for (JsonNode decision : core.get("decisions")) {
            String asked = policy + "|" + text(decision, "question") + "|" + text(decision, "direction") + "|" + text(decision, "step") + "|";
            parts.add(part(policy, envelope, decision, keyed.digest(asked + facts), keyed.digest(asked + circumstances)));
        }
        return new Found(OffsetDateTime.parse(envelope.get("time").asText()).toInstant(), LocalDate.parse(core.get("asOf").asText()), subject(core), parts,
                judged(request.path("judgements"), point));
    }

    private static String subject(JsonNode core) {
        String named = text(core.at("/request/facts/applicant"), "unifiedSocialCreditCode");
        return named == null ? text(core.at("/request/registers"), "code") : named;
    }

    private Found.Part part(String policy, JsonNode envelope, JsonNode decision, UUID facts, UUID inputs) {
        Set<Name> tags = new LinkedHashSet<>(List.of(new Name(Kind.OUTCOME, text(decision, "outcome")), new Name(Kind.POLICY, policy),
                new Name(Kind.RULE_BASE, text(envelope.get("core"), "ruleBase")), new Name(Kind.CALLER, text(envelope, "caller")),
                new Name(Kind.QUESTION, text(decision, "question"))));
        if (decision.has("direction")) {
            tags.add(new Name(Kind.DIRECTION, text(decision, "direction")));
        }
        List<Found.Near> near = new ArrayList<>();
        Set<String> decisive = new LinkedHashSet<>();
        decision.path("decidedBy").forEach(clause -> decisive.add(clause.asText()));
        for (JsonNode finding : decision.path("findings")) {
            finding(policy, finding, decisive.contains(text(finding, "clause")), tags);
            finding.path("evidence").forEach(evidence -> near(policy, text(finding, "clause"), evidence).ifPresent(near::add));
        }
        if (!decisive.isEmpty()) {
            tags.add(new Name(Kind.DECIDED, String.join(" ", decisive)));
        }
        decisive.forEach(clause -> tags.add(new Name(Kind.DECIDED_BY, policy + "/" + clause)));
        envelope.at("/core/request/readings").properties().forEach(reading ->
                tags.add(new Name(Kind.READING, reading.getKey() + "=" + reading.getValue().asText())));
        envelope.at("/core/request/judgements").properties().forEach(judged ->
                tags.add(Name.judged(judged.getKey(), judged.getValue().path("value").asText())));
        JsonNode amount = decision.path("maxAmountYuan");
        return new Found.Part(amount.isNumber() ? amount.decimalValue() : null, tags, near, facts, inputs);
    }

    private static void finding(String policy, JsonNode finding, boolean decisive, Set<Name> tags) {
        tags.add(Name.clause(policy, text(finding, "clause"), text(finding, "verdict")));
        finding.path("readings").forEach(reading -> tags.add(new Name(Kind.READING, reading.asText())));
        if (decisive && finding.has("place")) {
            tags.add(new Name(Kind.ROW, Row.of(text(finding, "place"))));
        }
        if (decisive && finding.has("rule")) {
            tags.add(new Name(Kind.RULE, text(finding, "rule")));
        }
    }

    private static Optional<Found.Near> near(String policy, String clause, JsonNode evidence) {
        if (!evidence.path("value").isNumber() || !evidence.path("required").isNumber()) {
            return Optional.empty();
        }
        BigDecimal threshold = evidence.get("required").decimalValue();
        return Nearness.of(text(evidence, "test"), evidence.get("value").decimalValue(), threshold).map(nearness -> new Found.Near(
                new Name(Kind.POINT, policy + "/" + clause), new Name(Kind.FACT, text(evidence, "fact")), threshold, nearness.permille(), nearness.upwards()));
    }

    /** Of a case that was judged before, only the judgement that is new: the others stand with the decisions that they led to. */
    private List<Found.Judged> judged(JsonNode judgements, String point) {
        List<Found.Judged> judged = new ArrayList<>();
        judgements.properties().stream().filter(each -> point == null || each.getKey().equals(point)).filter(each -> each.getValue().has("by"))
                .forEach(each -> judged.add(new Found.Judged(new Name(Kind.POINT, each.getKey()), new Name(Kind.VALUE, each.getValue().path("value").asText()),
                        keyed.token(text(each.getValue(), "by")))));
        return judged;
    }

    static ObjectNode withoutWho(JsonNode facts) {
        ObjectNode rest = facts.isObject() ? facts.deepCopy() : JSON.createObjectNode();
        for (List<String> path : WHO) {
            if (rest.get(path.get(0)) instanceof ObjectNode block) {
                block.remove(path.get(1));
            }
        }
        return rest;
    }

    /** Everything that a decision is made of, judgements by their values only. */
    private static String circumstances(JsonNode core, ObjectNode facts) {
        ObjectNode all = ((ObjectNode) core).deepCopy();
        all.remove("decisions");
        ObjectNode request = (ObjectNode) all.get("request");
        request.set("facts", facts);
        request.remove(List.of("sensitivity", "direction"));
        request.path("judgements").properties().forEach(judged -> ((ObjectNode) judged.getValue()).retain("value"));
        return all.toString();
    }

    private static String text(JsonNode object, String name) {
        return object.hasNonNull(name) ? object.get(name).asText() : null;
    }
}
