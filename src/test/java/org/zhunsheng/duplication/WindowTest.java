package org.zhunsheng.duplication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.rulebase.RuleBases;

/**
 * The expected days are worked out from the texts by hand: the corresponding day three years later is the last one inside, a day that its
 * month does not have is the last of the month (Civil Code 200 to 202), and the day after is free (A50).
 */
@QuarkusTest
@DisplayName("查重：三年怎样数，换一种口径怎样数")
class WindowTest {

    private final String unit = Unit.code();

    private void paid(String members) {
        AwardTest.post("/v1/awards", "{'unitCode':'%s','policy':'jkf_2022_9','funderLevel':'MUNICIPAL','source':'决算',%s}", unit, members)
                .then().statusCode(201);
    }

    private void paidOn(String day) {
        paid("'direction':'OVERSEAS_PARK','form':'MONEY','state':'PAID','contentKey':'%s','decidedOn':'%s'".formatted(Unit.content(), day));
    }

    private ValidatableResponse check(LocalDate day, String direction, String more) {
        return AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'%s','contentKey':'%s','day':'%s'%s}", unit,
                direction, Unit.content(), day, more).then().statusCode(201);
    }

    private static String reading(String id, String option) {
        return option.isEmpty() ? "" : ",'readings':{'%s':'%s'}".formatted(id, option);
    }

    @ParameterizedTest(name = "{0} {1}：{2} 起可得")
    @CsvSource(textBlock = """
            2024-02-29, '',                 2027-03-01
            2023-02-28, '',                 2026-03-01
            2024-02-28, '',                 2027-03-01
            2023-08-31, '',                 2026-09-01
            2023-04-30, '',                 2026-05-01
            2022-12-31, '',                 2026-01-01
            2023-01-01, '',                 2026-01-02
            2022-06-13, '',                 2025-06-14
            2024-02-29, CALENDAR_INCLUSIVE, 2027-01-01
            2023-12-31, CALENDAR_INCLUSIVE, 2026-01-01
            2024-01-01, CALENDAR_INCLUSIVE, 2027-01-01
            2024-02-29, CALENDAR_FOLLOWING, 2028-01-01
            2023-12-31, CALENDAR_FOLLOWING, 2027-01-01
            2024-01-01, CALENDAR_FOLLOWING, 2028-01-01""")
    @DisplayName("A50：前一天还在期内，写明窗口和首日；这一天不再受限")
    void lengths(String decided, String option, LocalDate free) {
        paidOn(decided);
        check(free.minusDays(1), "JOURNAL", reading("A50", option)).body("core.level", equalTo("BLOCKED")).body("core.firstFreeDay", equalTo(free.toString()))
                .body("core.earlier[0].bars.clause", contains("17.s1.b")).body("core.earlier[0].bars[0].windowTo", equalTo(free.minusDays(1).toString()))
                .body("core.rules.find { it.clause == 'cross_policy/R2' }.level", equalTo("BLOCKED"));
        check(free, "JOURNAL", reading("A50", option)).body("core.level", equalTo("CLEAR"));
    }

    @ParameterizedTest(name = "{0} {1}，下次报 {2}：{3}")
    @CsvSource(textBlock = """
            A51, '',        JOURNAL,       BLOCKED
            A51, DIRECTION, JOURNAL,       CLEAR
            A51, DIRECTION, OVERSEAS_PARK, BLOCKED
            A51, CONTENT,   JOURNAL,       CLEAR
            A51, CONTENT,   OVERSEAS_PARK, CLEAR""")
    @DisplayName("A51：任何方向、同一方向、同一内容")
    void reach(String reading, String option, String direction, String level) {
        paidOn("2023-05-30");
        check(LocalDate.parse("2026-05-30"), direction, reading(reading, option)).body("core.level", equalTo(level));
        check(LocalDate.parse("2026-05-31"), direction, reading(reading, option)).body("core.level", equalTo("CLEAR"));
    }

    @ParameterizedTest(name = "{0} {1}：{2}")
    @CsvSource(textBlock = """
            CONFIRMED,               '',                    BLOCKED
            CANCELLED_BEFORE_PAYMENT, '',                   CLEAR
            CANCELLED_BEFORE_PAYMENT, APPROVAL_ALONE,       BLOCKED
            RECOVERED,               '',                    BLOCKED
            RECOVERED,               RECOVERED_NOT_COUNTED, CLEAR
            RECOVERED,               APPROVAL_ALONE,        BLOCKED
            CONFIRMED,               PREDECESSORS_TOO,      BLOCKED""")
    @DisplayName("A55：已批准的、付款前取消的、付款后追回的，对应日当天")
    void states(String state, String option, String level) {
        paid("'direction':'OVERSEAS_PARK','form':'MONEY','state':'%s','contentKey':'%s','decidedOn':'2024-02-29'".formatted(state, Unit.content()));
        check(LocalDate.parse("2027-02-28"), "JOURNAL", reading("A55", option)).body("core.level", equalTo(level));
        check(LocalDate.parse("2027-03-01"), "JOURNAL", reading("A55", option)).body("core.level", equalTo("CLEAR"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"OVERSEAS_PARK, CONFERENCE_OR_ACTIVITY, CLEAR", "CONFERENCE_OR_ACTIVITY, OVERSEAS_PARK, CLEAR", "OVERSEAS_PARK, OVERSEAS_PARK, BLOCKED"})
    @DisplayName("会议活动既不受阻也不阻碍（A48、A49）；政策服务不是资金，不起算（INT-32）")
    void exceptions(String earlier, String later, String level) {
        paid("'direction':'%s','form':'MONEY','state':'PAID','contentKey':'%s','decidedOn':'2024-02-29'".formatted(earlier, Unit.content()));
        paid("'direction':'GO_GLOBAL','form':'POLICY_SERVICE','state':'CONFIRMED','contentKey':'%s','decidedOn':'2024-02-29'".formatted(Unit.content()));
        check(LocalDate.parse("2025-02-28"), later, "").body("core.level", equalTo(level));
    }

    @ParameterizedTest(name = "{0}：{1}")
    @CsvSource({"2022-06-13, 2025-06-14", "2023-08-31, 2026-09-01", "2023-02-28, 2026-03-01"})
    @DisplayName("保留名额按默认口径：可得的第一天给，前一天不给；约束和规则数得一样")
    void reserved(String decided, String free) {
        paidOn(decided);
        reserve(LocalDate.parse(free).minusDays(1)).statusCode(409).body("code", equalTo("BLOCKED")).body("blockers[0].clauses", hasItem("jkf_2022_9/17.s1.b"))
                .body("blockers[0].firstFreeDay", equalTo(free));
        reserve(LocalDate.parse(free)).statusCode(201);
    }

    @ParameterizedTest(name = "先保留 {0}，后保留 {1}")
    @CsvSource({"2022-06-13, 2025-06-14", "2023-08-31, 2026-09-01", "2023-02-28, 2026-03-01"})
    @DisplayName("两次都是在这里保留的：约束也数到对应日，次日放行")
    void reservedTwice(String first, String free) {
        reserve(LocalDate.parse(first)).statusCode(201);
        reserve(LocalDate.parse(free).minusDays(1)).statusCode(409).body("code", equalTo("BLOCKED"));
        reserve(LocalDate.parse(free)).statusCode(201);
    }

    @ParameterizedTest(name = "{0} 起占到 {1} 之前")
    @CsvSource({"2022-06-13, 2025-06-14", "2024-02-29, 2027-03-01", "2023-08-31, 2026-09-01", "2022-12-31, 2026-01-01"})
    @DisplayName("数据库约束自己占的期间：含对应日，次日已不在内")
    void place(LocalDate decided, LocalDate free) {
        Award.Content content = new Award.Content("S", null, "jkf_2022_9", "JOURNAL", null, "K", null, null, PriorAward.FunderLevel.MUNICIPAL,
                PriorAward.Form.MONEY, null, decided, null, null, null, null);
        assertEquals(List.of(new Places.Held("jkf_2022_9/17.s1.a K", decided, null), new Places.Held("jkf_2022_9/17.s1.b S", decided, free)),
                Places.of(new RuleBases().inForce("jkf_2022_9").orElseThrow(), content, decided));
    }

    private ValidatableResponse reserve(LocalDate day) {
        return AwardTest.post("/v1/awards:reserve", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'%s','decidedOn':'%s'}", unit,
                Unit.content(), day).then();
    }
}
