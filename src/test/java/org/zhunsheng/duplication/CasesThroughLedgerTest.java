package org.zhunsheng.duplication;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.cases.Case;
import org.zhunsheng.cases.Expected;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("用例走一遍台账：历史记在台账里，调用方一句不写，结论不变")
class CasesThroughLedgerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> LEVELS = Map.of("MET", "CLEAR", "NOT_MET", "BLOCKED", "UNKNOWN", "OPEN", "JUDGEMENT", "OPEN");

    /** What the ledger cannot hold, for which reason, and how many cases that are: a case more or less must be looked at. */
    private static final Map<String, Integer> LEFT_OUT = new TreeMap<>(Map.ofEntries(
            entry("别的单位的支持，内容标识不同或没有，只有相似才找得到", 3), entry("在申的还不是支持，台账不收", 7), entry("没有写 decidedOn，台账必写", 9),
            entry("没有写 direction，台账必写", 2), entry("没有写 funderLevel，台账必写", 1), entry("没有写 policy，台账必写", 1),
            entry("没有写 state，台账必写", 3), entry("没有写 unitCode，台账必写", 2), entry("没有写是哪个单位，台账总是知道", 2),
            entry("用例只问依据文件自己和配套，查重不在这里答", 28), entry("申请的不是所收录文件的资金，没有可问的文件", 10), entry("问的不是最后决定的一项", 1)));
    private static final int WALKED = 191;

    @TestFactory
    Stream<DynamicTest> cases() {
        return Case.all().stream().filter(LedgerCase::isAbout).filter(one -> reason(one) == null)
                .map(one -> DynamicTest.dynamicTest(one.file() + "：" + one.title(), () -> walk(one, LedgerCase.of(one))));
    }

    @Test
    @DisplayName("走了多少，略去的各因什么")
    void counted() {
        List<Case> all = Case.all().stream().filter(LedgerCase::isAbout).toList();
        Map<String, Integer> leftOut = new TreeMap<>();
        all.stream().map(CasesThroughLedgerTest::reason).filter(reason -> reason != null).forEach(reason -> leftOut.merge(reason, 1, Integer::sum));
        assertEquals(LEFT_OUT, leftOut);
        assertEquals(WALKED, all.size() - leftOut.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static String reason(Case one) {
        try {
            LedgerCase.of(one);
            return null;
        } catch (LedgerCase.LeftOut left) {
            return left.getMessage();
        }
    }

    private static void walk(Case one, LedgerCase through) throws IOException {
        for (JsonNode award : through.awards()) {
            post("/v1/awards", award, 201);
        }
        JsonNode check = post("/v1/duplication-checks", through.check(), 200).get("core");
        List<String> wrong = new ArrayList<>();
        one.expect().path("verdicts").properties().forEach(verdict -> {
            JsonNode rule = rule(check, one, verdict.getKey());
            if (rule != null && !level(one, verdict).equals(rule.get("level").asText())) {
                wrong.add("查重 " + verdict.getKey() + " 应为 " + level(one, verdict) + "，实为 " + rule);
            }
        });
        if (through.evaluation() != null) {
            JsonNode decision = post("/v1/evaluations", through.evaluation(), 200).at("/core/decisions/0");
            Expected.wrong(one, decision).forEach(each -> wrong.add(each.toString()));
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong) + "\n" + through.awards());
    }

    private static JsonNode rule(JsonNode check, Case one, String clause) {
        String name = one.policy().equals("cross_policy") ? "cross_policy/" + clause : clause;
        for (JsonNode rule : check.get("rules")) {
            if (rule.get("clause").asText().equals(name)) {
                return rule;
            }
        }
        return null;
    }

    /** Conferences are outside the first sentence, under one reading outside its first limb only, under another outside the whole article. */
    private static String level(Case one, Map.Entry<String, JsonNode> verdict) {
        String reading = one.request().at("/readings/A48").asText();
        String outside = reading.equals("ONE_DIRECTION_LIMB") ? "17.s1.a" : reading.equals("WHOLE_ARTICLE") ? "17." : "17.s1.";
        boolean exempt = one.request().path("direction").asText().equals("CONFERENCE_OR_ACTIVITY") && verdict.getKey().startsWith(outside);
        return exempt ? "CLEAR" : LEVELS.get(verdict.getValue().asText());
    }

    private static JsonNode post(String path, JsonNode body, int status) throws IOException {
        Response answer = RestAssured.given().filter(new HeldToContract()).contentType("application/json").body(JSON.writeValueAsBytes(body)).post(path);
        assertEquals(status, answer.statusCode(), () -> body + "\n" + answer.asString());
        return JSON.readTree(answer.asByteArray());
    }
}
