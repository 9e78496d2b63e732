package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Truth;

@DisplayName("决策表自己的结论与规则引擎的结论一致")
class AgreementTest {

    private static final Tables TABLES = EveryTable.draft().read();
    private static KieBase engine;

    @BeforeAll
    static void compile() {
        engine = Engine.compile(TABLES.drl());
    }

    private static BoundaryGrid grid(String table) {
        return new BoundaryGrid(table(table), TABLES.policy(), TABLES.figures());
    }

    private static TypedTable table(String id) {
        return TABLES.tables().stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("各表在全部边界上一致，直至每一条依据")
    void everyTableAgrees() {
        Agreement agreement = Agreement.of(TABLES, engine);
        assertEquals(List.of(), agreement.disagreements());
        assertTrue(agreement.cases() > 20_000, () -> "只比对了" + agreement.cases() + "例");
    }

    @Test
    @DisplayName("引擎里改动任何一个数值、代码、判断点或适用条件，都会被发现")
    void everyKindOfChangeIsFound() {
        Map<String, String> changes = new TreeMap<>(Map.of(
                "halfOpenBand( park.siteAreaM2, 30000, null", "halfOpenBand( park.siteAreaM2, 30001, null",
                "band( incubator.incubatedCompanyCount, 20, null", "band( incubator.incubatedCompanyCount, 20, 50",
                "\"FAIRLY_SIGNIFICANT\"", "\"SIGNIFICANT\"",
                "judged( judgements, \"5.3#trend\" )", "holds()",
                "band( count, 3, 5", "band( count, 3, 4",
                "any( atLeast( project.annualRevenueYuan, 10000000 )", "any( atLeast( project.annualRevenueYuan, 10000001 )",
                "share( 30, event.conferenceCost( readings )", "share( 30, event.totalActualCostYuan",
                "entryWithinYears( journal.q1Entry( readings ), 3", "withinYears( journal.q1Entry( readings ), 3",
                "\"6.3.p1.u\", PlannedUse.Purpose.PARK_OPERATION", "\"6.3.p1.u\", PlannedUse.Purpose.OTHER",
                "direction == \"TALENT_EXCHANGE\"", "direction != null"));
        changes.put("upTo( 3000000, PaymentMode.PRE_GRANT", "upTo( 3000000, PaymentMode.POST_GRANT");
        changes.put("ForeignRd.Category.OPEN_INNOVATION_PLATFORM", "ForeignRd.Category.RD_INNOVATION_CENTRE");
        String drl = TABLES.drl().get("draft.drl");
        String changed = drl;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertTrue(changed.contains(change.getKey()), change::getKey);
            changed = changed.replace(change.getKey(), change.getValue());
        }
        List<String> found = Agreement.of(TABLES, Engine.compile(Map.of("draft.drl", changed))).disagreements();
        for (String table : List.of("park_tiers", "incubator_tiers", "go_global_tiers", "transfer_tiers", "transfer_projects", "event_grants",
                "journal_tiers", "fund_use", "talent_grants", "open_science_grants", "foreign_rd_grants")) {
            assertTrue(found.stream().anyMatch(text -> text.startsWith("决策表 " + table + " ")), table + " 的改动未被发现");
        }
        assertFalse(found.stream().anyMatch(text -> text.startsWith("决策表 platform_conditions ")));
    }

    @Test
    @DisplayName("网格使每一条款在该有的每一种结论上都出现")
    void everyTruthOccurs() {
        Map<String, Set<Truth>> seen = new HashMap<>();
        for (TypedTable table : TABLES.tables()) {
            BoundaryGrid grid = grid(table.id());
            grid.cases().forEach(one -> table.evaluate(grid.build(one)).forEach(answer -> answer.said()
                    .forEach(said -> seen.computeIfAbsent(said.clause(), clause -> new HashSet<>()).add(said.verdict().truth()))));
        }
        Set<Truth> machine = Set.of(Truth.MET, Truth.NOT_MET, Truth.UNKNOWN);
        Set<Truth> person = Set.of(Truth.MET, Truth.NOT_MET, Truth.JUDGEMENT);
        for (String clause : List.of("6.3.1.a", "6.3.1.b", "6.3.2.c", "7.3.2.a", "9.2.2.2", "9.3.1", "9.3.2", "11.2.4", "11.2.5", "13.3.1",
                "13.3.2", "14.3.1")) {
            assertEquals(machine, seen.get(clause), clause);
        }
        assertEquals(person, seen.get("5.3.1"));
        for (String clause : List.of("5.3.3", "8.3.1", "8.3.3", "10.3.2", "11.3.1", "12.2.1", "12.2.2", "14.3.2", "5.3.p1.u")) {
            assertEquals(Set.of(Truth.values()), seen.get(clause), clause);
        }
        assertEquals(person, seen.get("15.3.p1"));
    }

    @Test
    @DisplayName("每个数值都试到其下、其上和本身，并试未提供")
    void belowAtAndAbove() {
        Set<Object> areas = grid("park_tiers").cases().map(one -> one.given().get("park.siteAreaM2"))
                .map(known -> known == null ? "未提供" : ((Known<?>) known).value().toString()).collect(Collectors.toSet());
        assertEquals(Set.of("0", "9999.99", "10000", "10000.01", "29999.99", "30000", "30000.01", "未提供"), areas);
        Set<Object> entries = grid("journal_tiers").cases().map(one -> one.given().get("journal.firstQ1On")).map(String::valueOf).collect(Collectors.toSet());
        assertTrue(entries.containsAll(Set.of("journal.firstQ1On=2020-03-14", "journal.firstQ1On=2020-03-15", "journal.firstQ1On=2020-03-16",
                "journal.firstQ1On=NONE", "journal.firstQ1On=2019-12-31", "null")), entries::toString);
    }

    @Test
    @DisplayName("组合过多时抽取，任意两项的每一对取值仍都出现；每次抽取相同")
    void drawnCasesCoverEveryPair() {
        List<GridCase> cases = grid("journal_tiers").cases().toList();
        assertEquals(cases, grid("journal_tiers").cases().toList());
        assertEquals(BoundaryGrid.MOST_CASES + table("journal_tiers").when().size(), cases.size());
        List<Map<String, Object>> flat = cases.stream().limit(BoundaryGrid.MOST_CASES).map(one -> {
            Map<String, Object> all = new HashMap<>(one.given());
            all.putAll(one.judged());
            all.putAll(one.chosen());
            return all;
        }).toList();
        List<String> names = flat.stream().flatMap(all -> all.keySet().stream()).distinct().sorted().toList();
        Map<String, Long> values = names.stream().collect(Collectors.toMap(name -> name,
                name -> flat.stream().map(all -> String.valueOf(all.get(name))).distinct().count()));
        for (String one : names) {
            for (String other : names) {
                if (one.compareTo(other) < 0) {
                    long pairs = flat.stream().map(all -> all.get(one) + "|" + all.get(other)).distinct().count();
                    assertEquals(values.get(one) * values.get(other), pairs, one + " × " + other);
                }
            }
        }
    }
}
