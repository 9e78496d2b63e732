package org.zhunsheng.duplication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("查重：台账里的支持，按条款，数得清")
class CheckTest {

    private static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    private static ValidatableResponse check(String unit, String direction, String content, String day, String more) {
        return AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'%s','contentKey':'%s','day':'%s'%s}",
                unit, direction, content, day, more).then();
    }

    private static void award(String unit, String members) {
        AwardTest.post("/v1/awards", "{'unitCode':'%s','funderLevel':'MUNICIPAL','form':'MONEY','source':'决算',%s}", unit, members).then().statusCode(201);
    }

    @Test
    @DisplayName("同一单位三年内：指明是哪一项、哪一条、窗口起止和可再得的第一天；记录可取回，可重算")
    void blocked() {
        String unit = Unit.code();
        String award = AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        String id = check(unit, "JOURNAL", Unit.content(), "2026-05-30", "").statusCode(201).body("core.level", equalTo("BLOCKED"))
                .body("core.earlier", hasSize(1)).body("core.earlier[0].award", equalTo(award)).body("core.earlier[0].unit", equalTo("SAME"))
                .body("core.earlier[0].bars.clause", contains("17.s1.b")).body("core.earlier[0].bars[0].windowFrom", equalTo("2023-05-30"))
                .body("core.earlier[0].bars[0].windowTo", equalTo("2026-05-30")).body("core.earlier[0].bars[0].firstFreeDay", equalTo("2026-05-31"))
                .body("core.earlier[0].bars[0].finding.evidence.find { it.test == 'WITHIN_YEARS_OF' }.required.years", equalTo(3))
                .body("core.firstFreeDay", equalTo("2026-05-31")).body("core.searched.awards", equalTo(1))
                .body("core.searched.entries", greaterThan(0)).body("core.searched.units", hasSize(1)).extract().path("id");
        // the ledger learns more; the record stays and is decided again by what was known
        AwardTest.paid(unit, "JOURNAL", Unit.content(), "2024-01-01");
        held().get("/v1/duplication-checks/" + id).then().statusCode(200).body("core.earlier", hasSize(1));
        held().post("/v1/duplication-checks/" + id + "/replay").then().statusCode(200).body("same", equalTo(true)).body("differences", empty());
        check(unit, "JOURNAL", Unit.content(), "2026-05-31", "").body("core.level", equalTo("BLOCKED")).body("core.earlier", hasSize(2))
                .body("core.firstFreeDay", equalTo("2027-01-02"));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2027-02-28, BLOCKED", "2024-02-29, 2027-03-01, CLEAR", "2023-08-31, 2026-08-31, BLOCKED", "2023-08-31, 2026-09-01, CLEAR",
        "2022-12-31, 2025-12-31, BLOCKED", "2022-12-31, 2026-01-01, CLEAR"})
    @DisplayName("对应日仍在三年之内，次日可得（A50）；2月29日对应2月28日")
    void anniversary(String decided, String day, String level) {
        String unit = Unit.code();
        AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), decided);
        check(unit, "JOURNAL", Unit.content(), day, "").body("core.level", equalTo(level));
    }

    @ParameterizedTest
    @CsvSource({"A50, CALENDAR_INCLUSIVE, 2026-01-01, CLEAR", "A50, CALENDAR_INCLUSIVE, 2025-12-31, BLOCKED",
        "A50, CALENDAR_FOLLOWING, 2026-12-31, BLOCKED", "A50, CALENDAR_FOLLOWING, 2027-01-01, CLEAR", "A51, DIRECTION, 2024-01-01, CLEAR",
        "A51, CONTENT, 2024-01-01, CLEAR"})
    @DisplayName("换一种口径，结论随之改变")
    void readings(String reading, String option, String day, String level) {
        String unit = Unit.code();
        AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        check(unit, "JOURNAL", Unit.content(), day, ",'readings':{'%s':'%s'}".formatted(reading, option)).body("core.level", equalTo(level));
    }

    @Test
    @DisplayName("同一内容换个单位也不行；别的渠道的市财政资金只挡同一单位同一内容")
    void content() {
        String content = Unit.content();
        String first = Unit.code();
        AwardTest.paid(first, "OVERSEAS_PARK", content, "2023-05-30");
        check(Unit.code(), "JOURNAL", content, "2030-01-01", "").body("core.level", equalTo("BLOCKED")).body("core.firstFreeDay", nullValue())
                .body("core.earlier[0].unit", equalTo("OTHER")).body("core.rules.find { it.clause == '17.s1.a' }.level", equalTo("BLOCKED"));
        String unit = Unit.code();
        String other = Unit.content();
        award(unit, "'policy':'市级另一专项','state':'PAID','decidedOn':'2023-05-30','contentKey':'%s'".formatted(other));
        check(unit, "JOURNAL", other, "2030-01-01", "").body("core.rules.find { it.level == 'BLOCKED' }.clause", equalTo("17.s2"));
        check(unit, "CONFERENCE_OR_ACTIVITY", other, "2030-01-01", "").body("core.level", equalTo("BLOCKED"));
        check(Unit.code(), "JOURNAL", other, "2030-01-01", "").body("core.level", equalTo("CLEAR"));
        check(unit, "JOURNAL", Unit.content(), "2030-01-01", "").body("core.level", equalTo("CLEAR"));
        // a district's money is none of the city's, and an award cancelled before payment is none at all
        String third = Unit.code();
        AwardTest.post("/v1/awards", """
                {'unitCode':'%s','funderLevel':'DISTRICT','form':'MONEY','source':'决算','policy':'jjg_2022_8','state':'PAID','decidedOn':'2023-05-30',
                 'contentKey':'%s'}""", third, other).then().statusCode(201);
        award(third, "'policy':'jkf_2022_9','direction':'JOURNAL','state':'CANCELLED_BEFORE_PAYMENT','decidedOn':'2024-05-30'");
        check(third, "JOURNAL", other + "-2", "2024-06-30", "").body("core.level", equalTo("CLEAR"));
    }

    @Test
    @DisplayName("没有内容标识而有相关支持：不猜，说缺什么；判断可以补上")
    void open() {
        String unit = Unit.code();
        award(unit, "'policy':'jkf_2022_9','direction':'OVERSEAS_PARK','state':'PAID','decidedOn':'2022-07-01'");
        check(unit, "JOURNAL", Unit.content(), "2026-01-01", "").body("core.level", equalTo("OPEN"))
                .body("core.rules.find { it.clause == '17.s1.a' }.needs", contains("awardsHistory[].sameContent"));
        check(unit, "JOURNAL", Unit.content(), "2026-01-01", """
                ,'judgements':{'jkf_2022_9/17.s1.a#content':{'value':false,'by':'审查组','on':'2026-01-05','reason':'内容不同'}}""")
                .body("core.level", equalTo("CLEAR"));
    }

    @Test
    @DisplayName("查某一时刻所知：当时台账没有的不算")
    void knownAt() throws InterruptedException {
        String unit = Unit.code();
        String before = java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
        Thread.sleep(5);
        AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        check(unit, "JOURNAL", Unit.content(), "2024-05-30", ",'knownAt':'" + before + "'").body("core.level", equalTo("CLEAR"));
        check(unit, "JOURNAL", Unit.content(), "2024-05-30", "").body("core.level", equalTo("BLOCKED"));
    }

    @Test
    @DisplayName("不问历史的文件：没有条款可说，写明查了什么")
    void elsewhere() {
        AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkgf_2025_69','day':'2025-06-30'}", Unit.code()).then().statusCode(201)
                .body("core.rules.level.unique()", contains("CLEAR")).body("core.rules.clause.findAll { !it.startsWith('cross_policy/') }", empty())
                .body("core.level", equalTo("CLEAR"));
    }
}
