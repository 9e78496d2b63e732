package org.zhunsheng.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("组合用例")
class MatchCasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleBases BASES = new RuleBases();
    private static final Matches MATCHES = new Matches(BASES, new Evaluations(BASES));

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        JsonNode file = new YAMLMapper().readTree(Path.of("rules-drl/cross_policy/combinations.matches.yaml").toFile());
        return StreamSupport.stream(file.get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("id").asText() + " " + one.get("title").asText(), () -> check(file, one)));
    }

    private static void check(JsonNode file, JsonNode one) throws IOException {
        JsonNode core = JSON.readTree(MATCHES.match(JSON.writeValueAsBytes(request(file, one)), LocalDate.of(2025, 5, 20)).core());
        JsonNode expect = one.get("expect");
        List<String> wrong = new ArrayList<>();
        JsonNode combination = core.get("combination");
        if (expect.has("chosen")) {
            Map<String, String> chosen = new TreeMap<>();
            combination.get("chosen").forEach(place -> {
                JsonNode candidate = core.get("candidates").get(place.asInt());
                chosen.merge(candidate.get("activity").asText(), candidate.get("policy").asText() + "/" + candidate.at("/decision/tier").asText(),
                        (a, b) -> a + "、" + b);
            });
            same("chosen", JSON.convertValue(expect.get("chosen"), TreeMap.class), chosen, wrong);
        }
        expect.path("leftOut").properties().forEach(left -> same("leftOut " + left.getKey(), left.getValue().asText(),
                leftOut(core, left.getKey()).at("/clauses/0").asText(), wrong));
        expect.path("freeFrom").properties().forEach(left -> same("freeFrom " + left.getKey(), left.getValue().asText(),
                leftOut(core, left.getKey()).at("/freeFrom").asText(), wrong));
        expect.path("reasons").properties().forEach(left -> same("reasons " + left.getKey(), left.getValue().asText(),
                leftOut(core, left.getKey()).at("/reason").asText(), wrong));
        expect.path("outcomes").properties().forEach(named -> same(named.getKey(), named.getValue().asText(), outcome(core, named.getKey()), wrong));
        expect.path("absent").forEach(named -> same(named.asText(), "", outcome(core, named.asText()), wrong));
        expect.path("silent").forEach(policy -> core.get("candidates").forEach(candidate -> {
            if (candidate.get("policy").equals(policy)) {
                wrong.add(policy + " 不应有答复");
            }
        }));
        expect.path("values").properties().forEach(named -> same(named.getKey(), named.getValue().toString(), value(core, named.getKey()), wrong));
        expect.path("totals").properties().forEach(total -> same(total.getKey(), total.getValue().asLong(),
                combination.at("/totals/" + total.getKey()).asLong(), wrong));
        expect.path("alternatives").properties().forEach(other -> same(other.getKey(), other.getValue().asLong(), alternative(core, other.getKey()), wrong));
        expect.path("unchanged").forEach(reading -> core.get("alternatives").forEach(other -> {
            if (other.get("reading").equals(reading)) {
                wrong.add(reading + " 不应改变组合");
            }
        }));
        assertEquals(List.of(), wrong, core::toPrettyString);
    }

    private static ObjectNode request(JsonNode file, JsonNode one) {
        ObjectNode request = JSON.createObjectNode().put("simulate", true).put("sensitivity", true);
        ObjectNode facts = request.set("facts", file.at("/common/facts").deepCopy()).withObject("/facts");
        one.path("facts").properties().forEach(block -> facts.set(block.getKey(), block.getValue()));
        if (one.has("readings")) {
            request.set("readings", one.get("readings"));
        }
        request.set("activities", one.get("activities").deepCopy());
        request.get("activities").forEach(activity -> activity.path("judgements").properties().forEach(judged -> judged.setValue(
                JSON.createObjectNode().put("by", "评审组").put("on", "2025-06-20").put("reason", "用例给定").set("value", judged.getValue()))));
        return request;
    }

    private static JsonNode leftOut(JsonNode core, String activity) {
        for (JsonNode left : core.at("/combination/leftOut")) {
            if (core.get("candidates").get(left.get("candidate").asInt()).get("activity").asText().equals(activity)) {
                return left;
            }
        }
        return MissingNode.getInstance();
    }

    /** "a1 jkf_2022_4/MEASURE_17": what the document says of the activity under the direction. */
    private static String outcome(JsonNode core, String named) {
        return decision(core, named).path("outcome").asText();
    }

    /** The same with a name behind it: "a1 zkyf_2020_43/MEASURE_17 matchBasis". */
    private static String value(JsonNode core, String named) {
        int name = named.lastIndexOf(' ');
        return decision(core, named.substring(0, name)).path("values").path(named.substring(name + 1)).toString();
    }

    private static JsonNode decision(JsonNode core, String named) {
        for (JsonNode candidate : core.get("candidates")) {
            if (named.equals(candidate.get("activity").asText() + " " + candidate.get("policy").asText() + "/" + candidate.at("/decision/direction").asText())) {
                return candidate.get("decision");
            }
        }
        return MissingNode.getInstance();
    }

    private static long alternative(JsonNode core, String named) {
        for (JsonNode other : core.get("alternatives")) {
            if (named.equals(other.get("reading").asText() + "=" + other.get("option").asText())) {
                return other.at("/totals/totalMaxYuan").asLong();
            }
        }
        return core.at("/combination/totals/totalMaxYuan").asLong();
    }

    private static void same(String name, Object expected, Object actual, List<String> wrong) {
        if (!expected.equals(actual)) {
            wrong.add(name + "：应为 " + expected + "，实为 " + actual);
        }
    }
}
