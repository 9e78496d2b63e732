package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.tables.Draft.row;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.Ledgers;

@DisplayName("工作表“测试”：作者自己的用例")
class TestSheetTest {

    private static final Policy LEDGER = Ledgers.of("jkf_2022_9");
    private static final Object[] PARK = row("规则编号", "依据条款", "场地面积(平方米)", "入驻科技企业使用面积占比(%)", "北京市入驻或有科技合作的企业(家)", "最高金额(万元)", "支持方式");
    private static final Object[] P1 = row("P1", "6.3.1", ">=30000", ">=70", ">=10", 500, "后补助");
    private static final Object[] P2 = row("P2", "6.3.2", "[10000,30000)", ">=50", ">=5", 200, "后补助");
    private static final Object[] HEAD = row("用例编号", "说明", "场地面积(平方米)", "入驻科技企业使用面积占比(%)", "北京市入驻或有科技合作的企业(家)", "期望规则编号");

    private static List<CellError> tested(Object[]... rows) {
        return Draft.of("park_tiers", PARK, P1, P2).with(book -> {
            XSSFSheet sheet = book.createSheet("测试");
            for (Object[] cells : rows) {
                XSSFRow written = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int at = 0; at < cells.length; at++) {
                    if (cells[at] instanceof Number number) {
                        written.createCell(at).setCellValue(number.doubleValue());
                    } else if (cells[at] != null) {
                        written.createCell(at).setCellValue(cells[at].toString());
                    }
                }
            }
        }).read().tested(LEDGER);
    }

    private static void only(String cell, String read, String expected, Object[]... rows) {
        List<CellError> errors = tested(rows);
        assertEquals(1, errors.size(), errors.toString());
        assertEquals("测试 " + cell + " " + read, errors.get(0).sheet() + " " + errors.get(0).cell() + " " + errors.get(0).read());
        assertTrue(errors.get(0).expected().contains(expected), errors.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jkf_2022_9", "jkf_2022_4", "jjg_2022_8", "jkgf_2025_69", "zkyf_2020_43"})
    @DisplayName("收录的工作簿：每个用例都与表相符")
    void committed(String policy) {
        assertEquals(List.of(), Tables.read(Path.of("decision-tables", policy)).tested(Ledgers.of(policy)));
    }

    @Test
    @DisplayName("相符的不说什么；留空是没有填报，不会使一行成立")
    void sound() {
        assertEquals(List.of(), tested(HEAD, row("例01", "界线上", 30000, 70, 10, "P1"), row("例02", "第二档", "29999.99", 70, 10, "P2"),
                row("例03", "没有填占比", 45000, null, 10, "无"), row("例04", "不到", 9999, 90, 20, "无")));
    }

    @Test
    @DisplayName("不符的：在期望的那一格，写明成立的是哪一行")
    void otherwise() {
        only("F2", "P2", "用例例01与表不符：按表中现在的数值，成立的是P1", HEAD, row("例01", "", 30000, 70, 10, "P2"));
        only("F2", "P1", "成立的是「无」", HEAD, row("例01", "", 30000, 49.99, 10, "P1"));
    }

    @Test
    @DisplayName("写得不对的：没有的规则编号、标题、词语，重复的用例编号，缺少的标题和工作表")
    void wrong() {
        only("F2", "P9", "应为本表的规则编号", HEAD, row("例01", "", 30000, 70, 10, "P9"));
        only("C2", "很大", "应为一个数值", HEAD, row("例01", "", "很大", 70, 10, "无"));
        only("A3", "例01", "不重复", HEAD, row("例01", "", 1, 1, 1, "无"), row("例01", "", 1, 1, 1, "无"));
        only("C1", "面积", "应为下列之一", row("用例编号", "说明", "面积", "期望规则编号"), row("例01", "", null, "无"));
        only("A1", "", "缺少标题「期望规则编号」", row("用例编号", "说明"), row("例01", ""));
        assertTrue(Draft.of("park_tiers", PARK, P1, P2).read().tested(LEDGER).get(0).expected().contains("应有工作表「测试」"));
    }
}
