package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Evaluations.Evaluated;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.wire.ProblemException;

@DisplayName("口径敏感性")
class SensitivityPropertiesTest {

    @Test
    @DisplayName("任意请求：所报的变化，与直接改用那个口径评定的结果相同；所涉口径的每个选项恰有一项")
    void anyRequest() {
        Trials.of(2, (request, asked, any, wrong) -> {
            if (Trials.isAnswered(request)) {
                compare(request, asked, wrong);
            }
        });
    }

    /** Cases stand on boundaries, where readings matter; a document that ended is read in no way. One in three: each is decided some thirty times. */
    @Test
    @DisplayName("用例也是，而且常有变化，一同起作用的口径也有")
    void cases() {
        Map<Integer, Long> changed = new TreeMap<>();
        List<String> found = new ArrayList<>();
        List<Case> all = Case.all().stream().filter(each -> !each.expect().has("error"))
                .filter(each -> InForce.BASES.inForce(each.request().get("policy").asText()).isPresent()).toList();
        for (int i = 0; i < all.size(); i += 3) {
            Case one = all.get(i);
            ObjectNode request = (ObjectNode) one.request();
            Policy policy = InForce.policy(request.get("policy").asText()).policy();
            Questions.of(policy).stream().filter(asked -> asked.toString().equals(Stream.of("question", "step", "direction")
                    .map(member -> request.path(member).asText()).filter(word -> !word.isEmpty()).collect(Collectors.joining(" ")))).forEach(asked ->
                    compare(request, asked, (heading, example) -> found.add(one.title() + "：" + heading))
                            .forEach((size, count) -> changed.merge(size, count, Long::sum)));
        }
        assertEquals(List.of(), found);
        assertTrue(changed.get(1) > 150 && changed.get(2) > 0, () -> "性质几乎没有检查：" + changed);
    }

    /** How many single readings and how many pairs change something. */
    private static Map<Integer, Long> compare(ObjectNode request, Questions asked, BiConsumer<String, Object> wrong) {
        JsonNode plain = core(Trials.evaluate(request)).at("/decisions/0");
        JsonNode sensitive = core(Trials.evaluate(request.deepCopy().put("sensitivity", true))).at("/decisions/0");
        if (!((ObjectNode) sensitive.deepCopy()).without("sensitivity").equals(plain) || plain.has("sensitivity")) {
            wrong.accept("问了敏感性，其余也变了", request);
        }
        Map<Integer, Long> changed = new TreeMap<>();
        List<Map<String, String>> reported = new ArrayList<>();
        for (JsonNode one : sensitive.get("sensitivity")) {
            Map<String, String> readings = new TreeMap<>();
            one.get("readings").properties().forEach(reading -> readings.put(reading.getKey(), reading.getValue().asText()));
            reported.add(readings);
            String expected = change(plain, request, readings);
            String said = one.has("problem") ? one.get("problem").asText() : one.get("changes") + " " + one.path("to");
            if (!said.equals(expected)) {
                wrong.accept(readings + " 报的是 " + said + "，直接评定是 " + expected, request);
            }
            changed.merge(readings.size(), one.get("changes").isEmpty() ? 0L : 1L, Long::sum);
        }
        if (!reported.equals(expected(asked, request))) {
            wrong.accept("口径应为 " + expected(asked, request) + "，实为 " + reported, request);
        }
        return changed;
    }

    /** The difference between two plain decisions, written as the answer writes it. */
    private static String change(JsonNode plain, ObjectNode request, Map<String, String> readings) {
        ObjectNode other = request.deepCopy();
        readings.forEach((id, option) -> other.withObject("/readings").put(id, option));
        JsonNode under;
        try {
            under = core(Trials.evaluate(other)).at("/decisions/0");
        } catch (ProblemException refused) {
            return refused.problem().code().name();
        }
        ArrayNode changes = Trials.JSON.createArrayNode();
        if (!plain.path("maxAmountYuan").equals(under.path("maxAmountYuan")) || !plain.path("amountRange").equals(under.path("amountRange"))) {
            changes.add("AMOUNT");
        }
        if (!plain.path("outcome").equals(under.path("outcome"))) {
            changes.add("OUTCOME");
        }
        if (!plain.path("tier").equals(under.path("tier"))) {
            changes.add("TIER");
        }
        return changes + " " + (changes.isEmpty() ? Trials.JSON.missingNode()
                : ((ObjectNode) under).retain("amountRange", "maxAmountYuan", "outcome", "tier"));
    }

    /** Every other option of the selectable readings that the selected clauses name and the request does not choose; then the pairs. */
    private static List<Map<String, String>> expected(Questions asked, ObjectNode request) {
        Policy policy = InForce.policy(request.get("policy").asText()).policy();
        Set<String> chosen = new TreeSet<>();
        request.path("readings").fieldNames().forEachRemaining(name -> chosen.add(policy.reading(name).orElseThrow().id()));
        Set<String> touched = asked.selection().clauses().stream().flatMap(clause -> clause.readings().stream())
                .filter(id -> !chosen.contains(id)).collect(Collectors.toCollection(TreeSet::new));
        List<Map<String, String>> expected = new ArrayList<>();
        touched.forEach(id -> options(policy, id).forEach(option -> expected.add(Map.of(id, option))));
        policy.pairs().stream().filter(touched::containsAll).forEach(pair -> options(policy, pair.get(0)).forEach(first -> options(policy, pair.get(1))
                .forEach(second -> expected.add(Map.of(pair.get(0), first, pair.get(1), second)))));
        return expected;
    }

    private static List<String> options(Policy policy, String id) {
        Reading reading = policy.reading(id).orElseThrow();
        return reading.choices().stream().map(Reading.Option::key).sorted().toList();
    }

    private static JsonNode core(Evaluated evaluated) {
        try {
            return Trials.JSON.readTree(evaluated.core());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
