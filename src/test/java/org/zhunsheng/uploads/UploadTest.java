package org.zhunsheng.uploads;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.rulebase.RuleBase;

@DisplayName("交来的工作簿各得到什么答复")
class UploadTest {

    private static final RuleBase BASE = UploadedCellsTest.BASE;

    private static Report check(byte[] workbook) {
        return Upload.check(HandedIn.FILE, workbook, BASE, tables -> new CaseRun(0, List.of(), List.of()));
    }

    private static void refused(byte[] workbook, String why) {
        Report report = check(workbook);
        assertTrue(report.refusal().orElse("收下了").contains(why), report.refusal() + " " + report.cells() + " " + report.flaws());
        assertFalse(report.isAccepted());
        assertTrue(new String(report.json(), StandardCharsets.UTF_8).contains("\"accepted\":false"));
    }

    private static void refused(byte[] workbook, String cell, String read, String expected) {
        Report report = check(workbook);
        assertTrue(report.cells().stream().anyMatch(error -> error.cell().equals(cell) && error.read().equals(read) && error.expected().contains(expected)),
                report.refusal() + " " + report.cells() + " " + report.flaws());
        assertFalse(report.isAccepted());
        assertTrue(report.workbook().isPresent());
    }

    private static void accepted(byte[] workbook) {
        Report report = check(workbook);
        assertTrue(report.isAccepted(), report.refusal() + " " + report.cells() + " " + report.flaws());
    }

    @Test
    @DisplayName("收录的工作簿：收下")
    void committed() {
        accepted(HandedIn.committed());
    }

    @Test
    @DisplayName(".xls：说明是旧版，应另存")
    void xls() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("封面");
            book.write(out);
        }
        refused(out.toByteArray(), "旧版 Excel（.xls）");
    }

    @Test
    @DisplayName(".xlsm：不含宏的也不收，含宏的更不收")
    void xlsm() {
        refused(HandedIn.parts(parts -> HandedIn.replace(parts, "[Content_Types].xml", "spreadsheetml.sheet.main+xml",
                "spreadsheetml.sheet.macroEnabled.main+xml".replace("spreadsheetml", "x"))), "启用宏");
        refused(HandedIn.parts(parts -> parts.put("xl/vbaProject.bin", new byte[] {1})), "不得含宏");
        refused(HandedIn.parts(parts -> HandedIn.replace(parts, "[Content_Types].xml", "<Default ", "<Default Extension=\"x\" "
                + "ContentType=\"application/vnd.ms-office.vbaProject\"/><Default ")), "含宏");
    }

    @Test
    @DisplayName("外部链接、嵌入的文件、数据连接、文件之外的内容")
    void outside() {
        for (String part : List.of("xl/externalLinks/externalLink1.xml", "xl/embeddings/oleObject1.bin", "xl/connections.xml", "xl/activeX/activeX1.xml")) {
            refused(HandedIn.parts(parts -> parts.put(part, "<x/>".getBytes(StandardCharsets.UTF_8))), "不得");
        }
        refused(HandedIn.parts(parts -> HandedIn.replace(parts, "xl/_rels/workbook.xml.rels", "</Relationships>",
                "<Relationship Id=\"x1\" Type=\"http://schemas/oleLink\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>")), "文件之外");
    }

    @Test
    @DisplayName("改名的 CSV、空文件、别的压缩包、别的 Office 文件、损坏的文件")
    void other() {
        refused("规则编号,依据条款\nP1,6.3.1\n".getBytes(StandardCharsets.UTF_8), "文本文件");
        refused(new byte[0], "空的");
        refused(HandedIn.zipped(Map.of("a.txt", new byte[] {1})), "不是 xlsx 工作簿");
        refused(HandedIn.parts(parts -> HandedIn.replace(parts, "[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main")), "其他 Office 文件");
        refused(Arrays.copyOf(HandedIn.committed(), 3000), "损坏");
        refused(HandedIn.parts(parts -> parts.put("xl/worksheets/sheet3.xml", "<worksheet>".getBytes(StandardCharsets.UTF_8))), "无法打开");
    }

    @Test
    @DisplayName("有打开密码：说明应取消密码")
    void password() {
        refused(HandedIn.encrypted("secret"), "打开密码");
    }

    @Test
    @DisplayName("压缩炸弹：不解开；外部实体：不取")
    void bombs() {
        refused(HandedIn.parts(parts -> parts.put("xl/media/image1.png", new byte[40 << 20])), "过大");
        refused(HandedIn.parts(parts -> {
            for (int part = 0; part < 400; part++) {
                parts.put("xl/media/image" + part + ".png", new byte[1]);
            }
        }), "部件超过");
        refused(new byte[Container.MOST_BYTES + 1], "5 MB");
        refused(HandedIn.parts(parts -> HandedIn.replace(parts, "xl/_rels/workbook.xml.rels", "<Relationships",
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Relationships")), "DTD");
    }

    @Test
    @DisplayName("四十万行：说明行数的限制")
    void rows() {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        for (int row = 2; row <= 400_000; row++) {
            rows.append("<row><c><v>1</v></c></row>");
        }
        refused(HandedIn.parts(parts -> parts.put("xl/worksheets/sheet3.xml", ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData>" + rows + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8))), "超过 5000 行");
    }

    @Test
    @DisplayName("公式和 =HYPERLINK：在那一格拒绝，不计算")
    void formulas() {
        refused(HandedIn.cell("F4", cell -> cell.setCellFormula("250*2")), "F4", "=250*2", "不得使用公式");
        refused(HandedIn.cell("C4", cell -> cell.setCellFormula("HYPERLINK(\"http://x.example\",\"30000\")")), "C4",
                "=HYPERLINK(\"http://x.example\",\"30000\")", "不得使用公式");
    }
}
