package org.zhunsheng.guides;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.database.Database;
import org.zhunsheng.wire.BeijingTime;

/** Each test has a year of its own, and each run another source: what was entered stays. */
@QuarkusTest
@DisplayName("年度申报通知")
class GuideTest {

    @Inject
    Database database;

    private static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    private static Response enter(int year, String members) {
        return held().body("{%s,'source':'%s'}".formatted(members, UUID.randomUUID()).replace('\'', '"'))
                .put("/v1/guides/jkf_2022_9/" + year);
    }

    private static Response evaluated(String submittedOn) {
        return held().body("""
                {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{"application":{"submittedOn":"%s"}}}"""
                .formatted(submittedOn)).post("/v1/evaluations");
    }

    private static void replays(String id) {
        held().post("/v1/evaluations/" + id + "/replay").then().statusCode(200).body("same", equalTo(true)).body("differences", equalTo(List.of()));
    }

    @Test
    @DisplayName("录入即生效；更正是新的一版，以前的看得见")
    void editions() {
        int first = enter(2041, "'opensOn':'2041-03-01','closesOn':'2041-03-31'").then().statusCode(200).extract().path("edition");
        String digest = evaluated("2041-04-01").then().statusCode(201).body("core.guide.held", equalTo(true))
                .body("core.decisions[0].outcome", equalTo("INELIGIBLE")).extract().path("core.guide.digest");
        String then = BeijingTime.of(Instant.now());
        enter(2041, "'closesOn':'2041-04-30','keyFields':['人工智能']").then().statusCode(200).body("edition", equalTo(first + 1));
        held().body("""
                {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","knownAt":"%s","facts":{"application":{"submittedOn":"2041-04-01"}}}"""
                .formatted(then)).post("/v1/evaluations").then().statusCode(201).body("core.guide.digest", equalTo(digest));
        evaluated("2041-04-01").then().body("core.decisions[0].outcome", equalTo("INSUFFICIENT_FACTS"));
        held().get("/v1/guides/jkf_2022_9/2041").then().statusCode(200).body("inForce.keyFields", equalTo(List.of("人工智能")))
                .body("inForce.closesOn", equalTo("2041-04-30")).body("inForce.opensOn", nullValue())
                .body("earlier[0].digest", equalTo(digest)).body("earlier[0].edition", equalTo(first));
        held().get("/v1/guides").then().statusCode(200).body("year", hasItem(2041));
    }

    @Test
    @DisplayName("同样的内容再录一次，还是那一版")
    void repeated() {
        String body = "{\"closesOn\":\"2042-03-31\",\"source\":\"%s\"}".formatted(UUID.randomUUID());
        Response first = held().body(body).put("/v1/guides/jkf_2022_9/2042");
        Response second = held().body(body.replace("甲", "乙")).put("/v1/guides/jkf_2022_9/2042");
        assertEquals(first.asString(), second.asString());
    }

    @Test
    @DisplayName("按文号也能录入和查看")
    void byNumber() {
        held().body("{\"source\":\"%s\"}".formatted(UUID.randomUUID())).put("/v1/guides/{policy}/2043", "京科发〔2022〕9号")
                .then().statusCode(200).body("policy", equalTo("jkf_2022_9"));
        held().get("/v1/guides/{policy}/2043", "京科发〔2022〕9号").then().statusCode(200);
    }

    @Test
    @DisplayName("重算用当时的那一版；当时没有收录的，现在有了也不用")
    void replay() {
        int year = 2044;
        String body = "/v1/guides/jkf_2022_9/" + year;
        if (held().get(body).statusCode() == 404) {
            String before = evaluated(year + "-04-10").then().body("core.guide.held", equalTo(false)).extract().path("id");
            enter(year, "'closesOn':'2044-03-31'");
            replays(before);
        }
        enter(year, "'closesOn':'2044-03-31'");
        String late = evaluated(year + "-04-10").then().body("core.decisions[0].decidedBy", hasItem("16.p1")).extract().path("id");
        enter(year, "'closesOn':'2044-05-31'");
        replays(late);
        String inTime = evaluated(year + "-04-10").then().body("core.decisions[0].outcome", equalTo("INSUFFICIENT_FACTS")).extract().path("id");
        replays(inTime);
    }

    @Test
    @DisplayName("判断之后的新决定，用的也是当时的那一版")
    void judgedByTheGuideOfThen() {
        enter(2045, "'closesOn':'2045-03-31'");
        Response decided = evaluated("2045-03-20");
        enter(2045, "'closesOn':'2045-03-10'");
        held().body("""
                {"decision":"%s","point":"jkf_2022_9/6.2.2","value":true,"by":"专家组","on":"2026-04-20","reason":"现场核查"}"""
                .formatted(decided.<String>path("id"))).post("/v1/judgements").then().statusCode(201)
                .body("core.guide.digest", equalTo(decided.path("core.guide.digest"))).body("core.decisions[0].outcome", equalTo("INSUFFICIENT_FACTS"));
    }

    @Test
    @DisplayName("找政策也听从当年的通知，也按当时的重算")
    void matches() {
        enter(2046, "'closesOn':'2046-03-31'");
        String profile = """
                {"facts":{"application":{"submittedOn":"2046-04-10"}},"activities":[{"activity":"期刊","facts":{"journal":{}}}]}""";
        String id = held().body(profile).post("/v1/matches").then().statusCode(201).body("core.guides[0].held", equalTo(true))
                .body("core.candidates[0].decision.outcome", equalTo("INELIGIBLE")).extract().path("id");
        held().body(profile.replace("2046", "2047")).post("/v1/matches").then().statusCode(201).body("core.guides[0].held", equalTo(false))
                .body("core.warnings", hasItem("GUIDE_NOT_HELD"));
        enter(2046, "'closesOn':'2046-05-31'");
        held().post("/v1/matches/" + id + "/replay").then().statusCode(200).body("same", equalTo(true));
    }

    @Test
    @DisplayName("别的实例录入的，不久也在这里生效")
    void enteredElsewhere() throws Exception {
        String source = UUID.randomUUID().toString();
        Guides elsewhere = new Guides(new GuideStore(database));
        elsewhere.refresh();
        elsewhere.add(new Guide("jkf_2022_9", 2049, null, null, List.of(), List.of(), List.of(), source), "乙");
        for (int waited = 0; waited < 100 && !source.equals(held().get("/v1/guides/jkf_2022_9/2049").path("inForce.source")); waited++) {
            Thread.sleep(100);
        }
        held().get("/v1/guides/jkf_2022_9/2049").then().statusCode(200).body("inForce.source", equalTo(source));
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("有误的通知：一次指出全部，什么也不保存")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MISSING_FIELD  | /source          | {}
            UNKNOWN_FIELD  | /by              | {'source':'网站','by':'甲'}
            UNKNOWN_FIELD  | /closeOn         | {'source':'网站','closeOn':'2048-03-31'}
            NOT_A_DATE     | /closesOn        | {'source':'网站','closesOn':'2048-02-30'}
            NULL_REFUSED   | /closesOn        | {'source':'网站','closesOn':null}
            WRONG_TYPE     | /keyFields       | {'source':'网站','keyFields':'人工智能'}
            WRONG_TYPE     | /keyFields/1     | {'source':'网站','keyFields':['人工智能',1]}
            INVALID_TEXT   | /keyCountries/0  | {'source':'网站','keyCountries':[' ']}
            CONTRADICTION  | /keyCountries/1  | {'source':'网站','keyCountries':['新加坡','新加坡']}
            MISSING_FIELD  | /limits/0/en     | {'source':'网站','limits':[{'clause':'6.2.1','zh':'两年'}]}
            UNKNOWN_CLAUSE | /limits/0/clause | {'source':'网站','limits':[{'clause':'6.2.9','zh':'两年','en':'two years'}]}
            CONTRADICTION  | /closesOn        | {'source':'网站','opensOn':'2048-04-01','closesOn':'2048-03-31'}
            OUT_OF_RANGE   | /opensOn         | {'source':'网站','opensOn':'2084-04-01'}
            """)
    void refused(String code, String pointer, String body) {
        held().body(body.replace('\'', '"')).put("/v1/guides/jkf_2022_9/2048").then().statusCode(400).body("code", equalTo(code))
                .body("errors.pointer", hasItem(pointer));
        held().get("/v1/guides/jkf_2022_9/2048").then().statusCode(404);
    }

    @Test
    @DisplayName("多处有误，一并指出，也用英文")
    void everyFault() {
        held().header("Accept-Language", "en").body("{\"opensOn\":\"2048-13-01\",\"closesOn\":\"2011-03-31\"}")
                .put("/v1/guides/jkf_2022_9/2048").then().statusCode(400).body("errors.pointer", hasItems("/opensOn", "/closesOn", "/source"))
                .body("detail", startsWith("3 errors"));
    }

    @Test
    @DisplayName("没有的文件、不像年度的年度")
    void noSuchPlace() {
        held().body("{\"source\":\"网站\"}").put("/v1/guides/jkf_1999_1/2048").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        held().get("/v1/guides/jkf_2022_9/明年").then().statusCode(400).body("code", equalTo("BAD_REQUEST"));
        held().get("/v1/guides/jkf_2022_9/2048").then().statusCode(404).body("detail", equalTo("没有收录京科发〔2022〕9号 2048 年的申报通知"));
    }
}
