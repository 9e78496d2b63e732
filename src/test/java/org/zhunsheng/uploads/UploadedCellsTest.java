package org.zhunsheng.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.CellError;
import org.zhunsheng.tables.Flaw;
import org.zhunsheng.tables.Opened;

@DisplayName("交来的工作簿里各格得到什么答复")
class UploadedCellsTest {

    static final RuleBase BASE = new RuleBases().inForce("jkf_2022_9").orElseThrow();

    private static Report check(byte[] workbook) {
        assertEquals(Optional.empty(), Container.refusal(workbook));
        return check(Opened.of(HandedIn.FILE, workbook));
    }

    /** Cases of the document are tried elsewhere. */
    static Report check(Opened opened) {
        return Upload.check(HandedIn.FILE, opened, BASE, tables -> new CaseRun(0, List.of(), List.of()));
    }

    private static void accepted(byte[] workbook) {
        Report report = check(workbook);
        assertTrue(report.isAccepted(), report.refusal() + " " + report.cells() + " " + report.flaws());
    }

    private static void refused(byte[] workbook, String cell, String read, String expected) {
        Report report = check(workbook);
        assertTrue(report.cells().stream().anyMatch(error -> error.cell().equals(cell) && error.read().equals(read) && error.expected().contains(expected)),
                report.refusal() + " " + report.cells() + " " + report.flaws());
    }

    @Test
    @DisplayName("全角数字和符号：照收")
    void fullWidth() {
        accepted(HandedIn.text("C4", "≥３００００"));
        accepted(HandedIn.text("C5", "［１００００，３００００）"));
    }

    @Test
    @DisplayName("弯引号：拒绝，说出可写的词")
    void quotes() {
        refused(HandedIn.text("G4", "“后补助”"), "G4", "“后补助”", "后补助、事前补助");
        refused(HandedIn.text("C4", "‘>=30000’"), "C4", "‘>=30000’", "不写单位");
    }

    @Test
    @DisplayName("1904 纪元的日期：按文件自己的纪元读，日期不变")
    void since1904() {
        LocalDate day = LocalDate.of(2022, 6, 13);
        byte[] workbook = HandedIn.parts(parts -> {
            HandedIn.replace(parts, "xl/workbook.xml", "<workbookPr date1904=\"false\"/>", "<workbookPr date1904=\"true\"/>");
            HandedIn.replace(parts, "xl/worksheets/sheet2.xml", "<v>44725.0</v>", "<v>" + (44725 - 1462) + ".0</v>");
        });
        accepted(workbook);
        assertEquals(day, HandedIn.day(workbook));
    }

    @Test
    @DisplayName("日期：几种写法都收，不存在的日子、别的写法不收")
    void days() {
        for (String written : List.of("2022-06-13", "2022/6/13", "2022年6月13日")) {
            accepted(HandedIn.with(book -> HandedIn.cell(book.getSheet("封面"), "B4").setCellValue(written)));
        }
        for (String written : List.of("2022-02-30", "13.6.2022", "20220613")) {
            refused(HandedIn.with(book -> HandedIn.cell(book.getSheet("封面"), "B4").setCellValue(written)), "B4", written, "应为日期");
        }
    }

    @Test
    @DisplayName("万元之下填了元：问是否单位错误")
    void unit() {
        refused(HandedIn.cell("F4", cell -> cell.setCellValue(5_000_000)), "F4", "5000000", "是否单位错误");
    }

    @Test
    @DisplayName("代码混进单元格：原样指出，什么也不运行")
    void code() {
        for (String code : List.of("1 || x.T.hit()", "ok\"); System.exit(1); (\"", ">=1 ) , eval( true", "@{Runtime}", "]]>", "'; drop table edition; --")) {
            refused(HandedIn.text("C4", code), "C4", code, "应为 >=a");
            refused(HandedIn.text("G4", code), "G4", code, "应为下列之一");
            refused(HandedIn.text("A4", code), "A4", code, "应填写规则编号");
            refused(HandedIn.text("B4", code), "B4", code, "应填写依据条款");
        }
    }

    @Test
    @DisplayName("规则编号删了、用了两次；整行删了")
    void identifiers() {
        refused(HandedIn.cell("A5", cell -> cell.setBlank()), "A5", "", "应填写规则编号");
        refused(HandedIn.text("A5", "P1"), "A5", "P1", "不得重复");
        refused(HandedIn.with(book -> book.getSheet(HandedIn.SHEET).removeRow(book.getSheet(HandedIn.SHEET).getRow(4))), "", "P2", "6.3.2");
    }

    @Test
    @DisplayName("WPS 另存的：多出的部件和应用名称不妨碍")
    void wps() {
        accepted(HandedIn.parts(parts -> {
            HandedIn.replace(parts, "[Content_Types].xml", "</Types>", "<Override PartName=\"/docProps/custom.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>");
            HandedIn.replace(parts, "_rels/.rels", "</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                    + "relationships/custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>");
            parts.put("docProps/custom.xml", ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/"
                    + "2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property "
                    + "fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"KSOProductBuildVer\"><vt:lpwstr>2052-12.1.0.16929</vt:lpwstr>"
                    + "</property></Properties>").getBytes(StandardCharsets.UTF_8));
        }));
    }

    @Test
    @DisplayName("格格都对而整表不对：指出问题、申请人一例，JSON 里也有")
    void tables() {
        Report report = check(HandedIn.text("D5", ">=80"));
        assertEquals(List.of(Flaw.Kind.THRESHOLD_ORDER), report.flaws().stream().map(Flaw::kind).toList());
        assertEquals(Map.of(Flaw.Kind.THRESHOLD_ORDER, 1), report.found());
        String json = new String(report.json(), StandardCharsets.UTF_8);
        assertTrue(json.contains("\"kind\":\"THRESHOLD_ORDER\"") && json.contains("{\"cell\":\"79.99\",\"heading\":\"入驻科技企业使用面积占比(%)\"}"), json);
        assertFalse(report.isAccepted());
    }

    @Test
    @DisplayName("跨行合并、隐藏的行、隐藏的列、隐藏的工作表")
    void hidden() {
        refused(HandedIn.with(book -> book.getSheet(HandedIn.SHEET).addMergedRegion(CellRangeAddress.valueOf("E4:E5"))), "E4", ">=10", "不得合并");
        refused(HandedIn.with(book -> book.getSheet(HandedIn.SHEET).getRow(4).setZeroHeight(true)), "A5", "P2", "不得隐藏");
        refused(HandedIn.with(book -> book.getSheet(HandedIn.SHEET).setColumnHidden(3, true)), "D3", "入驻科技企业使用面积占比(%)", "不得隐藏");
        refused(HandedIn.with(book -> book.setSheetHidden(book.getSheetIndex(HandedIn.SHEET), true)), "B7", HandedIn.SHEET, "不得隐藏");
    }

    @Test
    @DisplayName("一张工作表两个表：上下、左右")
    void twoTables() {
        refused(HandedIn.with(book -> {
            XSSFSheet sheet = book.getSheet(HandedIn.SHEET);
            HandedIn.cell(sheet, "A6").setCellValue("规则编号");
            HandedIn.cell(sheet, "B6").setCellValue("依据条款");
        }), "A6", "规则编号", "只应有一个表");
        refused(HandedIn.text("I3", "规则编号"), "I3", "规则编号", "只应有一个表");
    }

    @Test
    @DisplayName("工作表改了名：说明封面登记的是哪一张")
    void sheetName() {
        Report report = check(HandedIn.with(book -> book.setSheetName(book.getSheetIndex(HandedIn.SHEET), "Sheet1")));
        assertEquals(List.of("档次", ""), report.cells().stream().map(CellError::read).toList());
    }
}
