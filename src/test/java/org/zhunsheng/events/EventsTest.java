package org.zhunsheng.events;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.events.Events.check;
import static org.zhunsheng.events.Events.held;
import static org.zhunsheng.events.Events.of;
import static org.zhunsheng.events.Events.paid;
import static org.zhunsheng.events.Events.post;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.duplication.Unit;

@QuarkusTest
@DisplayName("事件：后来得知的事实改变了哪个决定，为什么")
class EventsTest {

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
        assertEquals(Map.of("level", "BLOCKED", "blockedBy", List.of("17.s1.b"), "firstFreeDay", "2026-05-31"), event.get("after"));
        assertEquals(List.of(Map.of("clause", "17.s1.b", "from", "CLEAR", "to", "BLOCKED")), event.get("clauses"));
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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cause(Map<String, Object> event) {
        return ((List<Map<String, Object>>) event.get("causes")).stream().filter(cause -> cause.get("kind").equals("AWARD")).findFirst().orElseThrow();
    }
}
