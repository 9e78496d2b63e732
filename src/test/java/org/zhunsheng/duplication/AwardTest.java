package org.zhunsheng.duplication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("支持台账：记入、更正、查询、保留名额")
class AwardTest {

    private static RequestSpecification held() {
        return given().urlEncodingEnabled(false).filter(new HeldToContract()).contentType("application/json");
    }

    static Response post(String path, String json, Object... values) {
        return held().body(json.formatted(values).replace('\'', '"')).post(path);
    }

    static String paid(String unit, String direction, String content, String decidedOn) {
        return post("/v1/awards", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'%s','contentKey':'%s','funderLevel':'MUNICIPAL','form':'MONEY',
                 'amountYuan':1000000,'state':'PAID','decidedOn':'%s','source':'年度决算'}""", unit, direction, content, decidedOn)
                .then().statusCode(201).extract().path("award");
    }

    private static Response reserve(String unit, String direction, String content, String day) {
        return post("/v1/awards:reserve", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'%s','contentKey':'%s','decidedOn':'%s'}",
                unit, direction, content, day);
    }

    private static String reserved(String unit, String direction, String content, String day) {
        return reserve(unit, direction, content, day).then().statusCode(201).body("state", equalTo("RESERVED")).extract().path("award");
    }

    @Test
    @DisplayName("记入的支持可按编码、单位、期间查到；更正另立一版，先前的看得见")
    void corrections() throws InterruptedException {
        String unit = Unit.code();
        String code = paid(unit, "JOURNAL", Unit.content(), "2024-03-05");
        String before = held().get("/v1/awards/" + code).then().statusCode(200).body("version", equalTo(1)).extract().path("learnedAt");
        Thread.sleep(5);
        post("/v1/awards/" + code + "/corrections", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','funderLevel':'MUNICIPAL','form':'MONEY','amountYuan':900000.5,
                 'state':'PAID','decidedOn':'2024-03-06','source':'年度决算','reason':'决定日期抄错'}""", unit).then().statusCode(201)
                .body("version", equalTo(2)).body("reason", equalTo("决定日期抄错")).body("contentKey", nullValue());
        held().get("/v1/awards/" + code + "?knownAt=" + before.replace("+", "%2B")).then().body("version", equalTo(1)).body("decidedOn", equalTo("2024-03-05"));
        held().get("/v1/awards/" + code + "/versions").then().body("awards.version", contains(1, 2));
        held().get("/v1/awards?unitCode=" + unit).then().statusCode(200).body("awards.award", contains(code)).body("awards.decidedOn", contains("2024-03-06"));
        held().get("/v1/awards?unitCode=" + unit + "&from=2024-03-06&to=2024-03-06").then().body("awards", hasSize(1));
        held().get("/v1/awards?unitCode=" + unit + "&to=2024-03-05").then().body("awards", hasSize(0));
        held().get("/v1/awards?from=2024-03-06&to=2024-03-05").then().statusCode(400).body("code", equalTo("CONTRADICTION"));
    }

    @Test
    @DisplayName("保留、确认、拨付、收回；确认后同一单位三年内不再得")
    void life() {
        String unit = Unit.code();
        String code = reserved(unit, "OVERSEAS_PARK", Unit.content(), "2024-02-29");
        post("/v1/awards/" + code + "/paid", "{}").then().statusCode(409).body("code", equalTo("CONFLICT"));
        post("/v1/awards/" + code + "/confirm", "{'decidedOn':'2024-02-29','amountYuan':5000000}").then().statusCode(200)
                .body("state", equalTo("CONFIRMED")).body("amountYuan", equalTo(5000000));
        reserve(unit, "JOURNAL", Unit.content(), "2027-02-28").then().statusCode(409).body("code", equalTo("BLOCKED"))
                .body("blockers[0].award", equalTo(code)).body("blockers[0].clauses", contains("jkf_2022_9/17.s1.b"))
                .body("blockers[0].windowFrom", equalTo("2024-02-29")).body("blockers[0].windowTo", equalTo("2027-02-28"))
                .body("blockers[0].firstFreeDay", equalTo("2027-03-01"));
        String next = reserved(unit, "JOURNAL", Unit.content(), "2027-03-01");
        post("/v1/awards/" + next + "/release", "{}").then().statusCode(200).body("state", equalTo("RELEASED"));
        post("/v1/awards/" + code + "/paid", "{'receivedOn':'2024-05-01'}").then().statusCode(200).body("state", equalTo("PAID"));
        post("/v1/awards/" + code + "/recover", "{'reason':'合作方撤销'}").then().statusCode(200).body("state", equalTo("RECOVERED"));
        reserve(unit, "JOURNAL", Unit.content(), "2026-01-01").then().statusCode(409).body("blockers[0].award", equalTo(code));
    }

    @Test
    @DisplayName("拨付前取消的不再占名额；会议方向不占也不受三年限制")
    void cancelled() {
        String unit = Unit.code();
        String content = Unit.content();
        String code = reserved(unit, "OVERSEAS_PARK", content, "2025-01-10");
        reserve(Unit.code(), "JOURNAL", content, "2025-01-10").then().statusCode(409).body("blockers[0].clauses", contains("jkf_2022_9/17.s1.a"))
                .body("blockers[0].firstFreeDay", nullValue());
        String event = reserved(unit, "CONFERENCE_OR_ACTIVITY", Unit.content(), "2025-01-11");
        post("/v1/awards/" + event + "/confirm", "{'decidedOn':'2025-01-11'}").then().statusCode(200);
        post("/v1/awards/" + code + "/confirm", "{'decidedOn':'2025-01-10'}").then().statusCode(200);
        post("/v1/awards/" + code + "/cancelBeforePayment", "{'cancelledOn':'2025-02-01'}").then().statusCode(200);
        reserved(Unit.code(), "JOURNAL", content, "2025-03-01");
    }

    @Test
    @DisplayName("过期后确认：说明已过期；名额可由他人取得")
    void expired() throws Exception {
        String content = Unit.content();
        String code = post("/v1/awards:reserve", """
                {'unitCode':'%s','policy':'京科发〔2022〕9号','direction':'JOURNAL','contentKey':'%s','decidedOn':'2025-01-10','holdMinutes':1}""",
                Unit.code(), content).then().statusCode(201).extract().path("award");
        held().get("/v1/awards/" + code).then().body("state", equalTo("RESERVED"));
        post("/v1/awards:reserve", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','holdMinutes':0}", Unit.code()).then()
                .statusCode(400).body("errors[0].pointer", equalTo("/holdMinutes"));
    }

    @Test
    @DisplayName("同一幂等键重发得到同一答复，换了内容被拒")
    void idempotent() {
        String key = UUID.randomUUID().toString();
        String body = "{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"contentKey\":\"%s\",\"decidedOn\":\"2025-01-10\"}"
                .formatted(Unit.code(), Unit.content());
        String first = held().header("Idempotency-Key", key).body(body).post("/v1/awards:reserve").then().statusCode(201).extract().asString();
        held().header("Idempotency-Key", key).body(body).post("/v1/awards:reserve").then().statusCode(201).body(equalTo(first));
        held().header("Idempotency-Key", key).body(body.replace("2025-01-10", "2025-01-11")).post("/v1/awards:reserve").then().statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
    }

    @Test
    @DisplayName("有误的内容：指出在哪里，什么也没有记下")
    void refused() {
        String unit = Unit.code();
        String wrong = unit.substring(0, 17) + (unit.charAt(17) == '0' ? '1' : '0');
        String award = "{'unitCode':'%s','policy':'%s','direction':'%s','funderLevel':'MUNICIPAL','form':'MONEY','state':'%s','decidedOn':'%s',"
                + "'receivedOn':'%s','source':'决算'%s}";
        post("/v1/awards", award, wrong, "jkf_2022_9", "JOURNAL", "PAID", "2024-01-01", "2024-02-01", "").then().statusCode(400)
                .body("code", equalTo("CHECK_CHARACTER"));
        post("/v1/awards", award, wrong, "jkf_2022_9", "JOURNAL", "PAID", "2024-01-01", "2024-02-01", ",'checkCharacterReason':'营业执照如此'").then()
                .statusCode(201).body("unitCode", equalTo(wrong));
        post("/v1/awards", award, unit, "jkf_2022_9", "JOURNALS", "CONFIRMED", "2999-01-01", "2024-02-01", "").then().statusCode(400)
                .body("errors.pointer", hasItem("/direction")).body("errors.pointer", hasItem("/decidedOn")).body("errors.pointer", hasItem("/receivedOn"));
        post("/v1/awards", award, unit, "市级某专项", "某方向", "PAID", "2024-03-01", "2024-02-01", "").then().statusCode(400)
                .body("code", equalTo("CONTRADICTION"));
        held().get("/v1/awards?unitCode=" + unit).then().body("awards", hasSize(0));
        held().get("/v1/awards/ZS00000001-00").then().statusCode(404).body("detail", containsString("抄写"));
        post("/v1/awards:reserve", "{'unitCode':'%s','policy':'京科发〔1999〕1号'}", unit).then().statusCode(400).body("code", equalTo("UNKNOWN_POLICY"));
        post("/v1/awards:reserve", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','decidedOn':'2022-06-12'}", unit).then()
                .statusCode(400).body("errors[0].pointer", equalTo("/decidedOn"));
    }
}
