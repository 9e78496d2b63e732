package org.zhunsheng.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.duplication.Unit;
import org.zhunsheng.identity.LocalUsers;

@QuarkusTest
@DisplayName("评定、找政策、查重各在各的地址：拿错编号就是没有")
class AnswerKindTest {

    private static final String EVALUATIONS = "/v1/evaluations";
    private static final String MATCHES = "/v1/matches";
    private static final String CHECKS = "/v1/duplication-checks";
    private static final Map<String, String> ASKED = Map.of(EVALUATIONS, """
            {"policy":"jkf_2022_9","question":"SUPPORT","direction":"JOURNAL","facts":{"application":{"submittedOn":"2023-03-15"}}}""", MATCHES, """
            {"facts":{"application":{"submittedOn":"2023-03-15"}},"activities":[{"activity":"甲","facts":{"journal":{"index":"SCIE"}}}]}""", CHECKS, """
            {"unitCode":"%s","policy":"jkf_2022_9","direction":"JOURNAL","day":"2026-05-30"}""");
    private static final List<String> FORMS = List.of("application/json", "text/html", "application/pdf",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static RequestSpecification held() {
        return given().filter(new HeldToContract());
    }

    private static String id(String kind) {
        return held().contentType("application/json").body(ASKED.get(kind).formatted(Unit.code())).post(kind).then().statusCode(201).extract().path("id");
    }

    /** What may be asked of a decision at its place; nobody judges matches. */
    private static Map<String, Response> asked(String kind, String id) {
        String place = kind + "/" + id;
        Map<String, Response> asked = new LinkedHashMap<>(Map.of("", held().get(place), "/replay", held().post(place + "/replay"),
                "/receipt", held().get(place + "/receipt")));
        FORMS.forEach(form -> asked.put("/explanation " + form, held().accept(form).get(place + "/explanation")));
        if (!kind.equals(MATCHES)) {
            asked.put("/judgements", held().get(place + "/judgements"));
        }
        return asked;
    }

    @TestFactory
    Stream<DynamicTest> everyPair() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String of : List.of(EVALUATIONS, MATCHES, CHECKS)) {
            String id = id(of);
            for (String at : List.of(EVALUATIONS, MATCHES, CHECKS)) {
                asked(at, id).forEach((what, answered) -> tests.add(dynamicTest(of + " " + at + what, () -> {
                    answered.then().statusCode(at.equals(of) ? 200 : 404);
                    if (!at.equals(of)) {
                        answered.then().body("code", equalTo("NOT_FOUND"));
                    }
                })));
            }
        }
        return tests.stream();
    }

    @Test
    @DisplayName("分析员看不到查重，换一个地址也看不到")
    void analyst() {
        String check = id(CHECKS);
        for (String place : List.of("", "/explanation", "/receipt", "/judgements")) {
            held().header("Authorization", LocalUsers.bearer("analyst")).get(EVALUATIONS + "/" + check + place).then().statusCode(404);
            held().header("Authorization", LocalUsers.bearer("analyst")).get(CHECKS + "/" + check + place).then().statusCode(403);
        }
    }
}
