package org.zhunsheng.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.explanation.Explained.answer;
import static org.zhunsheng.explanation.Explained.awardedBefore;
import static org.zhunsheng.explanation.Explained.json;
import static org.zhunsheng.explanation.Explained.line;
import static org.zhunsheng.explanation.Explained.park;
import static org.zhunsheng.wire.Language.EN;
import static org.zhunsheng.wire.Language.ZH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Ladder;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Mark;
import org.zhunsheng.explanation.Explanation.Search;
import org.zhunsheng.explanation.Explanation.Source;
import org.zhunsheng.explanation.Explanation.Timeline;
import org.zhunsheng.law.OfficialTexts;
import org.zhunsheng.policy.Policy;

@DisplayName("从一份记录说明为什么")
class ExplainerTest {

    @Test
    @DisplayName("一句话：哪天、哪份文件、什么结论、多少钱")
    void sentence() {
        assertEquals("截至 2023-03-15，依据京科发〔2022〕9号，国(境)外科技园区：可以支持，最高 2,000,000元（第 6.3.2 项）。", answer(park(ZH)).sentence());
        assertEquals("As of 2023-03-15 under 京科发〔2022〕9号, Science park abroad: eligible, at most CNY 2,000,000 (item 6.3.2).",
                answer(park(EN)).sentence());
    }

    @Test
    @DisplayName("差百分之一平方米：哪一条、哪个单元格、实际、要求、差多少，并标明临界")
    void shortByAHair() {
        Line missed = line(park(ZH), "6.3.1.a");
        Check area = missed.checks().get(0);
        assertEquals("park_tiers.xlsx!档次!C4", missed.place());
        assertEquals("场地面积(平方米)：>=30000", missed.cell());
        assertEquals("29,999.99平方米", area.value());
        assertEquals("不少于30,000平方米", area.required());
        assertEquals(new BigDecimal("-0.01"), area.distance().by());
        assertEquals("低 0.01平方米", area.distance().text());
        assertEquals(Set.of(Mark.HAIR), missed.marks());
        assertEquals(Set.of(), line(park(ZH), "6.3.2.b").marks());
    }

    @Test
    @DisplayName("仅凭判断成立的条款标明，并说谁、何日、为什么")
    void judgedAlone() {
        Line judged = line(park(ZH), "6.2.3");
        assertEquals(Set.of(Mark.JUDGEMENT_ALONE), judged.marks());
        assertEquals(new Source(Source.Kind.JUDGEMENT, "评审专家组于 2023-04-20 判断：有对接活动"), judged.checks().get(0).source());
    }

    @Test
    @DisplayName("决策表的每一行，命中与否；落在哪一行")
    void ladder() {
        Ladder tiers = answer(park(ZH)).ladders().stream().filter(ladder -> ladder.table().equals("park_tiers")).findFirst().orElseThrow();
        assertEquals(List.of("P1", "P2"), tiers.rungs().stream().map(Explanation.Rung::row).toList());
        assertEquals(List.of(false, true), tiers.rungs().stream().map(Explanation.Rung::place).toList());
        assertEquals("低 0.01平方米", tiers.rungs().get(0).steps().get(0).check().distance().text());
        assertEquals("最高金额(万元)", tiers.rungs().get(1).yields().get(0).name());
    }

    @Test
    @DisplayName("此前的支持：哪一次，从何日到何日，何日起不再受限")
    void timeline() {
        assertEquals(List.of(new Timeline("17.s1.b", "2021-0042", LocalDate.of(2021, 6, 1), LocalDate.of(2024, 6, 1), LocalDate.of(2024, 6, 2),
                LocalDate.of(2023, 3, 15), true)), answer(awardedBefore(ZH)).timelines());
        assertEquals(List.of(), answer(park(ZH)).timelines());
        assertTrue(answer(awardedBefore(ZH)).sentence().contains("不满足 17.s1.b"), answer(awardedBefore(ZH)).sentence());
    }

    @Test
    @DisplayName("事实从哪里来：申报写的、算出来的、没有写的")
    void sources() {
        Explanation explanation = park(ZH);
        assertEquals(Source.Kind.REQUEST, line(explanation, "6.3.1.a").checks().get(0).source().kind());
        assertEquals(Source.Kind.DERIVED, line(explanation, "0.2").checks().get(0).source().kind());
        Explanation lacking = Explained.of(Explained.PARK.formatted("", "有").replace("\"siteAreaM2\":29999.99,", ""), ZH);
        assertEquals(Source.Kind.NOT_SUPPLIED, line(lacking, "6.3.1.a").checks().get(0).source().kind());
        assertEquals("park.siteAreaM2", answer(lacking).open().get(0).what().code());
        assertTrue(answer(lacking).sentence().contains("尚缺：场地面积"), answer(lacking).sentence());
    }

    @Test
    @DisplayName("口径：采用的是哪一种，是否由请求选定")
    void readings() {
        assertTrue(park(ZH).readings().stream().noneMatch(Explanation.Reading::chosen));
        Explanation chosen = Explained.of(Explained.PARK.formatted("", "有").replace("\"facts\":", "\"readings\":{\"A07\":\"STRICT\"},\"facts\":"), ZH);
        assertEquals(List.of("A07"), chosen.readings().stream().filter(Explanation.Reading::chosen).map(Explanation.Reading::id).toList());
    }

    @Test
    @DisplayName("一页和整棵树说的是同样的条款，与记录中的认定一一对应")
    void depthsAgree() {
        Explanation explanation = park(ZH);
        Set<String> page = new TreeSet<>();
        json(explanation, Depth.PAGE).at("/answers/0/clauses").forEach(clause -> page.add(clause.get("clause").asText()));
        Set<String> tree = new TreeSet<>();
        found(json(explanation, Depth.TREE).at("/answers/0/articles"), tree);
        assertTrue(tree.containsAll(page));
        assertEquals(new TreeSet<>(answer(explanation).lines().stream().map(Line::clause).toList()), tree);
        assertNull(json(explanation, Depth.SENTENCE).get("readings"));
    }

    @Test
    @DisplayName("运维方提供了原文的条款，原文在摘要旁边；没有提供的没有")
    void officialWording() {
        Explanation explanation = new Explainer(Explained.LIBRARY, register -> null, OfficialTexts.of("jkf_2022_9", Map.of("6.3.1.a", "（此处为原文）")))
                .explain(Explained.recorded(Explained.PARK.formatted("", "有")), ZH);
        assertEquals("（此处为原文）", line(explanation, "6.3.1.a").official());
        assertNull(line(explanation, "6.3.1.b").official());
        assertTrue(ExplanationHtml.write(explanation, Depth.PAGE).contains("原文：（此处为原文）"));
    }

    @Test
    @DisplayName("查过什么：台账多少条、截至何时，登记册多新，没有查到的也写出来；由登记册回答的事实注明")
    void searched() throws IOException {
        ObjectNode answer = (ObjectNode) Explained.JSON.readTree(Explained.recorded(Explained.PARK.formatted("", "有")));
        ObjectNode core = (ObjectNode) answer.get("core");
        core.set("history", Explained.JSON.readTree("""
                {"awards":[],"entries":12,"learnedAt":"2023-03-01T16:00:00.000+08:00","units":["91110108MA01ABCD1X"],"unitsInQuestion":["91110108MA01ABCD2X"]}"""));
        core.set("sources", Explained.JSON.readTree("""
                {"code":"91110108MA01ABCD1X","day":"2023-03-15","facts":[{"fact":"creditBeforeReview.listedAsJudgmentDefaulter","registers":[
                {"ageDays":2,"fetchedAt":"2023-03-13T09:00:00.000+08:00","register":"judgment-defaulters","snapshot":"s","state":"NOT_LISTED"}],"value":false}],
                "knownAt":"2023-03-15T09:00:00.000+08:00"}"""));
        Explanation explanation = new Explainer(Explained.LIBRARY, register -> new Policy.Text("失信被执行人名单", "Judgment defaulters"), OfficialTexts.NONE)
                .explain(Explained.JSON.writeValueAsBytes(answer), ZH);
        assertEquals(List.of(
                new Search(Source.Kind.LEDGER, "支持台账", "共 12 条，按单位 91110108MA01ABCD1X 查，截至 2023-03-01T16:00:00.000+08:00；是否同一单位待认定：91110108MA01ABCD2X", "没有查到"),
                new Search(Source.Kind.REGISTER, "失信被执行人名单", "取自 2023-03-13T09:00:00.000+08:00，距评定日 2天",
                        "不在册（creditBeforeReview.listedAsJudgmentDefaulter）"),
                new Search(Source.Kind.GUIDE, "2023 年度通知", "", "未收录")), explanation.searched());
        assertEquals(new Source(Source.Kind.REGISTER, "失信被执行人名单"), line(explanation, "18.s1").checks().stream()
                .filter(check -> check.fact().equals("creditBeforeReview.listedAsJudgmentDefaulter")).findFirst().orElseThrow().source());
    }

    private static void found(JsonNode branches, Set<String> into) {
        branches.forEach(branch -> {
            if (branch.has("found")) {
                into.add(branch.get("clause").asText());
            }
            found(branch.path("parts"), into);
        });
    }
}
