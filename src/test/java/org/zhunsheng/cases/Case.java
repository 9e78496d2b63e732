package org.zhunsheng.cases;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One case of a case file: a request and what must come of it, under the default readings or others. */
public record Case(String policy, String file, String title, JsonNode request, JsonNode expect) {

    /** Exact decimals: a double would turn 49999999.99 into an exponent. */
    private static final ObjectMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
    private static final Path ROOT = Path.of("");

    /** Every case of every policy, in the order of files. */
    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Path folder : folders()) {
            cases.addAll(of(folder));
        }
        return cases;
    }

    private static List<Path> folders() {
        try (Stream<Path> found = Files.list(ROOT.resolve("rules-drl"))) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> of(Path folder) {
        Map<Path, JsonNode> files = new LinkedHashMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".cases.yaml")).sorted().toList()) {
                files.put(file, YAML.readTree(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, JsonNode> profiles = new LinkedHashMap<>();
        files.forEach((file, yaml) -> yaml.path("profiles").properties().forEach(profile -> {
            if (profiles.put(profile.getKey(), profile.getValue()) != null) {
                throw new IllegalArgumentException(file + "：样本 " + profile.getKey() + " 已在别处定义");
            }
        }));
        String policy = folder.getFileName().toString();
        List<Case> cases = new ArrayList<>();
        files.forEach((file, yaml) -> yaml.path("cases").forEach(one -> expand(policy, file.getFileName().toString(), one, profiles, cases)));
        return cases;
    }

    private static void expand(String policy, String file, JsonNode one, Map<String, JsonNode> profiles, List<Case> into) {
        String title = (one.has("id") ? one.get("id").asText() + " " : "") + one.required("title").asText();
        ObjectNode facts = YAML.createObjectNode();
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
