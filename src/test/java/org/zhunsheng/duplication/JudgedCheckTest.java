package org.zhunsheng.duplication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.zhunsheng.duplication.Titled.award;
import static org.zhunsheng.duplication.Titled.check;
import static org.zhunsheng.duplication.Titled.held;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.identity.LocalUsers;

@QuarkusTest
@DisplayName("查重的判断：同一内容、同一单位由人认定，得到新的查重，谁的判断都不被改写")
class JudgedCheckTest {

    private static Response judge(String check, String point, Object value) {
        return held().body("""
                {"decision":"%s","point":"%s","value":%s,"by":"审查组","on":"2026-01-05","reason":"比对任务书"}""".formatted(check, point, value))
                .post("/v1/judgements");
    }

    private static String content(String award) {
        return "award/" + award + "#content";
    }

    private static void replays(String check) {
        held().post("/v1/duplication-checks/" + check + "/replay").then().statusCode(200).body("same", equalTo(true)).body("differences", empty());
    }

    @Test
    @DisplayName("认定不是同一内容：不再是疑似，写明由谁认定；改认定为是：条款就挡；两个判断都看得到，原来的查重不变")
    void content() {
        String topic = Titled.topic();
        String award = award(Unit.code(), topic + "薄膜", "K-A" + topic);
        Response suspect = check(Unit.code(), topic + "涂层", "K-B" + topic, "");
        String first = suspect.then().body("core.level", equalTo("SUSPECT")).body("core.judgementsNeeded", contains(content(award))).extract().path("id");
        Response different = judge(first, content(award), false);
        String second = different.then().statusCode(201).header("Location", endsWith("/v1/duplication-checks/" + different.path("id")))
                .body("core.level", equalTo("CLEAR")).body("core.similar.suspects", empty()).body("core.judged.award", contains(award))
                .body("core.judged[0].judgement.value", equalTo(false)).body("core.judged[0].judgement.reason", equalTo("比对任务书"))
                .body("core.judgementsNeeded", empty()).body("core.earlier", empty()).body("follows.decision", equalTo(first))
                .body("follows.supersedes", empty()).extract().path("id");
        String other = award(Unit.code(), topic + "薄膜", "K-C" + topic);
        Response same = judge(second, content(award), true);
        String third = same.then().statusCode(201).body("core.level", equalTo("BLOCKED")).body("core.earlier.award", contains(award))
                .body("core.earlier[0].bars.clause", contains("17.s1.a")).body("core.earlier[0].facts.sameContent", equalTo(true))
                .body("core.judged[0].judgement.value", equalTo(true)).body("core.similar.suspects", empty())
                .body("follows.supersedes", contains((String) different.path("follows.judgement"))).extract().path("id");
        assertArrayEquals(suspect.asByteArray(), held().get("/v1/duplication-checks/" + first).asByteArray());
        assertArrayEquals(same.asByteArray(), held().get("/v1/duplication-checks/" + third).asByteArray());
        replays(first);
        replays(second);
        replays(third);
        held().get("/v1/duplication-checks/" + first + "/judgements").then().statusCode(200).body("value", contains(false, true))
                .body("followedBy", contains(second, third)).body("[0].supersededBy", equalTo(same.path("follows.judgement")));
        held().get("/v1/judgements/" + same.path("follows.judgement")).then().statusCode(200).body("point", equalTo(content(award)))
                .body("supersededBy", nullValue());
        // a new check sees what was recorded since, and takes the judgement along only where it is told
        check(Unit.code(), topic + "涂层", "K-B" + topic, ",'judgements':{'%s':{'value':false,'by':'审查组','reason':'比对任务书'}}".formatted(content(award)))
                .then().body("core.level", equalTo("SUSPECT")).body("core.similar.suspects.award", contains(other));
    }

    @Test
    @DisplayName("没有内容标识：缺的判断写明是哪一项支持；就一项认定，或就条款的判断点认定")
    void withoutKeys() {
        String unit = Unit.code();
        String award = AwardTest.post("/v1/awards", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','funderLevel':'MUNICIPAL','form':'MONEY','state':'PAID',
                 'decidedOn':'2022-07-01','source':'决算'}""", unit).then().statusCode(201).extract().path("award");
        String check = AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'K','day':'2026-01-01'}",
                unit).then().body("core.level", equalTo("OPEN")).body("core.judgementsNeeded", contains(content(award))).extract().path("id");
        judge(check, content(award), false).then().statusCode(201).body("core.level", equalTo("CLEAR"));
        judge(check, content(award), true).then().statusCode(201).body("core.level", equalTo("BLOCKED"));
        Response clause = judge(check, "jkf_2022_9/17.s1.a#content", false);
        clause.then().statusCode(201).body("core.level", equalTo("CLEAR")).body("core.judgementsNeeded", empty());
        replays(clause.path("id"));
    }

    @Test
    @DisplayName("分立前后是否同一单位由人认定：是则三年之内不再得，不是则无碍；保留名额时也可写明")
    void unit() {
        String before = Unit.code();
        String after = Unit.code();
        String award = AwardTest.paid(before, "OVERSEAS_PARK", Unit.content(), "2025-05-30");
        String subject = held().queryParam("code", before).get("/v1/subjects").then().extract().path("subjects[0].id");
        AwardTest.post("/v1/subjects/" + subject + "/events", "{'kind':'SPLIT','day':'2025-06-30','source':'登记机关','into':[{'code':'%s'}]}", after)
                .then().statusCode(201);
        String point = "subject/" + subject + "#unit";
        String check = AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'K','day':'2026-01-01'}",
                after).then().body("core.level", equalTo("OPEN")).body("core.searched.unitsInQuestion", contains(subject))
                .body("core.judgementsNeeded", contains(point)).extract().path("id");
        Response other = judge(check, point, false);
        other.then().statusCode(201).body("core.level", equalTo("CLEAR")).body("core.earlier.unit", contains("OTHER")).body("core.judgementsNeeded", empty())
                .body("core.searched.unitsInQuestion", contains(subject));
        Response same = judge(other.path("id"), point, true);
        same.then().statusCode(201).body("core.level", equalTo("BLOCKED")).body("core.earlier[0].unit", equalTo("SAME"))
                .body("core.earlier[0].award", equalTo(award)).body("core.firstFreeDay", equalTo("2028-05-31"));
        replays(other.path("id"));
        replays(same.path("id"));
        String place = "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'%s','decidedOn':'2026-01-01'%s}";
        AwardTest.post("/v1/awards:reserve", place, after, Unit.content(), "").then().statusCode(409).body("code", equalTo("NOT_CLEAR"))
                .body("detail", containsString(point));
        AwardTest.post("/v1/awards:reserve", place, after, Unit.content(), ",'judgements':{'%s':{'value':false,'by':'审查组','reason':'业务未划转'}}"
                .formatted(point)).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"award/ZS99999999-61#content, true, /point", "subject/019a0000-0000-7000-8000-000000000000#unit, true, /point",
        "jkf_2022_9/6.2.3, true, /point", "jkf_2022_9/99.x, true, /point", "jkf_2022_9/17.s1.a#content, \"是\", /value"})
    @DisplayName("这次查重不涉及的判断点、不是是否的值：说明哪里不对，什么也不记录")
    void refused(String point, String value, String pointer) {
        String check = check(Unit.code(), Titled.topic(), Unit.content(), "").path("id");
        judge(check, point, value).then().statusCode(400).body("errors.pointer", contains(pointer));
        held().get("/v1/duplication-checks/" + check + "/judgements").then().statusCode(200).body("", empty());
    }

    @Test
    @DisplayName("请求里写的支持编码、单位须有其事；别的系统的查重不能判断，也看不到判断")
    void others() {
        check(Unit.code(), Titled.topic(), Unit.content(), ",'judgements':{'award/ZS99999999-61#content':{'value':true,'by':'甲','reason':'乙'}}").then()
                .statusCode(400).body("errors.pointer", contains("/judgements/award~1ZS99999999-61#content"));
        String check = check(Unit.code(), Titled.topic(), Unit.content(), "").path("id");
        String elsewhere = LocalUsers.bearer("system-2");
        held().header("Authorization", elsewhere).body("""
                {"decision":"%s","point":"jkf_2022_9/17.s1.a#content","value":true,"by":"甲","on":"2026-01-05","reason":"乙"}""".formatted(check))
                .post("/v1/judgements").then().statusCode(404);
        held().header("Authorization", elsewhere).get("/v1/duplication-checks/" + check + "/judgements").then().statusCode(404);
    }
}
