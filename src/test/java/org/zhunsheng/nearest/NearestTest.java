package org.zhunsheng.nearest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Supposed;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("最少改什么能改变结论或者金额")
class NearestTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    private static final Nearest NEAREST = new Nearest(EVALUATIONS, BASES.catalogue(), Changeable.STATED);

    /** The first worked case of a direction of 9号 that comes out eligible in this tier, with some of its facts otherwise. */
    private static byte[] core(String direction, String tier, Consumer<ObjectNode> changed) {
        ObjectNode request = Case.all().stream().filter(one -> one.request().path("policy").asText().equals("jkf_2022_9")
                && one.request().path("direction").asText().equals(direction) && one.request().path("question").asText().equals("SUPPORT")
                && one.expect().path("outcome").asText().equals("ELIGIBLE") && one.expect().path("tier").asText().equals(tier)
                && !one.request().has("readings")).findFirst().orElseThrow().request().deepCopy();
        changed.accept(request.withObject("/facts"));
        return EVALUATIONS.evaluate(request.toString().getBytes(StandardCharsets.UTF_8)).core();
    }

    private static List<Lift> lifts(String direction, String tier, Consumer<ObjectNode> changed) {
        return NEAREST.of(core(direction, tier, changed)).get(0);
    }

    private static void park(ObjectNode facts, String fact, Object value) {
        facts.withObject("/park").putPOJO(fact, value);
    }

    @Test
    @DisplayName("差百分之一平方米到第一档：只改场地面积，改到三万平方米，最高五百万元")
    void nextTier() {
        Lift lift = lifts("OVERSEAS_PARK", "6.3.1", facts -> park(facts, "siteAreaM2", new BigDecimal("29999.99"))).get(0);
        assertEquals(new Lift(Lift.Goal.AMOUNT, List.of(new Change("park.siteAreaM2", new BigDecimal("29999.99"), new BigDecimal("30000"))), "ELIGIBLE",
                new BigDecimal("5000000"), "6.3.1", List.of()), lift);
    }

    @Test
    @DisplayName("已在最高档：没有更好的")
    void alreadyTheBest() {
        assertEquals(List.of(), lifts("OVERSEAS_PARK", "6.3.1", facts -> { }));
    }

    @Test
    @DisplayName("两档都不满足：改到近的一档，缺两项就改两项")
    void twoChanges() {
        Lift lift = lifts("OVERSEAS_PARK", "6.3.2", facts -> {
            park(facts, "siteAreaM2", new BigDecimal("9000"));
            park(facts, "beijingOrCooperatingCompanyCount", 1);
            park(facts, "occupancyRatePercent", new BigDecimal("90"));
        }).get(0);
        assertEquals(List.of("park.beijingOrCooperatingCompanyCount", "park.siteAreaM2"), lift.changes().stream().map(Change::fact).toList());
        assertEquals("6.3.2", lift.tier());
        assertEquals(new BigDecimal("10000"), lift.changes().get(1).to());
    }

    @Test
    @DisplayName("运营主体注册不满年限：注册日期已经过去，可以晚些申报，到满年限当日")
    void applyLater() {
        Lift lift = lifts("OVERSEAS_PARK", "6.3.1", facts -> {
            park(facts, "operatorRegisteredOn", "2022-05-10");
            facts.withObject("/application").put("submittedOn", "2023-03-15");
        }).get(0);
        assertEquals(List.of(new Change("application.submittedOn", LocalDate.of(2023, 3, 15), LocalDate.of(2023, 5, 10))), lift.changes());
    }

    @Test
    @DisplayName("占比由面积算出：改算它的面积，恰好到70%")
    void derivedShare() {
        Lift lift = lifts("OVERSEAS_PARK", "6.3.1", facts -> {
            facts.withObject("/park").remove("occupancyRatePercent");
            park(facts, "siteAreaM2", new BigDecimal("30000"));
            park(facts, "areaUsedByTechTenantsM2", new BigDecimal("20000"));
            park(facts, "publicServiceAreaM2", new BigDecimal("500"));
        }).get(0);
        assertEquals(1, lift.changes().size());
        assertEquals(List.of("park.areaUsedByTechTenantsM2", new BigDecimal("20500.00")), List.of(lift.changes().get(0).fact(), lift.changes().get(0).to()));
    }

    @Test
    @DisplayName("家数由三个数相减而得：与在所有整数上试遍的结果相同")
    void derivedCountAsBruteForce() {
        byte[] core = core("OVERSEAS_PARK", "6.3.1", facts -> {
            facts.withObject("/park").remove("beijingOrCooperatingCompanyCount");
            park(facts, "beijingCompanyCount", 3);
            park(facts, "cooperatingCompanyCount", 5);
            park(facts, "companiesInBothGroupsCount", 2);
        });
        Supposed supposed = EVALUATIONS.supposing(core).orElseThrow();
        BigDecimal nearest = null;
        for (String fact : List.of("park.beijingCompanyCount", "park.cooperatingCompanyCount", "park.companiesInBothGroupsCount")) {
            for (int value = 0; value <= 60; value++) {
                if (supposed.decide(supposed.selections().get(0), Map.of(fact, value)).maxAmountYuan().compareTo(new BigDecimal("5000000")) == 0) {
                    BigDecimal distance = new Change(fact, supposed.fact(fact).value(), value).distance();
                    nearest = nearest == null ? distance : nearest.min(distance);
                }
            }
        }
        Lift lift = NEAREST.of(core).get(0).get(0);
        assertEquals(1, lift.changes().size());
        assertEquals(nearest, lift.changes().get(0).distance());
    }

    @Test
    @DisplayName("信用、已有的支持、单位类别、人的判断：不在可改之列，说明是哪一条、为什么")
    void barred() {
        assertEquals(List.of(new Lift.Bar("18.s1", List.of("CREDIT"))), lifts("OVERSEAS_PARK", "6.3.1",
                facts -> facts.withObject("/creditBeforeReview").put("listedAsJudgmentDefaulter", true)).get(0).bars());
        Lift abroad = lifts("OVERSEAS_PARK", "6.3.1", facts -> park(facts, "locationClass", "MAINLAND_CHINA")).get(0);
        assertEquals(List.of(new Lift.Bar("6.1.p1", List.of("MATTER"))), abroad.bars());
        assertEquals(List.of(), abroad.changes());
    }

    @Test
    @DisplayName("每个事实都写明能不能改、为什么；写到的都是事实；条款种类都有理由")
    void everyFactIsStated() {
        List<String> paths = BASES.catalogue().facts().stream().map(FactModel::path).toList();
        assertEquals(List.of(), paths.stream().filter(path -> Changeable.STATED.code(path) == null).toList());
        assertEquals(List.of(), Changeable.STATED.facts().keySet().stream().filter(line -> paths.stream().noneMatch(path -> path.equals(line)
                || path.startsWith(line + ".") || path.startsWith(line + "["))).toList());
        assertTrue(Changeable.STATED.reasons().values().stream().noneMatch(reason -> reason.zh().isBlank() || reason.en().isBlank()));
    }

    @Test
    @DisplayName("清单和各年度数字不能单独改一个值，所以没有一项列为可改")
    void listsDoNotMove() {
        assertEquals(List.of(), BASES.catalogue().facts().stream().filter(fact -> (fact.kind().name().equals("LIST") || fact.kind().name().equals("YEAR_MAP"))
                && Changeable.STATED.may(fact.path())).map(FactModel::path).toList());
    }

    @Test
    @DisplayName("列表里某一项的事实，按列表的理由；没有说到的，没有理由")
    void elements() {
        for (String path : List.of("awardsHistory", "awardsHistory[]", "awardsHistory[3]", "awardsHistory[3].amountYuan", "awardsHistory[].of.amountYuan")) {
            assertEquals("HISTORY", Changeable.STATED.code(path), path);
        }
        for (String path : List.of("", "nothing", "nothing[0]", "nothing[0].x", ".x", "[0]")) {
            assertEquals(null, Changeable.STATED.code(path), path);
        }
    }
}
