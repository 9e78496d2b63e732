package org.zhunsheng.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.ProblemException;

@DisplayName("契约中的事实与事实记录一致")
class FactSchemaTest {

    private static final Contract CONTRACT = Contract.FILE;
    private static final FactCatalogue CATALOGUE = new RuleBases().catalogue();
    private static final FactReader READER = new FactReader(CATALOGUE);

    /** The largest whole number and the largest number that can be written at all. */
    private static final List<BigDecimal> WRITABLE = List.of(new BigDecimal(Integer.MAX_VALUE), new BigDecimal("999999999999999"));

    /** What a caller may try to write; which of it is right differs from fact to fact. */
    private static final List<String> ATTEMPTS = List.of("null", "true", "\"true\"", "0", "-1", "1", "1.5", "101", "2023", "2147483648",
            "-0.01", "999999999999999", "1000000000000000", "\"\"", "\" \"", "\"x\"", "\"2023-03-15\"", "\"2023-02-30\"", "\"2023-3-15\"", "\"NO_SUCH_CODE\"",
            "{\"none\":true}", "{\"none\":false}", "{}", "{\"2022\":1}", "{\"2022\":-1}", "{\"1900\":1}", "{\"2022\":\"1\"}", "[]", "[null]", "[\"x\"]",
            "[\"2023-03-15\"]", "[1]", "[{}]", "[{\"noSuchFact\":1}]");

    @Test
    @DisplayName("分组、字段、名称、单位一个不少，一个不多")
    void names() {
        Set<String> blocks = new TreeSet<>(CATALOGUE.names());
        assertEquals(blocks, fieldNames(CONTRACT.schema("Facts").get("properties")));
        List<String> undescribed = new ArrayList<>();
        CATALOGUE.models().forEach(block -> {
            Set<String> facts = new TreeSet<>();
            block.facts().forEach(fact -> facts.add(fact.name()));
            assertEquals(facts, fieldNames(schema(block).get("properties")), block.path());
            block.facts().forEach(fact -> {
                String description = property(fact).path("description").asText();
                if (!description.startsWith(fact.label()) || !fact.unit().isEmpty() && !description.contains("单位" + fact.unit())
                        || fact.admitsNone() && !description.contains(fact.none())) {
                    undescribed.add(fact.path() + " 的说明应写明 " + fact.label() + " " + fact.unit() + " " + fact.none() + "：" + description);
                }
            });
        });
        assertEquals(List.of(), undescribed);
    }

    @TestFactory
    @DisplayName("类型、代码、上下限、能否申明没有")
    Stream<DynamicTest> types() {
        return CATALOGUE.facts().stream().map(fact -> DynamicTest.dynamicTest(fact.path(), () -> {
            JsonNode value = property(fact);
            assertEquals(fact.admitsNone(), value.has("oneOf"), "oneOf 与 none 同有同无");
            if (fact.admitsNone()) {
                assertEquals("#/components/schemas/None", value.at("/oneOf/1/$ref").asText());
                value = CONTRACT.flat(value.at("/oneOf/0"));
            }
            JsonNode scalar = fact.kind() == FactKind.LIST ? CONTRACT.flat(value.get("items"))
                    : fact.kind() == FactKind.YEAR_MAP ? CONTRACT.flat(value.get("additionalProperties")) : value;
            assertEquals(type(fact.kind()), value.path("type").asText());
            assertEquals(type(fact.element() == null ? fact.kind() : fact.element()), scalar.path("type").asText());
            assertEquals("DATE".equals(String.valueOf(fact.element() == null ? fact.kind() : fact.element())),
                    scalar.path("format").asText().equals("date"));
            List<String> codes = new ArrayList<>();
            scalar.path("enum").forEach(code -> codes.add(code.asText()));
            assertEquals(List.copyOf(fact.constants().keySet()), codes);
            assertEquals(fact.min(), limit(scalar.get("minimum")));
            assertEquals(fact.max(), limit(scalar.get("maximum")));
        }));
    }

    /** The file and the reader are two descriptions of one language; neither may admit what the other refuses. */
    @TestFactory
    @DisplayName("模式与程序对同样的写法有同样的取舍")
    Stream<DynamicTest> sameLanguage() {
        return CATALOGUE.facts().stream().map(fact -> DynamicTest.dynamicTest(fact.path(), () -> {
            Set<String> attempts = new LinkedHashSet<>(ATTEMPTS);
            fact.constants().keySet().forEach(code -> {
                attempts.add('"' + code + '"');
                attempts.add("[\"" + code + "\"]");
            });
            for (String attempt : attempts) {
                ObjectNode request = Contract.JSON.createObjectNode().put("question", "SUPPORT").put("policy", "jkf_2022_9");
                request.set("facts", around(fact.path(), Contract.JSON.readTree(attempt)));
                judgedAlike(attempt, request);
            }
        }));
    }

    @TestFactory
    @DisplayName("请求中事实以外的部分也一样（口径的名称由台账取舍）")
    Stream<DynamicTest> sameLanguageAroundFacts() {
        Stream<String> members = Stream.of("question", "policy", "direction", "step", "asOf", "simulate", "facts", "judgements");
        return Stream.concat(members, Stream.of("value", "by", "on", "reason").map("judgements."::concat)).map(member ->
                DynamicTest.dynamicTest(member, () -> {
                    for (String attempt : ATTEMPTS) {
                        ObjectNode request = Contract.JSON.createObjectNode().put("question", "SUPPORT").put("policy", "jkf_2022_9");
                        ObjectNode judgement = Contract.JSON.createObjectNode().put("value", true).put("by", "甲").put("reason", "乙");
                        ObjectNode into = member.contains(".") ? judgement : request;
                        request.putObject("judgements").set("jkf_2022_9/6.2.2", judgement);
                        into.set(member.replace("judgements.", ""), Contract.JSON.readTree(attempt));
                        judgedAlike(attempt, request);
                    }
                }));
    }

    private static void judgedAlike(String attempt, JsonNode request) throws IOException {
        List<String> misfits = CONTRACT.misfits(CONTRACT.schema("EvaluationRequest"), request);
        String refusal = refusal(request);
        assertTrue(!misfits.isEmpty() || refusal.isEmpty(), attempt + " 契约接受，程序拒绝：" + refusal);
        assertTrue(misfits.isEmpty() || !refusal.isEmpty(), attempt + " 程序接受，契约拒绝：" + misfits);
    }

    /** {@code park.siteAreaM2} becomes {"park":{"siteAreaM2":…}}, and {@code awardsHistory[].state} {"awardsHistory":[{"state":…}]}. */
    private static JsonNode around(String path, JsonNode value) {
        JsonNode inner = value;
        List<String> names = new ArrayList<>(List.of(path.split("\\.")));
        while (!names.isEmpty()) {
            String name = names.remove(names.size() - 1);
            JsonNode member = name.endsWith("[]") ? Contract.JSON.createArrayNode().add(inner) : inner;
            inner = Contract.JSON.createObjectNode().set(name.replace("[]", ""), member);
        }
        return inner;
    }

    private static String refusal(JsonNode request) throws IOException {
        try {
            READER.read(Contract.JSON.writeValueAsBytes(request));
            return "";
        } catch (ProblemException refused) {
            return refused.getMessage();
        }
    }

    private static JsonNode schema(BlockModel block) {
        return CONTRACT.schema(block.type().getSimpleName());
    }

    private static JsonNode property(FactModel fact) {
        String block = fact.path().contains(".") ? fact.path().substring(0, fact.path().lastIndexOf('.')) : null;
        JsonNode owner = block == null ? CONTRACT.schema("Facts")
                : schema(CATALOGUE.models().stream().filter(model -> model.path().equals(block)).findFirst().orElseThrow());
        return CONTRACT.flat(owner.at("/properties/" + fact.name()));
    }

    private static String type(FactKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case INTEGER -> "integer";
            case DECIMAL, MONEY -> "number";
            case DATE, TEXT, ENUM -> "string";
            case LIST -> "array";
            case RECORD, YEAR_MAP -> "object";
        };
    }

    private static BigDecimal limit(JsonNode number) {
        return number == null || WRITABLE.contains(number.decimalValue()) ? null : number.decimalValue();
    }

    private static Set<String> fieldNames(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
