package org.zhunsheng.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("退回的工作簿：批注和错误清单，其他原样")
class AnnotatedTest {

    private static final List<Remark> REMARKS = List.of(new Remark("档次", "C4", "三万", "应为 >=a", ""), new Remark("档次", "C4", "三万", "再看一眼", ""),
            new Remark("档次", "H9", "", "没有标题的列不得填写内容", ""), new Remark("", "", "park_tiers", "整表的问题", "面积 1"));

    private static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    @Test
    @DisplayName("每格一条批注，几个问题写在一起；清单一行一个，公式样的文字仍是文字")
    void comments() throws IOException {
        try (XSSFWorkbook book = open(Annotated.of(HandedIn.committed(), REMARKS))) {
            XSSFSheet sheet = book.getSheet("档次");
            assertEquals("应为 >=a\n再看一眼", sheet.getCellComment(new CellAddress("C4")).getString().getString());
            assertEquals("没有标题的列不得填写内容", sheet.getCellComment(new CellAddress("H9")).getString().getString());
            assertEquals(5, book.getSheet("错误清单").getPhysicalNumberOfRows());
            assertEquals("整个文件", book.getSheet("错误清单").getRow(4).getCell(1).getStringCellValue());
        }
        byte[] formula = Annotated.of(HandedIn.committed(), List.of(new Remark("档次", "C4", "=1+1", "不得使用公式", "")));
        try (XSSFWorkbook book = open(formula)) {
            assertEquals("=1+1", book.getSheet("错误清单").getRow(1).getCell(3).getStringCellValue());
        }
    }

    @Test
    @DisplayName("改好再交：上次的批注和清单不留下，作者自己的批注留着")
    void secondTime() throws IOException {
        byte[] once = Annotated.of(HandedIn.committed(), REMARKS);
        try (XSSFWorkbook before = open(HandedIn.committed()); XSSFWorkbook book = open(Annotated.of(once, List.of(new Remark("档次", "D4", "", "新问题", ""))))) {
            assertNull(book.getSheet("档次").getCellComment(new CellAddress("H9")));
            assertEquals(2, book.getSheet("错误清单").getPhysicalNumberOfRows());
            assertTrue(book.getSheet("档次").getCellComment(new CellAddress("D4")).getString().getString().endsWith("新问题"));
            byte[] cleared = Annotated.of(Annotated.of(once, REMARKS), List.of());
            assertEquals(texts(before), texts(open(cleared)));
            for (var own : before.getSheet("档次").getCellComments().entrySet()) {
                assertTrue(book.getSheet("档次").getCellComment(own.getKey()).getString().getString().startsWith(own.getValue().getString().getString()));
            }
        }
    }

    private static Map<String, String> texts(XSSFWorkbook book) {
        Map<String, String> texts = new TreeMap<>();
        book.getSheet("档次").getCellComments().forEach((address, comment) -> texts.put(address.formatAsString(), comment.getString().getString()));
        return texts;
    }

    @Test
    @DisplayName("内容、格式、列宽、冻结、下拉框都不动")
    void untouched() throws IOException {
        try (XSSFWorkbook before = open(HandedIn.committed()); XSSFWorkbook after = open(Annotated.of(HandedIn.committed(), REMARKS))) {
            for (int at = 0; at < before.getNumberOfSheets(); at++) {
                XSSFSheet one = before.getSheetAt(at);
                XSSFSheet other = after.getSheet(one.getSheetName());
                assertEquals(at, after.getSheetIndex(other));
                assertEquals(looks(one), looks(other));
                assertEquals(one.getDataValidations().size(), other.getDataValidations().size());
                assertEquals(String.valueOf(one.getPaneInformation() == null ? null : one.getPaneInformation().getHorizontalSplitPosition()),
                        String.valueOf(other.getPaneInformation() == null ? null : other.getPaneInformation().getHorizontalSplitPosition()));
                for (int column = 0; column < 12; column++) {
                    assertEquals(one.getColumnWidth(column), other.getColumnWidth(column));
                }
            }
            assertEquals(before.getAllNames().size(), after.getAllNames().size());
        }
    }

    private static Map<String, String> looks(XSSFSheet sheet) {
        Map<String, String> looks = new TreeMap<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!cell.toString().isEmpty()) {
                    looks.put(cell.getAddress().formatAsString(), cell + " " + ((XSSFCell) cell).getCellStyle().getCoreXf().xmlText() + row.getHeight());
                }
            }
        }
        return looks;
    }
}
