package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.tables.Draft.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.Ledgers;
import org.zhunsheng.tables.Flaw.Kind;

@DisplayName("静态核对：分析人员会犯的错，各举一个申请人")
class VerificationTest {

    private static final Policy LEDGER = Ledgers.of("jkf_2022_9");
    private static final Object[] PARK = row("规则编号", "依据条款", "场地面积(平方米)", "入驻科技企业使用面积占比(%)", "北京市入驻或有科技合作的企业(家)", "最高金额(万元)", "支持方式");
    private static final Object[] CENTRE = row("规则编号", "依据条款", "3年内国际发明专利(件)", "对国内技术产品提升的作用", "已开展实质性研发", "最高金额(万元)", "支持方式");
    private static final Object[] KIND = row("规则编号", "依据条款", "类别", "最高金额(万元)", "支持比例(%)", "计算基数", "支持方式");
    private static final Object[] BODY = row("规则编号", "依据条款", "机构知名度", "机构类别", "最高金额(万元)", "支持方式");
    private static final Object[] OPEN = row("规则编号", "依据条款", "申报角色", "开放共享内容", "资源为自身拥有", "面向社会开放", "最高金额(万元)", "支持方式");
    private static final Object[] P1 = row("P1", "6.3.1", ">=30000", ">=70", ">=10", 500, "后补助");
    private static final Object[] P2 = row("P2", "6.3.2", "[10000,30000)", ">=50", ">=5", 200, "后补助");

    private static List<Flaw> flaws(String table, Object[]... rows) {
        return Verification.of(Draft.of(table, rows).read(), LEDGER).flaws();
    }

    private static List<Flaw> unique(String table, Object[]... rows) {
        return hitting("唯一", table, rows);
    }

    private static List<Flaw> together(String table, Object[]... rows) {
        return hitting("累计", table, rows);
    }

    private static List<Flaw> hitting(String policy, String table, Object[]... rows) {
        return Verification.of(Draft.of(table, rows).with(book -> book.getSheet("封面").getRow(5).getCell(2).setCellValue(policy)).read(), LEDGER).flaws();
    }

    private static Flaw only(Kind kind, List<Flaw> flaws) {
        assertEquals(List.of(kind), flaws.stream().map(Flaw::kind).toList(), flaws.toString());
        return flaws.get(0);
    }

    @Test
    @DisplayName("没有错的表什么也不报；行的次序不要紧，台账定次序")
    void sound() {
        assertEquals(List.of(), flaws("park_tiers", PARK, P1, P2));
        assertEquals(List.of(), flaws("park_tiers", PARK, P2, P1));
    }

    @Test
    @DisplayName("低一档要求更高的占比")
    void thresholds() {
        Flaw flaw = only(Kind.THRESHOLD_ORDER, flaws("park_tiers", PARK, P1, row("P2", "6.3.2", "[10000,30000)", ">=80", ">=5", 200, "后补助")));
        assertEquals("「入驻科技企业使用面积占比(%)」P2要求 >=80，金额更高的P1只要求 >=70", flaw.detail());
        assertEquals("79.99", flaw.examples().get(0).get("入驻科技企业使用面积占比(%)"));
    }

    @Test
    @DisplayName("金额高于台账所记上限；高一档反而给得少")
    void amounts() {
        Flaw cap = only(Kind.CAP, flaws("park_tiers", PARK, row("P1", "6.3.1", ">=30000", ">=70", ">=10", 600, "后补助"), P2));
        assertEquals("P1的金额 6000000 元高于条款台账所记 6.3.1 的上限 5000000 元", cap.detail());
        List<Flaw> flaws = flaws("park_tiers", PARK, row("P1", "6.3.1", ">=30000", ">=70", ">=10", 100, "后补助"), P2);
        assertTrue(flaws.stream().anyMatch(flaw -> flaw.kind() == Kind.AMOUNT_ORDER && flaw.rows().equals(List.of("P1", "P2"))), flaws.toString());
    }

    @Test
    @DisplayName("两档之间缺了一件：补行恰为 [2,3)")
    void hole() {
        Flaw flaw = only(Kind.WRITTEN_GAP, flaws("rd_centre_tiers", CENTRE, row("R1", "8.3.1", ">=3", "重大", "-", 200, "后补助"),
                row("R2", "8.3.2", "[1,2)", "积极", "-", 100, "后补助"), row("R3", "8.3.3", "-", "一定", "是", 50, "后补助")));
        assertEquals(Map.of("3年内国际发明专利(件)", "2", "对国内技术产品提升的作用", "重大", "已开展实质性研发", "否"), flaw.examples().get(0));
        assertEquals("[2,3)", flaw.proposed().get("3年内国际发明专利(件)"));
        assertEquals("重大", flaw.proposed().get("对国内技术产品提升的作用"));
    }

    @Test
    @DisplayName("漏了一个类别：补行写明是哪一个")
    void word() {
        Flaw flaw = only(Kind.GAP, flaws("international_body_tiers", BODY, row("B1", "10.3.1", "行业高度认可的顶级机构", "国际科技组织、国际期刊", 200, "后补助"),
                row("B2", "10.3.2", "其他知名机构", "国际科技组织、国际科研机构", 100, "后补助")));
        assertEquals("跨国技术转移服务机构", flaw.examples().get(0).get("机构类别"));
        assertEquals("跨国技术转移服务机构", flaw.proposed().get("机构类别"));
        Flaw alone = only(Kind.GAP, together("foreign_rd_grants", KIND, row("F1", "9.3.1", "研发创新中心", 1000, 2, "上一年度研发投入", "后补助")));
        assertEquals(Map.of("类别有研发创新中心", "否"), alone.examples().get(0));
    }

    @Test
    @DisplayName("漏了一种角色：只有这种角色的申请人")
    void item() {
        Flaw flaw = only(Kind.GAP, flaws("open_science_grants", OPEN, row("S1", "12.2.1", "平台建设主体", "论文和数据", "是", "是", 300, "事前补助")));
        assertEquals("否", flaw.examples().get(0).get("申报角色有平台建设主体"));
    }

    @Test
    @DisplayName("命中方式唯一，而有人两类都是")
    void overlap() {
        Flaw flaw = unique("foreign_rd_grants", KIND, row("F1", "9.3.1", "研发创新中心", 1000, 2, "上一年度研发投入", "后补助"),
                row("F2", "9.3.2", "开放创新平台", 500, 5, "上一年度平台投资额", "后补助")).get(0);
        assertEquals(Kind.OVERLAP, flaw.kind());
        assertEquals(List.of("F2", "F1"), flaw.rows());
        assertEquals(Map.of("类别有研发创新中心", "是", "类别有开放创新平台", "是"), flaw.examples().get(0));
    }

    @Test
    @DisplayName("被遮住的行、重复的行、不可能成立的行")
    void rows() {
        List<Flaw> masked = flaws("park_tiers", PARK, P1, row("P2", "6.3.2", ">=40000", ">=80", ">=10", 200, "后补助"));
        assertTrue(masked.stream().anyMatch(flaw -> flaw.kind() == Kind.MASKED && flaw.rows().equals(List.of("P2"))), masked.toString());
        List<Flaw> twice = flaws("park_tiers", PARK, P1, P2, row("P3", "6.3.2", ">=10000", ">=50", ">=5", 200, "后补助"));
        assertTrue(twice.stream().anyMatch(flaw -> flaw.kind() == Kind.DUPLICATE && flaw.rows().equals(List.of("P3", "P2"))), twice.toString());
        List<Flaw> never = flaws("platform_conditions", row("规则编号", "依据条款", "研发场所建筑面积(平方米)", "签约入驻研发创新项目(个)"),
                row("C1", "9.2.2.2", ">=1000", "-"), row("C2", "9.2.2.3", "-", "9.5"));
        assertTrue(never.stream().anyMatch(flaw -> flaw.kind() == Kind.UNREACHABLE && flaw.rows().equals(List.of("C2"))), never.toString());
    }

    @Test
    @DisplayName("不起作用的列：整列不填，或各行包住了所有人")
    void columns() {
        Flaw blank = only(Kind.DEAD_COLUMN, flaws("park_tiers", PARK, row("P1", "6.3.1", ">=30000", "-", ">=10", 500, "后补助"),
                row("P2", "6.3.2", "[10000,30000)", "-", ">=5", 200, "后补助")));
        assertEquals(List.of("入驻科技企业使用面积占比(%)"), blank.columns());
        Flaw full = only(Kind.DEAD_COLUMN, flaws("park_tiers", PARK, row("P1", "6.3.1", ">=30000", ">=0", ">=10", 500, "后补助"),
                row("P2", "6.3.2", "[10000,30000)", "-", ">=5", 200, "后补助")));
        assertEquals(List.of("入驻科技企业使用面积占比(%)"), full.columns());
    }

    @Test
    @DisplayName("台账没有写上限的条款：不能核对，不算通过")
    void notChecked() {
        Flaw flaw = flaws("park_tiers", PARK, P1, row("P2", "6.3.9", "[10000,30000)", ">=50", ">=5", 200, "后补助")).stream()
                .filter(each -> each.kind() == Kind.NOT_CHECKED).findFirst().orElseThrow();
        assertEquals("条款台账没有 6.3.9", flaw.detail());
    }
}
