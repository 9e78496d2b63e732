package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.tables.Draft.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("读取工作簿：只认存储的内容，错在哪个单元格就说哪个单元格")
class WorkbookTest {

    private static final Object[] HEADINGS = row("规则编号", "依据条款", "场地面积(平方米)", "入驻科技企业使用面积占比(%)",
            "北京市入驻或有科技合作的企业(家)", "最高金额(万元)", "支持方式");

    /** Headings in row 2, P1 in row 3, P2 in row 4. */
    private static Draft park() {
        return Draft.of("park_tiers", HEADINGS, row("P1", "6.3.1", ">=30000", ">=70", ">=10", 500, "后补助"),
                row("P2", "6.3.2", "[10000,30000)", ">=50", ">=5", 200, "后补助"));
    }

    private static List<CellError> errors(byte[] bytes) {
        return assertThrows(TableErrors.class, () -> Draft.read(Draft.FILE, bytes)).errors();
    }

    private static CellError error(Draft draft) {
        List<CellError> errors = errors(draft.bytes());
        assertEquals(1, errors.size(), errors.toString());
        return errors.get(0);
    }

    private static void assertRefused(Draft draft, String sheet, String cell, String read, String expected) {
        CellError error = error(draft);
        assertEquals(new CellError(Draft.FILE, sheet, cell, read, error.expected()), error);
        assertTrue(error.expected().contains(expected), error.expected());
    }

    private static void assertRefused(Draft draft, String cell, String read, String expected) {
        assertRefused(draft, Draft.SHEET, cell, read, expected);
    }

    private static Consumer<XSSFWorkbook> inCover(int row, int column, String text) {
        return book -> book.getSheet("封面").getRow(row).createCell(column).setCellValue(text);
    }

    @Test
    @DisplayName("完好的工作簿读得出")
    void soundWorkbook() {
        assertEquals(List.of("P1", "P2"), park().read().tables().get(0).rows().stream().map(Row::id).toList());
    }

    @Test
    @DisplayName("公式：表格内外都拒绝，即使存有结果")
    void formulas() {
        assertRefused(park().cell("F3", cell -> cell.setCellFormula("250*2")), "F3", "=250*2", "不得使用公式");
        assertRefused(park().with(book -> book.getSheet("字典").createRow(0).createCell(0).setCellFormula("NOW()")), "字典", "A1", "=NOW()",
                "不得使用公式");
    }

    @Test
    @DisplayName("错误值、百分比格式、带时刻的日期、超过15位的数值")
    void unusableValues() {
        assertRefused(park().cell("C3", cell -> cell.setCellErrorValue(FormulaError.REF)), "C3", "#REF!", "错误值");
        assertRefused(park().cell("D3", cell -> {
            CellStyle percent = cell.getSheet().getWorkbook().createCellStyle();
            percent.setDataFormat((short) 9);
            cell.setCellStyle(percent);
            cell.setCellValue(0.7);
        }), "D3", "0.7", "百分比格式");
        assertRefused(park().cell("F3", cell -> cell.setCellValue(0.1 + 0.2)), "F3", "0.30000000000000004", "15位");
        assertRefused(park().with(book -> {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            var cell = book.getSheet("封面").getRow(3).getCell(1);
            cell.setCellStyle(date);
            cell.setCellValue(LocalDateTime.of(2022, 6, 13, 9, 30));
        }), "封面", "B4", "2022-06-13T09:30", "不应带时刻");
    }

    @Test
    @DisplayName("数值取存储值，不取显示的文字")
    void storedNotDisplayed() {
        Tables tables = park().cell("F3", cell -> {
            cell.setCellValue(1234.56789);
            CellStyle rough = cell.getSheet().getWorkbook().createCellStyle();
            rough.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat("0.0E+00"));
            cell.setCellStyle(rough);
        }).read();
        assertTrue(Draft.rule(tables, "park_tiers P1 6.3.1 ").contains("upTo( new java.math.BigDecimal(\"12345678.9\"), "));
    }

    @Test
    @DisplayName("生效日期可为日期单元格或文本")
    void dates() {
        for (Object date : List.of(LocalDate.of(2022, 6, 13), "2022/6/13", "2022-06-13", "２０２２－０６－１３")) {
            Draft draft = park().with(book -> book.getSheet("封面").getRow(3).removeCell(book.getSheet("封面").getRow(3).getCell(1)));
            assertTrue(draft.with(book -> Draft.set(book, "封面", 3, 1, date)).read().listings().get("draft.listing.txt")
                    .contains("生效日期 2022-06-13"), date::toString);
        }
        assertRefused(park().with(inCover(3, 1, "2022年6月")), "封面", "B4", "2022年6月", "应为日期");
    }

    @Test
    @DisplayName("表头：不认识、缺少、重复、B列不是依据条款")
    void headings() {
        assertRefused(park().cell("G2", cell -> cell.setCellValue("备注")).cell("G3", cell -> cell.setBlank()).cell("G4", cell -> cell.setBlank())
                .cell("F3", cell -> cell.setBlank()).cell("F4", cell -> cell.setBlank()), "G2", "备注", "列字典中的标题");
        assertRefused(Draft.of("platform_conditions", row("规则编号", "依据条款", "研发场所建筑面积(平方米)"), row("C1", "9.2.2.2", ">=1000")),
                "A2", "", "缺少标题「签约入驻研发创新项目(个)」");
        assertTrue(errors(park().cell("D2", cell -> cell.setCellValue("场地面积(平方米)")).bytes()).stream()
                .anyMatch(e -> e.cell().equals("D2") && e.expected().equals("标题不得重复")));
        assertRefused(park().cell("B2", cell -> cell.setCellValue("条款")), "B2", "条款", "B列应为「依据条款」");
        assertRefused(park().cell("A2", cell -> cell.setCellValue("编号")), "A1", "", "A列应有表头行");
    }

    @Test
    @DisplayName("规则行：编号重复或不合规、条款缺失或存为数值、空行、合并、无标题的列")
    void rows() {
        assertRefused(park().cell("A4", cell -> cell.setCellValue("P1")), "A4", "P1", "不得重复");
        assertRefused(park().cell("A4", cell -> cell.setCellValue("P2\" when eval(true)")), "A4", "P2\" when eval(true)", "应填写规则编号");
        assertRefused(park().cell("B4", cell -> cell.setBlank()), "B4", "", "应填写依据条款");
        assertRefused(park().cell("B4", cell -> cell.setCellValue(6.1)), "B4", "6.1", "应为文本");
        assertRefused(Draft.of("park_tiers", HEADINGS, row("P1", "6.3.1", ">=1", "-", "-", 500, "后补助"), row(),
                row("P2", "6.3.2", ">=1", "-", "-", 500, "后补助")), "A4", "", "不得有空行");
        assertRefused(park().with(book -> book.getSheet(Draft.SHEET).addMergedRegion(CellRangeAddress.valueOf("E3:E4"))), "E3", ">=10", "不得合并");
        assertRefused(park().cell("I3", cell -> cell.setCellValue("存疑")), "I3", "存疑", "没有标题的列");
        assertRefused(Draft.of("park_tiers", HEADINGS, row("P1", "6.3.1", "-", "-", "-", "-", "-")), "A3", "P1", "应有条件或结果");
        assertRefused(Draft.of("park_tiers", HEADINGS, row("P1", "6.3.1", "-", "-", "-", 500, "-")), "A3", "P1", "最高金额和支持方式");
    }

    @Test
    @DisplayName("封面：政策不符、表编号不明、工作表不存在或未登记、命中方式不明")
    void cover() {
        assertRefused(park().with(inCover(0, 1, "jjg_2022_8")), "封面", "B1", "jjg_2022_8", "应为jkf_2022_9");
        assertRefused(park().with(inCover(5, 2, "全部")), "封面", "C6", "全部", "首条、唯一或累计");
        assertTrue(errors(park().with(inCover(5, 0, "tiers")).bytes()).toString().contains("列字典中的表编号"));
        assertEquals(2, errors(park().with(inCover(5, 1, "不存在")).bytes()).size(), "the sheet is missed and the table is unlisted");
        assertTrue(error(park().with(book -> book.removeSheetAt(book.getSheetIndex("字典")))).expected().contains("字典"));
        assertTrue(error(park().with(inCover(2, 1, ""))).expected().contains("应填写版次"));
        assertRefused(park().with(book -> book.createSheet("草稿")), "草稿", "A1", "", "应在封面登记");
    }

    @Test
    @DisplayName("一次说出全部错误")
    void allErrorsAtOnce() {
        List<CellError> errors = errors(park().cell("C3", cell -> cell.setCellValue("3万")).cell("G4", cell -> cell.setCellValue("现金"))
                .cell("F4", cell -> cell.setCellFormula("1+1")).bytes());
        assertEquals(List.of("F4", "C3", "G4"), errors.stream().map(CellError::cell).toList());
    }

    @Test
    @DisplayName("宏、外部链接、外部数据连接和不是工作簿的文件")
    void dangerousFiles() throws IOException {
        assertTrue(errors(changed(park().bytes(), "xl/vbaProject.bin", text -> "x")).get(0).expected().contains("不得含宏"));
        assertTrue(errors(changed(park().bytes(), "xl/externalLinks/externalLink1.xml", text -> "<x/>")).get(0).expected().contains("不得链接"));
        assertTrue(errors(changed(park().bytes(), "xl/connections.xml", text -> "<x/>")).get(0).expected().contains("外部数据连接"));
        assertTrue(errors(changed(park().bytes(), "[Content_Types].xml",
                text -> text.replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"))).get(0).expected().contains("xlsx"));
        assertTrue(errors("规则编号,依据条款".getBytes(StandardCharsets.UTF_8)).get(0).expected().contains("应为xlsx工作簿"));
    }

    @Test
    @DisplayName("电子表格软件另存的写法：内联字符串、带格式的空单元格、数值写成1.0E2")
    void otherWritersSpelling() throws IOException {
        byte[] bytes = changed(park().cell("H3", cell -> cell.setCellStyle(cell.getSheet().getWorkbook().createCellStyle())).bytes(),
                "xl/worksheets/sheet4.xml", text -> text.replaceAll("<c r=\"A3\" t=\"s\"[^>]*><v>\\d+</v></c>",
                        "<c r=\"A3\" t=\"inlineStr\"><is><t>P9</t></is></c>").replace("<v>500.0</v>", "<v>5.0E2</v>"));
        Tables tables = assertDoesNotThrow(() -> Draft.read(Draft.FILE, bytes));
        assertTrue(Draft.rule(tables, "park_tiers P9 6.3.1 ").contains("upTo( 5000000, "));
    }

    @Test
    @DisplayName("文件名会写进规则，含引号的拒绝")
    void fileNames() {
        TableErrors errors = assertThrows(TableErrors.class, () -> Draft.read("a\".xlsx", park().bytes()));
        assertTrue(errors.errors().get(0).expected().contains("文件名"));
    }

    /** The same file with one part changed, or added where there is none of that name. */
    private static byte[] changed(byte[] bytes, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes)); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                boolean asked = entry.getName().equals(part);
                found |= asked;
                if (entry.getName().equals("[Content_Types].xml") && !asked) {
                    content = new String(content, StandardCharsets.UTF_8).replace("<Default ContentType=\"application/xml\"",
                            "<Default ContentType=\"application/octet-stream\" Extension=\"bin\"/><Default ContentType=\"application/xml\"")
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(asked ? change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : content);
            }
            if (!found) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(change.apply("").getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
