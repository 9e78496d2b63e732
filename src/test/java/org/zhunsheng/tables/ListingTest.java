package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("由决策表生成规则")
class ListingTest {

    private static final Tables TABLES = EveryTable.draft().read();

    @Test
    @DisplayName("一行中单列成款的单元格各成一条规则，其余成一条；注明条款、单元格和规则编号")
    void oneRuleForEachClause() {
        assertEquals("rule \"park_tiers P2 6.3.2.a 场地面积(平方米)\" @clause(\"6.3.2.a\") @place(\"draft.xlsx!园区!C4\") @row(\"P2\") "
                + "when GrantCase( question == Question.SUPPORT, direction == \"OVERSEAS_PARK\", "
                + "$verdict : halfOpenBand( park.siteAreaM2, 10000, 30000, readings ) ) "
                + "then findings.add( drools.getRule().getName(), $verdict );", Draft.rule(TABLES, "park_tiers P2 6.3.2.a"));
        assertTrue(Draft.rule(TABLES, "park_tiers P1 6.3.1.b").contains("band( park.occupancy(), 70, null, readings )"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "go_global_tiers G2 | upTo( 2000000, PaymentMode.POST_GRANT, all( grade( judgements, \"5.3#effect\", \"FAIRLY_SIGNIFICANT\", readings ), "
            + "grade( judgements, \"5.3#drive\", \"SOME\", readings ), judged( judgements, \"5.3#trend\" ) ) )",
        "go_global_tiers G3 | all( isTrue( goGlobal.firstAppliedIn( previousYear ) ), judged( judgements, \"5.3.3#effect\" ) )",
        "park_tiers P1 6.3.1 国 | upTo( 5000000, PaymentMode.POST_GRANT, holds() )",
        "rd_centre_tiers R2 | band( rdCentre.patents( figures.whole( \"8.3\" ), day, readings ), 1, 3, readings )",
        "platform_conditions C1 | $verdict : atLeast( foreignRd.rdPremisesBuildingAreaM2, 1000 ) )",
        "foreign_rd_grants F2 | share( 5, foreignRd.platformInvestmentIn( previousYear ), 5000000, PaymentMode.POST_GRANT, false, readings, "
            + "Operators.contains( foreignRd.categories(), ForeignRd.Category.OPEN_INNOVATION_PLATFORM ) )",
        "international_body_tiers B2 | codeOrOpen( internationalBody.kind, InternationalBody.Kind.OTHER, judgements, \"10.1.p1\", readings, "
            + "\"A30\", \"ACCEPT\", \"REJECT\", InternationalBody.Kind.INTERNATIONAL_ST_ORGANISATION, "
            + "InternationalBody.Kind.INTERNATIONAL_RESEARCH_INSTITUTION )",
        "transfer_projects T1 | TransferredProject( of.question == Question.SUPPORT, of.direction == \"TECH_TRANSFER_SERVICE\", "
            + "$verdict : given( oneOf( project.flow, TransferProject.Flow.INBOUND ), all( isTrue( facilitatedLastYear() ), "
            + "isTrue( registeredWhereNeeded() ), any( atLeast( project.annualRevenueYuan, 10000000 ), isTrue( project.advancedWithLargeMarketPotential ) ) ) )",
        "transfer_projects T2 | insert( new Countable( \"11.2.5\", $element, $verdict ) );",
        "transfer_tiers N1 | ProjectCount( of.question == Question.SUPPORT, of.direction == \"TECH_TRANSFER_SERVICE\", "
            + "$verdict : upTo( 2000000, PaymentMode.POST_GRANT, band( count, 5, null, of.readings ) ) )",
        "open_science_grants O1 | Operators.contains( openScience.roles, OpenScience.Role.PLATFORM_BUILDER )",
        "event_grants E2 | share( 30, event.conferenceCost( readings ), 1000000, PaymentMode.PRE_GRANT, event.provisional( readings ), readings,",
        "journal_tiers J2 | all( entryWithinYears( journal.q2Entry( readings ), 3, day, readings ), codeOrOpen( journal.demoted(), true, judgements, "
            + "\"14.3.2\", readings, \"A41\", \"LITERAL\", \"FIRST_IN_EITHER\", false ) )",
        "talent_grants X1 | upTo( 500000, PaymentMode.POST_GRANT, assessed( judgements, \"15.3.p1#assessment\", readings ) )",
        "fund_use U6 | question == Question.SUPPORT, direction == \"OVERSEAS_PARK\", $verdict : mainlyFor( application.plannedUseOfFunds, "
            + "judgements, \"6.3.p1.u\", PlannedUse.Purpose.PARK_OPERATION )"})
    @DisplayName("各类列写成的条件")
    void everyKindOfColumn(String rule, String contained) {
        String text = Draft.rule(TABLES, rule);
        assertTrue(text.contains(contained), text);
    }

    @Test
    @DisplayName("超出int的元数写作long，小数照原样写，不经过浮点数")
    void largeAndFractionalFigures() {
        Tables read = Draft.of("park_tiers", Draft.row("规则编号", "依据条款", "场地面积(平方米)", "入驻科技企业使用面积占比(%)",
                "北京市入驻或有科技合作的企业(家)", "最高金额(万元)", "支持方式"), Draft.row("P1", "6.3.1", ">=0.1", "-", "-", 500, "后补助"))
                .table("transfer_projects", "转移项目", Draft.row("规则编号", "依据条款", "项目流向", "上一年度促成", "已在京注册落地", "年营业收入(万元)",
                        "国(境)外年营业收入(万元)", "或技术先进且市场前景较大"), Draft.row("T1", "11.2.4", "引进", "是", "是", ">=500000", "-", "是")).read();
        assertTrue(Draft.rule(read, "park_tiers P1 6.3.1.a").contains("halfOpenBand( park.siteAreaM2, new java.math.BigDecimal(\"0.1\"), null, readings )"));
        assertTrue(Draft.rule(read, "transfer_projects T1 11.2.4 ").contains("atLeast( project.annualRevenueYuan, 5000000000L )"));
    }

    @Test
    @DisplayName("生成的规则能编译，规则名称各不相同")
    void compiles() {
        long rules = TABLES.tables().stream().flatMap(table -> table.rows().stream()).mapToLong(row -> row.conclusions().size()).sum();
        List<String> names = Engine.compile(TABLES.drl()).getKiePackages().stream().flatMap(p -> p.getRules().stream())
                .map(rule -> rule.getName()).distinct().toList();
        assertEquals(rules, names.size());
    }

    @Test
    @DisplayName("期限表不生成规则，列出数值并交给事实")
    void figures() {
        assertEquals(1, TABLES.figures().whole("6.2.1"));
        assertEquals(6, TABLES.figures().at("15.2.3", "EXCHANGE").intValueExact());
        assertTrue(TABLES.listings().get("draft.listing.txt").contains("\n// Q4 15.2.3：适用情形 交流，数值 6，单位 天\n"));
    }

    @Test
    @DisplayName("查得到条款背后的规则行和单元格")
    void rowsBehindAClause() {
        Row row = TABLES.rows("6.3.1.b").get(0);
        assertEquals("P1", row.id());
        assertEquals(List.of("draft.xlsx!园区!C3", "draft.xlsx!园区!D3", "draft.xlsx!园区!E3", "draft.xlsx!园区!F3", "draft.xlsx!园区!G3"),
                row.cells().stream().map(Cell::place).toList());
        assertEquals("periods", TABLES.rows("8.3").get(0).table());
    }

    @Test
    @DisplayName("提交的清单与工作簿一致")
    void committedListingsAreUpToDate() throws IOException {
        try (Stream<Path> policies = Files.list(Path.of("decision-tables"))) {
            for (Path policy : policies.toList()) {
                for (Map.Entry<String, String> listing : Tables.read(policy).listings().entrySet()) {
                    Path committed = policy.resolve(listing.getKey());
                    assertTrue(Files.exists(committed), () -> "缺少 " + committed + "，请运行 Listings");
                    assertEquals(listing.getValue(), Files.readString(committed), () -> committed + " 已过时，请运行 Listings");
                }
            }
        }
    }
}
