package org.zhunsheng.duplication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhunsheng.duplication.Titled.award;
import static org.zhunsheng.duplication.Titled.check;
import static org.zhunsheng.duplication.Titled.held;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("疑似重复：内容相似的支持，各单位都查，并排列出相同的词句")
class SuspectTest {

    @Test
    @DisplayName("别的单位换个写法报过：列出哪一项、多相似、哪些词句相同、若是同一内容触及哪一条；不挡，可重算")
    void acrossUnits() {
        String topic = Titled.topic();
        String first = Unit.code();
        String award = award(first, topic + "薄膜的连续制备研究", "K-A" + topic);
        Response checked = check(Unit.code(), "基于(" + topic + ")的器件", "K-B" + topic, "");
        checked.then().statusCode(201).body("core.level", equalTo("SUSPECT")).body("core.earlier", empty())
                .body("core.similar.threshold", equalTo(0.17f)).body("core.similar.compared", greaterThanOrEqualTo(1)).body("core.similar.further", empty())
                .body("core.similar.suspects.award", contains(award)).body("core.similar.suspects[0].unit", equalTo("OTHER"))
                .body("core.similar.suspects[0].unitCode", equalTo(first)).body("core.similar.suspects[0].state", equalTo("PAID"))
                .body("core.similar.suspects[0].score", greaterThan(0.17f)).body("core.similar.suspects[0].title", equalTo(topic + "薄膜的连续制备研究"))
                .body("core.similar.suspects[0].clauses.clause", contains("17.s1.a")).body("core.similar.suspects[0].clauses.level", contains("BLOCKED"));
        Map<String, Map<String, Object>> overlap = checked.path("core.similar.suspects[0].overlaps[0]");
        assertEquals(Map.of("field", "title", "start", 3, "end", 3 + topic.length(), "text", topic), overlap.get("project"));
        assertEquals(Map.of("field", "title", "start", 0, "end", topic.length(), "text", topic), overlap.get("award"));
        String id = checked.path("id");
        // what is awarded, and what is put right, afterwards changes nothing of what was answered
        award(Unit.code(), topic + "器件", "K-C" + topic);
        Titled.correct(first, award, "完全另一件事情");
        held().post("/v1/duplication-checks/" + id + "/replay").then().statusCode(200).body("same", equalTo(true)).body("differences", empty());
    }

    @Test
    @DisplayName("本单位的逐项比较；内容标识相同的由条款说，不再算疑似；没有给题目就不查")
    void within() {
        String topic = Titled.topic();
        String unit = Unit.code();
        String same = award(unit, topic + "薄膜", "K-A" + topic);
        String other = award(unit, topic + "涂层", "K-B" + topic);
        check(unit, topic + "薄膜", "K-A" + topic, "").then().body("core.level", equalTo("BLOCKED")).body("core.earlier.award", contains(same, other))
                .body("core.similar.suspects.award", contains(other)).body("core.similar.suspects[0].unit", equalTo("SAME"));
        AwardTest.post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'K','day':'2030-01-01'}", unit)
                .then().body("core.level", equalTo("CLEAR")).body("core.similar", nullValue());
    }

    @Test
    @DisplayName("摘要也比；最相似的在前；不影响任何条款的列出来，但不使结论成为疑似")
    void ranked() {
        String topic = Titled.topic();
        String summary = topic + "在低温下的" + Titled.topic() + "机理";
        String near = Titled.award(Unit.code(), "NATIONAL", topic + "制备", summary, "K-A" + topic);
        String far = Titled.award(Unit.code(), "DISTRICT", "另一题目" + topic, Titled.topic() + Titled.topic(), "K-B" + topic);
        check(Unit.code(), topic + "制备", "K-C" + topic, ",'abstract':'" + summary + "'").then().body("core.level", equalTo("CLEAR"))
                .body("core.similar.suspects.award", contains(near, far)).body("core.similar.suspects.clauses.flatten()", empty())
                .body("core.similar.suspects[0].score", equalTo(1)).body("core.similar.suspects[0].overlaps.project.field", hasItems("title", "abstract"));
    }

    @Test
    @DisplayName("更正了题目，按新题目找；保留的名额也找得到，放弃的不算")
    void stored() {
        String topic = Titled.topic();
        String later = Titled.topic();
        String unit = Unit.code();
        String award = award(unit, topic + "薄膜", "K-A" + topic);
        Titled.correct(unit, award, later + "薄膜");
        check(Unit.code(), topic + "涂层", "K-B" + topic, "").then().body("core.similar.suspects", empty());
        check(Unit.code(), later + "涂层", "K-B" + topic, "").then().body("core.similar.suspects.award", contains(award));
        String place = AwardTest.post("/v1/awards:reserve", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'K-C%s','title':'%s膜层'}""", Unit.code(), topic, topic)
                .then().statusCode(201).extract().path("award");
        check(Unit.code(), topic + "涂层", "K-B" + topic, "").then().body("core.level", equalTo("SUSPECT"))
                .body("core.similar.suspects.award", contains(place)).body("core.similar.suspects.state", contains("RESERVED"));
        AwardTest.post("/v1/awards/" + place + "/release", "{}").then().statusCode(200);
        check(Unit.code(), topic + "涂层", "K-B" + topic, "").then().body("core.level", equalTo("CLEAR")).body("core.similar.suspects", empty());
    }

    @Test
    @DisplayName("疑似不挡保留名额")
    void reserves() {
        String topic = Titled.topic();
        award(Unit.code(), topic + "薄膜", "K-A" + topic);
        AwardTest.post("/v1/awards:reserve", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'K-B%s','title':'%s薄膜','decidedOn':'2030-01-01'}""",
                Unit.code(), topic, topic).then().statusCode(201);
    }
}
