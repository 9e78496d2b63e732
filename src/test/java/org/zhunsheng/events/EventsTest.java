package org.zhunsheng.events;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.events.Events.check;
import static org.zhunsheng.events.Events.held;
import static org.zhunsheng.events.Events.of;
import static org.zhunsheng.events.Events.paid;
import static org.zhunsheng.events.Events.post;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Database;
import org.zhunsheng.duplication.Titled;
import org.zhunsheng.duplication.Unit;
import org.zhunsheng.identity.LocalUsers;
import org.zhunsheng.imports.HandedIn;

@QuarkusTest
@DisplayName("事件：后来得知的事实改变了哪个决定，为什么")
class EventsTest {

    @Inject
    Database database;

    @Test
    @DisplayName("查重之后补录一项支持：由可得变为不可得，指明哪一版、哪些条款；更正使之复原，再有一个事件")
    void awardLearnedLater() throws InterruptedException {
        String unit = Unit.code();
        long end = Events.end();
        String check = check(unit, Unit.content(), "2024-06-30");
        String content = Unit.content();
        String award = paid(unit, content, "2023-05-30");
        Map<String, Object> event = of(check, end, 1).get(0);
        assertEquals("ALTERED", event.get("kind"));
        assertEquals("DUPLICATION", event.get("question"));
        assertEquals(Map.of("level", "CLEAR", "blockedBy", List.of()), event.get("before"));
        assertEquals("BLOCKED", ((Map<?, ?>) event.get("after")).get("level"));
        assertEquals("2026-05-31", ((Map<?, ?>) event.get("after")).get("firstFreeDay"));
        assertTrue(blockedBy(event).contains("17.s1.b"), event.toString());
        assertTrue(((List<?>) event.get("clauses")).contains(Map.of("clause", "17.s1.b", "from", "CLEAR", "to", "BLOCKED")), event.toString());
        Map<String, Object> cause = cause(event);
        assertEquals("AWARD", cause.get("kind"));
        assertEquals(award, cause.get("award"));
        assertEquals(1, cause.get("version"));
        assertEquals("PAID", cause.get("state"));
        post("/v1/awards/" + award + "/corrections", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','contentKey':'%s','funderLevel':'MUNICIPAL','form':'MONEY',
                 'state':'CANCELLED_BEFORE_PAYMENT','decidedOn':'2023-05-30','cancelledOn':'2023-07-01','source':'年度决算','reason':'未拨付即取消'}""",
                unit, content).statusCode(201);
        List<Map<String, Object>> both = of(check, end, 2);
        assertEquals(event, both.get(0));
        assertEquals(event.get("after"), both.get(1).get("before"));
        assertEquals(event.get("before"), both.get(1).get("after"));
        assertEquals(2, cause(both.get(1)).get("version"));
        held().get("/v1/duplication-checks/" + check).then().body("core.level", equalTo("CLEAR"));
    }

    @Test
    @DisplayName("疑似的、认定为同一内容的支持，虽是别的单位、别的内容标识，改了也是事件")
    void similar() throws InterruptedException {
        String unit = Unit.code();
        String topic = Titled.topic();
        String told = "{'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','contentKey':'A-%s','funderLevel':'MUNICIPAL','form':'MONEY',"
                + "'state':'PAID','decidedOn':'2023-05-30','source':'年度决算','title':'%s'%s}";
        String award = post("/v1/awards", told, unit, topic, topic + "薄膜", "").statusCode(201).extract().path("award");
        long end = Events.end();
        String suspect = suspected(topic);
        String same = post("/v1/judgements", "{'decision':'%s','point':'award/%s#content','value':true,'by':'审查组','on':'2026-01-05','reason':'比对'}",
                suspected(topic), award).statusCode(201).body("core.level", equalTo("BLOCKED")).extract().path("id");
        post("/v1/awards/" + award + "/corrections", told, unit, topic, "题目抄错", ",'reason':'题目抄错'").statusCode(201);
        assertEquals(Map.of("level", "CLEAR", "blockedBy", List.of()), of(suspect, end, 1).get(0).get("after"));
        post("/v1/awards/" + award + "/corrections", told.replace("'PAID'", "'CANCELLED_BEFORE_PAYMENT','cancelledOn':'2023-07-01'"), unit, topic, "题目抄错",
                ",'reason':'未拨付'").statusCode(201);
        assertEquals(Map.of("level", "CLEAR", "blockedBy", List.of()), of(same, end, 1).get(0).get("after"));
    }

    /** By a unit that has nothing yet: what is like the award is its title alone. */
    private static String suspected(String topic) {
        return post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'B-%s','day':'2030-06-30','title':'%s'}",
                Unit.code(), topic, topic + "涂层").statusCode(201).body("core.level", equalTo("SUSPECT")).extract().path("id");
    }

    @Test
    @DisplayName("涉及而不改变的不是事件；查某一时刻所知的，后来的事实改变不了")
    void touchedOnly() throws InterruptedException {
        String unit = Unit.code();
        long end = Events.end();
        String touched = check(unit, Unit.content(), "2028-06-30");
        String then = post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','day':'2024-06-30','knownAt':'2026-01-01T00:00:00Z'}",
                unit).statusCode(201).extract().path("id");
        String altered = check(unit, Unit.content(), "2024-06-30");
        paid(unit, Unit.content(), "2023-05-30");
        of(altered, end, 1);
        Events.settled(end);
        List<Map<String, Object>> all = held().get("/v1/events?after=" + end).then().extract().jsonPath().getList("events");
        assertTrue(all.stream().noneMatch(event -> event.get("decision").equals(touched) || event.get("decision").equals(then)), all.toString());
    }

    @Test
    @DisplayName("评定和找政策也一样：结论、条款和最好的组合怎样变")
    void evaluationsAndMatches() throws InterruptedException {
        String unit = Unit.code();
        paid(unit, Unit.content(), "2010-05-30");
        long end = Events.end();
        String evaluation = post("/v1/evaluations", """
                {'question':'SUPPORT','policy':'jkf_2022_9','direction':'JOURNAL','facts':{'applicant':{'unifiedSocialCreditCode':'%s'},
                 'application':{'submittedOn':'2025-03-01','contentKey':'%s'}}}""", unit, Unit.content()).statusCode(201).extract().path("id");
        String match = post("/v1/matches", """
                {'facts':{'applicant':{'unifiedSocialCreditCode':'%s'},'application':{'submittedOn':'2025-03-01'}},
                 'activities':[{'activity':'期刊','facts':{'journal':{'index':'SCIE'},'application':{'contentKey':'%s'}}}]}""", unit, Unit.content())
                .statusCode(201).extract().path("id");
        paid(unit, Unit.content(), "2023-05-30");
        Map<String, Object> evaluated = of(evaluation, end, 1).get(0);
        assertEquals("INELIGIBLE", decision(evaluated.get("after")).get("outcome"));
        assertEquals(List.of("17", "17.s1", "17.s1.b"), decision(evaluated.get("after")).get("decidedBy"));
        assertTrue(((List<?>) evaluated.get("clauses")).contains(Map.of("clause", "17.s1.b", "direction", "JOURNAL", "from", "MET", "to", "NOT_MET")),
                evaluated.toString());
        Map<String, Object> matched = of(match, end, 1).get(0);
        assertEquals("MATCH", matched.get("question"));
        assertEquals("期刊", decision(matched.get("after")).get("activity"));
    }

    private static List<?> blockedBy(Map<String, Object> event) {
        return (List<?>) ((Map<?, ?>) event.get("after")).get("blockedBy");
    }

    @Test
    @DisplayName("名额到期没有人写下什么，也是一个事件")
    void expiry() throws Exception {
        String content = Unit.content();
        long end = Events.end();
        String check = check(Unit.code(), content, "2025-05-30");
        String reserved = reserved(content);
        of(check, end, 1);
        // a second is less than anybody can ask for
        try (Connection connection = database.connection(); PreparedStatement insert = connection.prepareStatement("""
                insert into award_version (award, version, learned_at, learned_by, subject, unit_code, policy, direction, content_key, funder_level, form,
                    state, decided_on, expires_at)
                select award, version + 1, learned_at, learned_by, subject, unit_code, policy, direction, content_key, funder_level, form,
                    state, decided_on, clock_timestamp() + interval '1 second'
                from award_version where award = (select id from award where code = ?)""")) {
            insert.setString(1, reserved);
            insert.executeUpdate();
        }
        Map<String, Object> event = of(check, end, 2).get(1);
        assertEquals("CLEAR", ((Map<?, ?>) event.get("after")).get("level"));
        assertTrue(event.get("causes").toString().contains("EXPIRY"), event.toString());
    }

    private static String reserved(String content) {
        return post("/v1/awards:reserve", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'%s','decidedOn':'2025-05-30'}""", Unit.code(), content)
                .statusCode(201).extract().path("award");
    }

    @Test
    @DisplayName("名额：他人取得、放弃，先前的查重各有一个事件")
    void places() throws InterruptedException {
        String content = Unit.content();
        long end = Events.end();
        String check = check(Unit.code(), content, "2025-05-30");
        String reserved = reserved(content);
        assertEquals("RESERVED", cause(of(check, end, 1).get(0)).get("state"));
        post("/v1/awards/" + reserved + "/release", "{}").statusCode(200);
        assertEquals("RELEASED", cause(of(check, end, 2).get(1)).get("state"));
    }

    @Test
    @DisplayName("两个单位后来合并：被并入的得过支持，这里也不行；撤回合并，又可以")
    void unitsJoined() throws InterruptedException {
        String merged = Unit.code();
        String unit = Unit.code();
        paid(merged, Unit.content(), "2023-05-30");
        String into = post("/v1/subjects", "{'code':'%s','source':'营业执照'}", unit).statusCode(201).extract().path("id");
        String from = held().queryParam("code", merged).get("/v1/subjects").then().extract().path("subjects[0].id");
        long end = Events.end();
        String check = check(unit, Unit.content(), "2024-06-30");
        String entry = post("/v1/subjects/" + from + "/events", "{'kind':'MERGER','day':'2024-01-01','source':'登记机关','into':[{'subject':'%s'}]}", into)
                .statusCode(201).extract().path("events[0].entry");
        Map<String, Object> event = of(check, end, 1).get(0);
        assertTrue(blockedBy(event).contains("17.s1.b"), event.toString());
        // what was told a moment before the check, and not yet followed up, may be named beside it
        List<String> changes = held().get("/v1/events?after=" + (((Number) event.get("number")).longValue() - 1) + "&limit=1").then()
                .extract().jsonPath().getList("events[0].causes.change");
        assertTrue(changes.contains("MERGER"), changes.toString());
        post("/v1/subjects/" + from + "/retractions", "{'entry':'%s','source':'登记机关','reason':'登记有误'}", entry).statusCode(201);
        assertEquals("CLEAR", ((Map<?, ?>) of(check, end, 2).get(1).get("after")).get("level"));
    }

    @Test
    @DisplayName("登记册后来的名单：不在册的变为在册，不知道的变为知道；名单里没有变的不惊动谁")
    void listed() throws InterruptedException {
        String unit = Unit.code();
        long end = Events.end();
        String known = payment(unit, "2024-03-10");
        list("2024-03-01", "");
        Map<String, Object> event = of(known, end, 1).get(0);
        assertEquals(List.of(Map.of("clause", "18.s2.a", "from", "UNKNOWN", "to", "MET")), event.get("clauses"));
        list("2024-03-05", unit + ",2024-02-02,,一号\n");
        assertTrue(((List<?>) of(known, end, 2).get(1).get("clauses")).contains(Map.of("clause", "18.s2.a", "from", "MET", "to", "NOT_MET")));
    }

    private static String payment(String unit, String day) {
        return post("/v1/evaluations", """
                {'question':'PAYMENT','policy':'jkf_2022_9','asOf':'%s','registers':{'code':'%s','day':'%s'},'facts':{'recipientAtPayment':{}}}""",
                day, unit, day).statusCode(201).extract().path("id");
    }

    private static void list(String until, String rows) {
        HandedIn.ended(Map.of("target", "register:licences-revoked", "list", "complete", "source", "下载", "coversUntil", until,
                "fetchedAt", until + "T23:00:00+08:00"), "统一社会信用代码,列入日期,截止日期,文号\n" + Unit.code() + ",2020-01-02,,零号\n" + rows)
                .then().body("state", equalTo("TAKEN"));
    }

    @Test
    @DisplayName("有了判断的决定由新的决定代替：事件说的是新的")
    void superseded() throws InterruptedException {
        String unit = Unit.code();
        paid(unit, Unit.content(), "2010-05-30");
        long end = Events.end();
        String first = post("/v1/evaluations", """
                {'question':'SUPPORT','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','facts':{'applicant':{'unifiedSocialCreditCode':'%s'},
                 'application':{'submittedOn':'2025-03-01','contentKey':'%s'}}}""", unit, Unit.content()).statusCode(201).extract().path("id");
        String second = post("/v1/judgements", """
                {'decision':'%s','point':'jkf_2022_9/6.2.2','value':true,'by':'专家组','on':'2025-04-20','reason':'现场核查'}""", first)
                .statusCode(201).extract().path("id");
        paid(unit, Unit.content(), "2023-05-30");
        of(second, end, 1);
        Events.settled(end);
        assertEquals(List.of(), held().get("/v1/events?after=" + end).then().extract().jsonPath().getList("events.findAll { it.decision == '" + first + "' }"));
    }

    @Test
    @DisplayName("业务系统只见自己的决定，审计员见全部，系统管理员什么也不见")
    void whoSees() throws InterruptedException {
        long end = Events.end();
        String unit = Unit.code();
        String check = check(unit, Unit.content(), "2024-06-30");
        paid(unit, Unit.content(), "2023-05-30");
        of(check, end, 1);
        assertEquals(true, seen("AUDITOR", end).contains(check));
        assertEquals(List.of(), seen("ANALYST", end));
        given().header("Authorization", LocalUsers.bearer(LocalUsers.holding("SYSTEM_ADMIN"))).get("/v1/events").then().statusCode(403);
        held().get("/v1/events?limit=1001").then().statusCode(400).body("errors[0].pointer", equalTo("/limit"));
        held().get("/v1/events?after=x").then().statusCode(400);
        held().get("/v1/events?limit=1&after=" + end).then().body("events.size()", equalTo(1)).body("next", equalTo((int) end + 1));
    }

    private static List<String> seen(String role, long after) {
        return held().header("Authorization", LocalUsers.bearer(LocalUsers.holding(role))).get("/v1/events?after=" + after).then().statusCode(200)
                .extract().path("events.decision");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> decision(Object substance) {
        return ((Map<String, List<Map<String, Object>>>) substance).get("decisions").get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cause(Map<String, Object> event) {
        return ((List<Map<String, Object>>) event.get("causes")).stream().filter(cause -> cause.get("kind").equals("AWARD")).findFirst().orElseThrow();
    }
}
