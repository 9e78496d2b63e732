package org.zhunsheng.duplication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("查重：各文件之间能否叠加")
class StackingTest {

    private final String unit = Unit.code();
    private final String content = Unit.content();

    /** Paid in 2025, all five documents being in force. */
    private String paid(String policy, String more) {
        return AwardTest.post("/v1/awards", """
                {'unitCode':'%s','policy':'%s','form':'MONEY','state':'PAID','decidedOn':'2025-06-01','contentKey':'%s','source':'决算'%s}""", unit, policy,
                content, more).then().statusCode(201).extract().path("award");
    }

    private ValidatableResponse check(String policy, String more) {
        return AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'%s','day':'2025-09-01','contentKey':'%s'%s}", unit, policy, content, more)
                .then().statusCode(201);
    }

    private static String rule(String id, String member) {
        return "core.rules.find { it.clause == 'cross_policy/%s' }.%s".formatted(id, member);
    }

    @Test
    @DisplayName("R6：区级资金与9号互不排斥；区级按市级算时9号不再支持，写明是哪一项、出处和口径；可重算")
    void district() {
        String award = paid("jjg_2022_8", ",'funderLevel':'DISTRICT'");
        check("jkf_2022_9", ",'direction':'JOURNAL'").body("core.level", equalTo("CLEAR")).body(rule("R6", "level"), equalTo("CLEAR"))
                .body(rule("R6", "home"), contains("jkf_2022_9/17.s2")).body(rule("R6", "readings"), hasItem("INT-04"));
        String id = check("jkf_2022_9", ",'direction':'JOURNAL','readings':{'INT-04':'DISTRICT_IS_MUNICIPAL'}").body("core.level", equalTo("BLOCKED"))
                .body(rule("R6", "level"), equalTo("BLOCKED")).body(rule("R6", "awards"), contains(award))
                .body("core.earlier[0].bars.clause", contains("cross_policy/R6")).body("core.firstFreeDay", nullValue()).extract().path("id");
        paid("jkf_2022_4", ",'funderLevel':'MUNICIPAL'");
        given().filter(new HeldToContract()).contentType("application/json").post("/v1/duplication-checks/" + id + "/replay").then().statusCode(200)
                .body("same", equalTo(true)).body("differences", empty());
    }

    @ParameterizedTest
    @CsvSource({"NATIONAL, R8, INT-31, TREATED_LIKE_MUNICIPAL", "DISTRICT, R6, INT-04, DISTRICT_IS_MUNICIPAL"})
    @DisplayName("R6、R8：先有区级或国家级资金，按默认读法不妨碍9号，另一读法下妨碍")
    void otherLevels(String level, String rule, String reading, String option) {
        paid("别的专项", ",'funderLevel':'" + level + "'");
        check("jkf_2022_9", ",'direction':'JOURNAL'").body("core.level", equalTo("CLEAR"));
        check("jkf_2022_9", ",'direction':'JOURNAL','readings':{'%s':'%s'}".formatted(reading, option)).body(rule(rule, "level"), equalTo("BLOCKED"));
    }

    @Test
    @DisplayName("R9：9号之后的69号补助没有条文，由人判断；判断之后可得或不可得")
    void base() {
        String award = paid("jkf_2022_9", ",'funderLevel':'MUNICIPAL','direction':'OVERSEAS_PARK'");
        check("jkgf_2025_69", "").body("core.level", equalTo("OPEN")).body(rule("R9", "level"), equalTo("OPEN")).body(rule("R9", "awards"), contains(award))
                .body(rule("R9", "judgementsNeeded"), contains("cross_policy/R9")).body("core.earlier[0].bars", empty());
        check("jkgf_2025_69", ",'readings':{'INT-20':'SYMMETRIC_BAR'}").body(rule("R9", "level"), equalTo("BLOCKED"));
        check("jkgf_2025_69", judged("R9", true)).body("core.level", equalTo("CLEAR"));
        check("jkgf_2025_69", judged("R9", false)).body("core.level", equalTo("BLOCKED"));
    }

    @Test
    @DisplayName("R9 的判断也可以对记下的查重作出：另立一次查重，可重算")
    void judgedAfterwards() {
        paid("jkf_2022_9", ",'funderLevel':'MUNICIPAL','direction':'OVERSEAS_PARK'");
        String id = check("jkgf_2025_69", "").body("core.judgementsNeeded", contains("cross_policy/R9")).extract().path("id");
        String next = AwardTest.post("/v1/judgements", "{'decision':'%s','point':'cross_policy/R9','value':true,'by':'主管部门','on':'2025-09-01','reason':'会商'}", id)
                .then().statusCode(201).body("core.level", equalTo("CLEAR")).extract().path("id");
        given().filter(new HeldToContract()).contentType("application/json").post("/v1/duplication-checks/" + next + "/replay").then().statusCode(200)
                .body("same", equalTo(true));
    }

    @Test
    @DisplayName("R1、R2、R3、R14：出处在9号，由9号说，这里照录")
    void home() {
        String award = paid("jkf_2022_9", ",'funderLevel':'MUNICIPAL','direction':'OVERSEAS_PARK'");
        check("jkf_2022_9", ",'direction':'JOURNAL'").body("core.rules.clause", hasItems("17.s1.a", "17.s1.b", "17.s2", "cross_policy/R1", "cross_policy/R2"))
                .body("core.rules.clause", not(hasItem("cross_policy/own"))).body(rule("R1", "level"), equalTo("BLOCKED"))
                .body(rule("R2", "awards"), contains(award)).body(rule("R14", "home"), contains("jkf_2022_9/17.s1.b"))
                .body(rule("R3", "level"), equalTo("CLEAR")).body("core.earlier[0].bars.clause", contains("17.s1.a", "17.s1.b"));
    }

    @Test
    @DisplayName("8号之前的区级资金、4号依据的办法：没有人问过那份文件，缺的写明，人说了就清楚")
    void unasked() {
        paid("经开区旧政策", ",'funderLevel':'DISTRICT'");
        check("jjg_2022_8", ",'clause':'19'").body(rule("own", "needs"), contains("supports[].passesOwnDocument")).body("core.level", equalTo("OPEN"));
        check("jjg_2022_8", ",'clause':'19'" + judged("own", true)).body("core.level", equalTo("CLEAR"));
        check("jkf_2022_4", "").body(rule("R10", "needs"), contains("supports[].passesOwnDocument")).body("core.level", equalTo("OPEN"));
        check("jkf_2022_4", judged("R10", false)).body(rule("R10", "level"), equalTo("BLOCKED"));
    }

    @Test
    @DisplayName("R11：同一次出访，9号之后再按4号第11项申报，由人判断")
    void journey() {
        paid("jkf_2022_9", ",'funderLevel':'MUNICIPAL','direction':'TALENT_EXCHANGE'");
        check("jkf_2022_4", ",'clause':'11.f'").body(rule("R11", "judgementsNeeded"), contains("cross_policy/R11"))
                .body("core.earlier[0].clause", equalTo("15"));
        check("jkf_2022_4", ",'clause':'11.a'").body(rule("R11", "level"), equalTo("CLEAR"));
        check("jkf_2022_4", ",'direction':'MEASURE_11'").body(rule("R11", "level"), equalTo("OPEN")).body(rule("R11", "needs"), contains("supports[].clause"));
        check("jkf_2022_4", ",'direction':'MEASURE_8'").body(rule("R11", "level"), equalTo("CLEAR"));
    }

    @Test
    @DisplayName("R15：同一场活动按一个会议类别得过，不再按另一类；同一类、另一场不归它管；可相加的读法下不妨碍；没写到类别的要补")
    void oneCategory() {
        String award = paid("jkf_2022_9", ",'funderLevel':'MUNICIPAL','direction':'CONFERENCE_OR_ACTIVITY','clause':'13.3.1'");
        String event = ",'direction':'CONFERENCE_OR_ACTIVITY'";
        check("jkf_2022_9", event + ",'clause':'13.3.3'").body("core.level", equalTo("BLOCKED")).body(rule("R15", "awards"), contains(award))
                .body(rule("R15", "home"), contains("jkf_2022_9/13.3.p1")).body(rule("R15", "readings"), hasItem("INT-21"));
        check("jkf_2022_9", event + ",'clause':'13.3.3','readings':{'INT-21':'STACKING'}").body("core.level", equalTo("CLEAR"));
        check("jkf_2022_9", event + ",'clause':'13.3.3','readings':{'A11':'STACKING'}").body("core.level", equalTo("CLEAR"));
        check("jkf_2022_9", event + ",'clause':'13.3.1'").body("core.level", equalTo("CLEAR"));
        check("jkf_2022_9", event).body("core.level", equalTo("OPEN")).body(rule("R15", "needs"), contains("supports[].clause"));
    }

    @Test
    @DisplayName("R7：配套所依附的上级资金，台账里有就清楚，没有由人说；别的项目不问")
    void matching() {
        check("jjg_2022_8", ",'direction':'MAJOR_PROGRAMME'").body("core.level", equalTo("OPEN")).body(rule("R7", "level"), equalTo("OPEN"))
                .body(rule("R7", "judgementsNeeded"), contains("cross_policy/R7")).body(rule("R7", "home"), contains("jjg_2022_8/2", "jjg_2022_8/16"))
                .body("core.judgementsNeeded", contains("cross_policy/R7"));
        check("jjg_2022_8", ",'direction':'MAJOR_PROGRAMME'" + judged("R7", true)).body(rule("R7", "level"), equalTo("CLEAR"));
        check("jjg_2022_8", ",'direction':'MAJOR_PROGRAMME'" + judged("R7", false)).body("core.level", equalTo("BLOCKED"));
        check("jjg_2022_8", ",'clause':'19'").body(rule("R7", "level"), equalTo("CLEAR"));
        paid("市级专项", ",'funderLevel':'MUNICIPAL'");
        check("jjg_2022_8", ",'direction':'MAJOR_PROGRAMME'").body(rule("R7", "level"), equalTo("CLEAR"));
        check("jkf_2022_9", ",'direction':'JOURNAL'").body("core.rules.clause", not(hasItem("cross_policy/R7")));
    }

    @Test
    @DisplayName("疑似同一内容的支持，文件之间的条款也掂量：若为同一内容，R9就要由人判断")
    void similar() {
        String topic = Titled.topic();
        String award = AwardTest.post("/v1/awards", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','funderLevel':'MUNICIPAL','form':'MONEY','state':'PAID',
                 'decidedOn':'2025-06-01','contentKey':'K-A%s','title':'%s薄膜制备','source':'决算'}""", unit, topic, topic).then().statusCode(201).extract().path("award");
        check("jkgf_2025_69", ",'title':'" + topic + "薄膜制备'").body("core.level", equalTo("SUSPECT")).body("core.similar.suspects.award", contains(award))
                .body("core.similar.suspects[0].clauses.clause", contains("cross_policy/R9")).body("core.similar.suspects[0].clauses.level", contains("OPEN"))
                .body("core.judgementsNeeded", hasItem("award/" + award + "#content"));
    }

    @Test
    @DisplayName("保留名额：人没有判断时不给，写明缺什么；判断不可得时指明挡住的支持和条款")
    void reservation() {
        String award = paid("jkf_2022_9", ",'funderLevel':'MUNICIPAL','direction':'OVERSEAS_PARK'");
        reserve("").statusCode(409).body("code", equalTo("NOT_CLEAR")).body("detail", containsString("judgements.cross_policy/R9"));
        reserve(judged("R9", false)).statusCode(409).body("code", equalTo("BLOCKED")).body("blockers.award", contains(award))
                .body("blockers[0].clauses", contains("cross_policy/R9"));
        reserve(judged("R9", true)).statusCode(201);
    }

    private ValidatableResponse reserve(String more) {
        return AwardTest.post("/v1/awards:reserve", "{'unitCode':'%s','policy':'jkgf_2025_69','direction':'PARK','clause':'20','decidedOn':'2025-09-01','contentKey':'%s'%s}", unit, content, more)
                .then();
    }

    private static String judged(String point, boolean value) {
        return ",'judgements':{'cross_policy/%s':{'value':%s,'by':'主管部门','on':'2025-09-01','reason':'会商'}}".formatted(point, value);
    }
}
