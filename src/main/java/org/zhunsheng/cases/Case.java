package org.zhunsheng.cases;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.rulebase.BuiltCases;

/** One case of a case file: a request and what must come of it, under the default readings or others. */
public record Case(String policy, String file, String title, JsonNode request, JsonNode expect) {

    /** Exact decimals: a double would turn 49999999.99 into an exponent. */
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

    /** Every case of every policy, in the order of files. */
    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        BuiltCases.policies().forEach(policy -> cases.addAll(of(policy, BuiltCases.files(policy))));
        return cases;
    }

    private static List<Case> of(String policy, Map<String, byte[]> contents) {
        Map<String, JsonNode> files = new LinkedHashMap<>();
        contents.forEach((name, json) -> files.put(name, read(json)));
        Map<String, JsonNode> profiles = new LinkedHashMap<>();
        files.forEach((file, content) -> content.path("profiles").properties().forEach(profile -> {
            if (profiles.put(profile.getKey(), profile.getValue()) != null) {
                throw new IllegalArgumentException(file + "：样本 " + profile.getKey() + " 已在别处定义");
            }
        }));
        List<Case> cases = new ArrayList<>();
        files.forEach((file, content) -> content.path("cases").forEach(one -> expand(policy, file, one, profiles, cases)));
        return cases;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expand(String policy, String file, JsonNode one, Map<String, JsonNode> profiles, List<Case> into) {
        String title = (one.has("id") ? one.get("id").asText() + " " : "") + one.required("title").asText();
        ObjectNode facts = JSON.createObjectNode();
        if (one.has("from")) {
            JsonNode profile = profiles.get(one.get("from").asText());
            if (profile == null) {
                throw new IllegalArgumentException(file + "：" + title + "：没有样本 " + one.get("from"));
            }
            facts = profile.deepCopy();
        }
        for (String part : List.of("policy", "question", "direction", "step", "asOf", "facts", "judgements")) {
            if (one.has(part)) {
                facts.set(part, one.get(part).deepCopy());
            }
        }
        change(facts, one);
        into.add(new Case(policy, file, title, request(policy, facts, null), one.required("expect")));
        for (JsonNode under : one.path("under")) {
            ObjectNode other = facts.deepCopy();
            change(other, under);
            String changed = under.has("set") || under.has("unset") ? " " + under.path("set") + under.path("unset") : "";
            into.add(new Case(policy, file, title + " " + under.get("readings") + changed, request(policy, other, under.required("readings")),
                    under.required("expect")));
        }
    }

    private static void change(ObjectNode base, JsonNode one) {
        one.path("unset").forEach(path -> parent(base, path.asText(), false).remove(last(path.asText())));
        one.path("set").properties().forEach(change -> parent(base, change.getKey(), true).set(last(change.getKey()), change.getValue()));
    }

    /** Dotted paths: judgement points have dots of their own, so everything behind "judgements." is the point. */
    private static ObjectNode parent(ObjectNode base, String path, boolean create) {
        if (path.startsWith("judgements.")) {
            return base.withObject("/judgements");
        }
        ObjectNode at = base.withObject("/facts");
        for (int dot = path.indexOf('.'), from = 0; dot >= 0; from = dot + 1, dot = path.indexOf('.', from)) {
            at = at.withObject("/" + path.substring(from, dot));
        }
        return at;
    }

    private static String last(String path) {
        return path.startsWith("judgements.") ? path.substring("judgements.".length()) : path.substring(path.lastIndexOf('.') + 1);
    }

    private static JsonNode request(String policy, ObjectNode facts, JsonNode readings) {
        ObjectNode request = facts.deepCopy();
        request.put("simulate", true);
        if (!request.has("policy")) {
            request.put("policy", policy);
        }
        ObjectNode judgements = request.putObject("judgements");
        facts.path("judgements").properties().forEach(given -> judgements.putObject(policy + "/" + given.getKey())
                .put("by", "评审组").put("on", "2023-04-20").put("reason", "用例给定").set("value", given.getValue()));
        if (readings != null) {
            request.set("readings", readings);
        }
        return request;
    }
}
