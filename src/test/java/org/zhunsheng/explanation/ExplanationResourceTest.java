package org.zhunsheng.explanation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("请求说明")
class ExplanationResourceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private String path;

    private static RequestSpecification held() {
        return given().filter(new HeldToContract());
    }

    @BeforeEach
    void decided() {
        String id = held().contentType("application/json").body(Explained.PARK.formatted("", "有对接活动")).post("/v1/evaluations").path("id");
        path = "/v1/evaluations/" + id + "/explanation";
    }

    @Test
    @DisplayName("不说要什么格式：JSON，一页，中文")
    void byDefault() {
        held().get(path).then().statusCode(200).contentType("application/json").header("Content-Language", "zh-CN").body("depth", equalTo("PAGE"))
                .body("answers[0].outcome.code", equalTo("ELIGIBLE")).body("answers[0].clauses.find{it.clause=='6.3.1.a'}.checks[0].distance.by", equalTo(-0.01f));
    }

    @Test
    @DisplayName("每种格式、两种语言")
    void forms() {
        held().accept("text/html").get(path).then().statusCode(200).header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(containsString("可以支持"));
        held().accept("text/html").header("Accept-Language", "en").get(path).then().statusCode(200).header("Content-Language", "en")
                .body(containsString("eligible"));
        assertEquals("%PDF", new String(held().accept("application/pdf").get(path).asByteArray(), 0, 4));
        assertEquals("PK", new String(held().accept(XLSX).get(path).asByteArray(), 0, 2));
        held().accept("image/png;q=0.9, text/html;q=0.8").get(path).then().statusCode(200).contentType("text/html");
        held().queryParam("depth", "TREE").get(path).then().statusCode(200).body("answers[0].articles.find{it.clause=='6'}.parts[0].clause", equalTo("6.1"));
    }

    @Test
    @DisplayName("怎样得到更多：改哪个事实、改到多少；网页和工作簿里也有；不要就没有")
    void nearest() {
        String better = "answers[0].nearest[0].";
        held().get(path).then().statusCode(200).body(better + "goal.code", equalTo("BETTER_AMOUNT")).body(better + "changes[0].fact", equalTo("park.siteAreaM2"))
                .body(better + "changes[0].to", equalTo("30,000平方米")).body(better + "changes[0].by", equalTo("增加 0.01平方米"))
                .body(better + "mostYuan", equalTo(5000000)).body(better + "tier", equalTo("6.3.1"));
        held().header("Accept-Language", "en").accept("text/html").get(path).then().body(containsString("what would bring more"))
                .body(containsString("more by 0.01 m²"));
        held().queryParam("nearest", "false").get(path).then().statusCode(200).body("answers[0].nearest", nullValue());
        held().queryParam("depth", "SENTENCE").get(path).then().statusCode(200).body("answers[0].nearest", nullValue());
        given().queryParam("nearest", "maybe").get(path).then().statusCode(400).body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    @DisplayName("别的格式：406，列出有哪些；别的深度：400；没有的编号：404")
    void refused() {
        held().accept("image/png").get(path).then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE")).body("detail", containsString("text/html"))
                .body("detail", containsString("application/pdf")).body("detail", containsString(XLSX));
        held().queryParam("depth", "ALL").get(path).then().statusCode(400).body("code", equalTo("BAD_REQUEST"));
        held().get("/v1/evaluations/019a0000-0000-7000-8000-000000000000/explanation").then().statusCode(404);
    }

    @Test
    @DisplayName("改判之后各有各的说明：原决定的不变")
    void afterAnotherJudgement() {
        String id = path.split("/")[3];
        Response before = held().get(path);
        String next = held().contentType("application/json").body("""
                {"decision":"%s","point":"jkf_2022_9/6.2.3","value":false,"by":"复核组","on":"2023-05-08","reason":"对接活动没有举办"}""".formatted(id))
                .post("/v1/judgements").path("id");
        held().get("/v1/evaluations/" + next + "/explanation").then().body("answers[0].sentence", containsString("不满足 6.2.3"))
                .body("answers[0].clauses.find{it.clause=='6.2.3'}.checks[0].source.text", containsString("复核组"));
        assertEquals(before.asString(), held().get(path).asString());
    }
}
