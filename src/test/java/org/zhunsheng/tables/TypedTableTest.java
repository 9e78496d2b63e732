package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.GrantCase;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Truth;

@DisplayName("决策表自己作答：逐行、逐格、三值")
class TypedTableTest {

    private static final Tables TABLES = EveryTable.draft().read();

    private static List<TypedTable.Answer> answers(String table, String direction, Map<String, Object> facts, Map<String, Object> judged) {
        GridCase one = GridCase.empty();
        one.given().putAll(Map.of("question", Question.SUPPORT, "direction", direction));
        facts.forEach((path, value) -> one.given().put(path, Known.of(path, value)));
        one.judged().putAll(judged);
        Object record = new Blank(new Viewpoint(GrantCase.class, "", GrantCase.class), TABLES.policy(), TABLES.figures(), Map.of("8.3#role", List.of("MAJOR", "POSITIVE", "SOME"))).filled(one);
        return TABLES.tables().stream().filter(each -> each.id().equals(table)).findFirst().orElseThrow().evaluate(record);
    }

    private static Map<String, Truth> said(List<TypedTable.Answer> answers) {
        return answers.stream().flatMap(answer -> answer.said().stream()).collect(Collectors.toMap(Row.Said::clause, said -> said.verdict().truth()));
    }

    @Test
    @DisplayName("面积够、占比不够、企业数未提供：三格三种结论")
    void cellByCell() {
        Map<String, Object> facts = Map.of("park.siteAreaM2", new BigDecimal("30000"), "park.occupancyRatePercent", new BigDecimal("69.99"));
        List<TypedTable.Answer> answers = answers("park_tiers", "OVERSEAS_PARK", facts, Map.of());
        assertEquals(Map.of("6.3.1", Truth.MET, "6.3.1.a", Truth.MET, "6.3.1.b", Truth.NOT_MET, "6.3.1.c", Truth.UNKNOWN,
                "6.3.2", Truth.MET, "6.3.2.a", Truth.MET, "6.3.2.b", Truth.MET, "6.3.2.c", Truth.UNKNOWN), said(answers));
        assertEquals(List.of("draft.xlsx!园区!C3=MET", "draft.xlsx!园区!D3=NOT_MET", "draft.xlsx!园区!E3=UNKNOWN"),
                answers.get(0).cells().entrySet().stream().map(e -> e.getKey().place() + "=" + e.getValue().truth()).toList());
    }

    @Test
    @DisplayName("专家等级未给出时待判断，给出后按等级")
    void judgements() {
        Map<String, Object> facts = Map.of("rdCentre.internationalInventionPatentsGrantedWithin3Years", 2);
        assertEquals(Truth.NOT_MET, said(answers("rd_centre_tiers", "OVERSEAS_RD_CENTRE", facts, Map.of())).get("8.3.1"));
        assertEquals(Truth.JUDGEMENT, said(answers("rd_centre_tiers", "OVERSEAS_RD_CENTRE", facts, Map.of())).get("8.3.2"));
        assertEquals(Truth.MET, said(answers("rd_centre_tiers", "OVERSEAS_RD_CENTRE", facts, Map.of("8.3#role", "MAJOR"))).get("8.3.2"));
        assertEquals(Truth.NOT_MET, said(answers("rd_centre_tiers", "OVERSEAS_RD_CENTRE", facts, Map.of("8.3#role", "SOME"))).get("8.3.2"));
    }

    @Test
    @DisplayName("结果：比例乘基数与最高金额取低")
    void amounts() {
        Map<String, Object> facts = Map.of("event.type", org.zhunsheng.facts.Event.Type.KEY_EXCHANGE_ACTIVITY,
                "event.totalActualCostYuan", new BigDecimal("2000000"));
        Row.Said said = answers("event_grants", "CONFERENCE_OR_ACTIVITY", facts, Map.of()).get(2).said().get(0);
        assertEquals(0, new BigDecimal("600000").compareTo(said.verdict().ceilingYuan()));
        assertEquals("event_grants E3 13.3.3 学术会议及活动支持类别", said.rule());
    }

    @Test
    @DisplayName("别的支持方向，本表不作答；按方向分行的表只答该方向的行")
    void otherDirections() {
        assertEquals(List.of(), answers("park_tiers", "JOURNAL", Map.of(), Map.of()));
        assertEquals(Map.of("6.3.p1.u", Truth.MET), said(answers("fund_use", "OVERSEAS_PARK", Map.of(), Map.of())));
    }

    @Test
    @DisplayName("列字典中的路径在读字典时就须走得通")
    void pathsLeadSomewhere() {
        assertEquals(Known.class, FactPath.of(GrantCase.class, "rdCentre.patents( figures.whole( \"8.3\" ), day, readings )").type());
        for (String path : List.of("park.size", "park.occupancy( readings )", "park.", "park.siteAreaM2 )", "park siteAreaM2", "", "park.occupancy(")) {
            assertThrows(IllegalArgumentException.class, () -> FactPath.of(GrantCase.class, path), path);
        }
    }
}
