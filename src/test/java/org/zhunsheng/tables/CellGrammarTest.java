package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.tables.Draft.row;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("单元格的写法")
class CellGrammarTest {

    private static Draft area(Object cell) {
        return Draft.of("platform_conditions", row("规则编号", "依据条款", "研发场所建筑面积(平方米)", "签约入驻研发创新项目(个)"),
                row("C1", "9.2.2.2", cell, ">=1"));
    }

    private static Draft park(Object area) {
        return Draft.of("park_tiers", row("规则编号", "依据条款", "场地面积(平方米)", "入驻科技企业使用面积占比(%)", "北京市入驻或有科技合作的企业(家)"),
                row("P1", "6.3.1", area, ">=70", "-"));
    }

    private static Draft journal(Object q1) {
        return Draft.of("journal_tiers", row("规则编号", "依据条款", "首次进入Q1区", "首次进入Q2区", "由Q1区降入"), row("J1", "14.3.1", q1, "-", "否"));
    }

    private static Draft project(Object flow, Object facilitated, Object revenue) {
        return Draft.of("transfer_projects", row("规则编号", "依据条款", "项目流向", "上一年度促成", "已在京注册落地", "年营业收入(万元)",
                "国(境)外年营业收入(万元)", "或技术先进且市场前景较大"), row("T1", "11.2.4", flow, facilitated, "否", revenue, "-", "-"));
    }

    private static Draft goGlobal(Object effect, Object trend) {
        return Draft.of("go_global_tiers", row("规则编号", "依据条款", "走出去效果", "经济及产业带动作用", "发展趋势良好", "上一年度首次在国(境)外应用",
                "首次应用成效显著"), row("G1", "5.3.1", effect, "-", trend, "是", "-"));
    }

    private static Draft grant(Object type, Object rate, Object base, Object cap, Object mode) {
        return Draft.of("event_grants", row("规则编号", "依据条款", "活动类别", "支持比例(%)", "计算基数", "最高金额(万元)", "支持方式"),
                row("E1", "13.3.1", type, rate, base, cap, mode));
    }

    private static void assertWritten(Draft draft, String contained) {
        String text = draft.read().drl().get("draft.drl");
        assertTrue(text.contains(contained), text);
    }

    /** The cell C3, D3 … alone is refused, and its message says what is allowed. */
    private static void assertRefused(Draft draft, String cell, String expected) {
        List<CellError> errors = assertThrows(TableErrors.class, draft::read).errors();
        assertEquals(List.of(cell), errors.stream().map(CellError::cell).toList(), errors::toString);
        assertTrue(errors.get(0).expected().contains(expected), errors::toString);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', value = {
        ">=1000 | atLeast( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "＞＝１０００ | atLeast( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "≥ 1000.50 | atLeast( foreignRd.rdPremisesBuildingAreaM2, new java.math.BigDecimal(\"1000.5\") )",
        ">1000 | moreThan( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "≤1000 | atMost( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "<1000 | lessThan( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "=1000 | equalTo( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "1000 | equalTo( foreignRd.rdPremisesBuildingAreaM2, 1000 )",
        "[1000,3000) | within( foreignRd.rdPremisesBuildingAreaM2, 1000, 3000, \"[)\" )",
        "（1000，3000] | within( foreignRd.rdPremisesBuildingAreaM2, 1000, 3000, \"(]\" )"})
    @DisplayName("数值和区间，全角半角均可")
    void numbers(String cell, String drl) {
        assertWritten(area(cell), drl);
    }

    @Test
    @DisplayName("存为数值的单元格就是该数值")
    void storedNumbers() {
        assertWritten(area(1000), "equalTo( foreignRd.rdPremisesBuildingAreaM2, 1000 )");
        assertWritten(area(0.1), "equalTo( foreignRd.rdPremisesBuildingAreaM2, new java.math.BigDecimal(\"0.1\") )");
        assertWritten(area(123456789012d), "equalTo( foreignRd.rdPremisesBuildingAreaM2, 123456789012L )");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {">=3万", ">=10,000", "1000平方米", "约1000", "10²", "=>1000", ">=", "[1000,3000", "1e3", "1000-3000", ">=1000 且 <=3000"})
    @DisplayName("不合写法的数值")
    void malformedNumbers(String cell) {
        assertRefused(area(cell), "C3", "应为数值");
    }

    @Test
    @DisplayName("空区间、负数、布尔值")
    void impossibleNumbers() {
        assertRefused(area("[3000,1000)"), "C3", "下限应小于上限");
        assertRefused(area("[1000,1000]"), "C3", "下限应小于上限");
        assertRefused(area(">=-1"), "C3", "不应小于0");
        assertRefused(area(true), "C3", "应为数值");
    }

    @Test
    @DisplayName("「-」和留空表示不限，不产生条件")
    void any() {
        for (Object any : new Object[] {"-", "－", " ", null}) {
            assertWritten(area(any), "$verdict : atLeast( foreignRd.signedResidentInnovationProjects, 1 ) )");
        }
    }

    @Test
    @DisplayName("档次只用 >=a 或 [a,b)")
    void bands() {
        assertWritten(park("[10000,30000)"), "halfOpenBand( park.siteAreaM2, 10000, 30000, readings )");
        for (Object cell : List.of(">10000", "<=10000", "10000", 10000, "(10000,30000)", "[10000,30000]")) {
            assertRefused(park(cell), "C3", "应为 >=a 或 [a,b)");
        }
    }

    @Test
    @DisplayName("占比不超过100")
    void percentages() {
        assertRefused(park(">=1").cell("D3", cell -> cell.setCellValue(">=170")), "D3", "不应大于100");
    }

    @Test
    @DisplayName("万元换算为元，比例按百分数")
    void money() {
        assertWritten(project("引进", "是", ">=1000.5"), "atLeast( project.annualRevenueYuan, 10005000 )");
        assertWritten(grant("重点交流活动", 2.5, "实际总经费", 0.5, "后补助"),
                "share( new java.math.BigDecimal(\"2.5\"), event.totalActualCostYuan, 5000, PaymentMode.POST_GRANT, false, readings, ");
        assertWritten(grant("重点交流活动", "30", "实际总经费", "100", "后补助"), "share( 30, event.totalActualCostYuan, 1000000, ");
    }

    @Test
    @DisplayName("结果列：应为一个数值，比例不超过100，基数和方式照代码表")
    void results() {
        assertRefused(grant("重点交流活动", 30, "实际总经费", ">=100", "后补助"), "F3", "应为一个数值");
        assertRefused(grant("重点交流活动", 30, "实际总经费", "100万", "后补助"), "F3", "应为一个数值");
        assertRefused(grant("重点交流活动", 130, "实际总经费", 100, "后补助"), "D3", "不应大于100");
        assertRefused(grant("重点交流活动", 30, "总经费", 100, "后补助"), "E3", "实际总经费、会议总经费");
        assertRefused(grant("重点交流活动", 30, "实际总经费", 100, "现金"), "G3", "后补助、事前补助");
        assertRefused(grant("重点交流活动", 30, "-", 100, "后补助"), "A3", "支持比例和计算基数应同时填写");
        assertRefused(grant("重点交流活动", "-", "-", "-", "后补助"), "A3", "同时写明最高金额和支持方式");
    }

    @Test
    @DisplayName("代码：一项或以「、」分隔的几项")
    void codes() {
        for (String list : List.of("引进、走出去", "引进，走出去", "引进;走出去", "引进； 走出去")) {
            assertWritten(project(list, "是", "-"), "oneOf( project.flow, TransferProject.Flow.INBOUND, TransferProject.Flow.OUTBOUND )");
        }
        assertRefused(project("进口", "是", "-"), "C3", "引进、走出去");
        assertRefused(project("引进、", "是", "-"), "C3", "引进、走出去");
        assertRefused(project("引进、引进", "是", "-"), "C3", "不重复");
    }

    @Test
    @DisplayName("是或否，亦可为布尔值")
    void yesNo() {
        assertWritten(project("引进", "否", "-"), "isFalse( facilitatedLastYear() )");
        assertWritten(project("引进", true, "-"), "isTrue( facilitatedLastYear() )");
        assertRefused(project("引进", "√", "-"), "D3", "应为「是」或「否」");
        assertRefused(project("引进", 1, "-"), "D3", "应为「是」或「否」");
    }

    @Test
    @DisplayName("专家等级取代码表中的一级；专家判断只写「是」")
    void judgements() {
        assertWritten(goGlobal("显著", "是"), "all( grade( judgements, \"5.3#effect\", \"SIGNIFICANT\", readings ), judged( judgements, \"5.3#trend\" ), ");
        assertRefused(goGlobal("良好", "是"), "C3", "显著、较为显著");
        assertRefused(goGlobal("显著、较为显著", "是"), "C3", "应为下列之一");
        assertRefused(goGlobal("显著", "否"), "E3", "应为「是」");
    }

    @Test
    @DisplayName("「N年内」")
    void yearsBack() {
        assertWritten(journal("３年内"), "entryWithinYears( journal.q1Entry( readings ), 3, day, readings )");
        for (Object cell : List.of("3年", "0年内", "三年内", 3, "近3年内")) {
            assertRefused(journal(cell), "C3", "应为「N年内」");
        }
    }

    @Test
    @DisplayName("期限表：数值不小于1，单位和适用情形照表，同一条款同一情形只一行")
    void figures() {
        assertRefused(periods(row("Q1", "6.2.1", "-", 0, "年")), "D3", "不应小于1");
        assertRefused(periods(row("Q1", "6.2.1", "-", 1, "周")), "E3", "个工作日");
        assertRefused(periods(row("Q1", "6.2.1", "出差", 1, "年")), "C3", "培训、交流");
        assertRefused(periods(row("Q1", "6.2.1", "-", 1, "-")), "A3", "应填写数值和单位");
        assertRefused(periods(row("Q1", "6.2.1", "-", 1, "年"), row("Q2", "6.2.1", "-", 2, "年")), "A4", "只应有一行");
    }

    private static Draft periods(Object[]... rows) {
        Object[][] all = new Object[rows.length + 1][];
        all[0] = row("规则编号", "依据条款", "适用情形", "数值", "单位");
        System.arraycopy(rows, 0, all, 1, rows.length);
        return Draft.of("periods", all);
    }
}
