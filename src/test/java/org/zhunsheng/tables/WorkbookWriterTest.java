package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.tables.WorkbookContent.Column;
import org.zhunsheng.tables.WorkbookContent.Cover;
import org.zhunsheng.tables.WorkbookContent.Figure;
import org.zhunsheng.tables.WorkbookContent.Grid;
import org.zhunsheng.tables.WorkbookContent.Remarked;
import org.zhunsheng.tables.WorkbookContent.Role;
import org.zhunsheng.tables.WorkbookContent.Section;
import org.zhunsheng.tables.WorkbookContent.Table;
import org.zhunsheng.tables.WorkbookContent.Text;
import org.zhunsheng.tables.WorkbookContent.WordList;
import org.zhunsheng.tables.WorkbookContent.Words;

class WorkbookWriterTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 13);
    private static final List<Column> COLUMNS = List.of(
            new Column("规则编号", Role.FIXED, new Text("")), new Column("依据条款", Role.FIXED, new Text("")),
            new Column("面积(平方米)", Role.CONDITION, new Text(">=数值")), new Column("类别", Role.CONDITION, new Words("类别", true)),
            new Column("最高金额(万元)", Role.RESULT, new Figure(0, 100000, "#,##0.00_ ")));
    private static final List<List<?>> ROWS = List.of(
            List.of("X1", "8.3", new Remarked(">=30000", "口径 A07"), "甲、乙", 123456.78),
            Arrays.asList("X2", "16.10", "=SUM(E4:E5)", null, 500));
    private static final List<List<?>> CASES = List.of(Arrays.asList("例01", 29999.99, DAY, null, "无"));

    private static WorkbookContent content(String listOfTheColumn) {
        List<Column> columns = COLUMNS.stream().map(column -> column.input() instanceof Words
                ? new Column(column.heading(), column.role(), new Words(listOfTheColumn, true)) : column).toList();
        return new WorkbookContent("样表", new Cover("some_policy", "某发〔2022〕1号", "2022-1", DAY), List.of(new Section("怎样读")),
                List.of(new Table("some_tiers", "首条", new Grid("档次", "样表", "依据：第一条", columns, ROWS))),
                List.of(new WordList("类别", List.of("甲", "乙", "-"))), new Grid("测试", "用例", null, columns, CASES));
    }

    private static XSSFWorkbook written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WorkbookWriter.write(content("类别"), bytes);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Object value(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return null;
        }
        return cell.getCellType() == CellType.NUMERIC ? (Object) cell.getNumericCellValue() : cell.getStringCellValue();
    }

    private static List<Object> row(XSSFSheet sheet, int at) {
        return StreamSupport.stream(sheet.getRow(at).spliterator(), false).map(WorkbookWriterTest::value).toList();
    }

    @Test
    @DisplayName("写下的值原样读回：文本、数字、空格，像公式的文本仍是文本")
    void valuesComeBackAsTheyWere() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("档次");
            assertEquals(COLUMNS.stream().map(Column::heading).toList(), row(sheet, 2));
            assertEquals(List.of("X1", "8.3", ">=30000", "甲、乙", 123456.78), row(sheet, 3));
            assertEquals(Arrays.asList("X2", "16.10", "=SUM(E4:E5)", null, 500.0), row(sheet, 4));
            assertEquals(4, sheet.getLastRowNum(), "nothing below the rows that a reader could take for one");
        }
    }

    @Test
    @DisplayName("工作表按约定的次序和版式，封面写明政策、版次和各表")
    void sheetsAndCoverAsAgreed() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            assertEquals(List.of("说明", "封面", "档次", "字典", "测试"),
                    StreamSupport.stream(workbook.spliterator(), false).map(sheet -> sheet.getSheetName()).toList());
            XSSFSheet cover = workbook.getSheet("封面");
            assertEquals(List.of("政策编号", "some_policy"), row(cover, 0));
            assertEquals(List.of("文号", "某发〔2022〕1号"), row(cover, 1));
            assertEquals(List.of("版次", "2022-1"), row(cover, 2));
            assertEquals(DAY.atStartOfDay(), cover.getRow(3).getCell(1).getLocalDateTimeCellValue());
            assertNull(cover.getRow(4));
            assertEquals(List.of("表编号", "工作表", "命中方式"), row(cover, 5));
            assertEquals(List.of("some_tiers", "档次", "首条"), row(cover, 6));
            XSSFSheet cases = workbook.getSheet("测试");
            assertEquals("规则编号", cases.getRow(1).getCell(0).getStringCellValue());
            assertEquals(29999.99, cases.getRow(2).getCell(1).getNumericCellValue());
            assertEquals(DAY.atStartOfDay(), cases.getRow(2).getCell(2).getLocalDateTimeCellValue());
        }
    }

    @Test
    @DisplayName("下拉框指向字典里的列表，新增的行也有")
    void dropDownsPointIntoTheDictionary() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            assertEquals("字典!$B$4:$B$6", workbook.getName("类别").getRefersToFormula());
            assertEquals(List.of("首条", "甲"), row(workbook.getSheet("字典"), 3));
            XSSFDataValidation kinds = validation(workbook.getSheet("档次"), 3);
            assertEquals("类别", kinds.getValidationConstraint().getFormula1());
            assertFalse(kinds.getShowErrorBox(), "several words joined are no single entry of the list");
            CellRangeAddress range = kinds.getRegions().getCellRangeAddress(0);
            assertEquals(3, range.getFirstRow());
            assertTrue(range.getLastRow() > 20);
            assertTrue(validation(workbook.getSheet("档次"), 4).getShowErrorBox());
            assertEquals("命中方式", validation(workbook.getSheet("封面"), 2).getValidationConstraint().getFormula1());
        }
    }

    private static XSSFDataValidation validation(XSSFSheet sheet, int column) {
        return sheet.getDataValidations().stream()
                .filter(validation -> validation.getRegions().getCellRangeAddress(0).getFirstColumn() == column).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("表头和依据条款冻结，条款是文本格式，口径在批注里")
    void easyToReadAndSafeToType() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("档次");
            assertEquals(new CellAddress(3, 2), new CellAddress(sheet.getPaneInformation().getHorizontalSplitTopRow(),
                    sheet.getPaneInformation().getVerticalSplitLeftColumn()));
            XSSFCell clause = sheet.getRow(3).getCell(1);
            assertEquals("@", clause.getCellStyle().getDataFormatString());
            assertEquals("#,##0.00_ ", sheet.getRow(4).getCell(4).getCellStyle().getDataFormatString());
            assertEquals("口径 A07", sheet.getRow(3).getCell(2).getCellComment().getString().getString());
            assertTrue(sheet.getPrintSetup().getLandscape());
            assertEquals(0, sheet.getNumMergedRegions(), "merged cells would forbid sorting");
            assertNotNull(sheet.getRepeatingRows());
        }
    }

    @Test
    @DisplayName("文件属性有标题，没有用户名和机器名")
    void propertiesNameNobody() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            var core = workbook.getProperties().getCoreProperties();
            assertEquals("样表", core.getTitle());
            assertEquals("准绳", core.getCreator());
            assertNull(core.getLastModifiedByUser());
        }
    }

    @Test
    @DisplayName("下拉框引用的列表不在字典中、一行的格数不对，都拒绝")
    void contradictoryDescriptionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> content("没有的列表"));
        assertThrows(IllegalArgumentException.class, () -> new Grid("档次", "样表", "依据", COLUMNS, List.of(List.of("X1", "8.3"))));
    }
}
