package org.zhunsheng.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.wire.Language.ZH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("说明的工作簿")
class ExplanationWorkbookTest {

    private static XSSFWorkbook written(String reason) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(ExplanationWorkbook.write(Explained.of(Explained.PARK.formatted("", reason), ZH))));
    }

    @Test
    @DisplayName("四张表：摘要、条款、金额、依据")
    void sheets() throws IOException {
        try (XSSFWorkbook workbook = written("有")) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            assertEquals(List.of("摘要", "条款", "金额", "依据"), names);
            assertEquals(2_000_000, workbook.getSheet("金额").getRow(1).getCell(1).getNumericCellValue());
        }
    }

    @Test
    @DisplayName("数是数：实际值和相差可以排序")
    void numbers() throws IOException {
        try (XSSFWorkbook workbook = written("有")) {
            for (Row row : workbook.getSheet("条款")) {
                if (row.getCell(0).getStringCellValue().equals("6.3.1.a")) {
                    assertEquals(29999.99, row.getCell(5).getNumericCellValue());
                    assertEquals(-0.01, row.getCell(8).getNumericCellValue());
                    assertEquals("park_tiers.xlsx!档次!C4", row.getCell(10).getStringCellValue());
                    return;
                }
            }
        }
        throw new AssertionError("没有 6.3.1.a");
    }

    @Test
    @DisplayName("怎样更好另成一张表：改哪个事实，从多少改到多少；改不了的写明哪一条、为什么")
    void nearest() throws IOException {
        assertEquals(List.of("目标 事实或条款 现在 改为 相差 说明", "怎样得到更多 场地面积 29,999.99平方米 30,000平方米 增加 0.01平方米"), lines(Explained.lifted(Explained.PARK.formatted("", "有"))));
        List<String> barred = lines(Explained.lifted(Explained.PARK.formatted(Explained.AWARD, "有")));
        assertTrue(barred.stream().anyMatch(line -> line.contains("17.s1.b")), barred::toString);
    }

    /** Of the sheet on what would help, without its last column, a sentence. */
    private static List<String> lines(Explanation explanation) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(ExplanationWorkbook.write(explanation)))) {
            List<String> lines = new ArrayList<>();
            for (Row row : workbook.getSheet("怎样更好")) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                lines.add(String.join(" ", lines.isEmpty() ? cells : cells.subList(0, 5)).strip());
            }
            return lines;
        }
    }

    @Test
    @DisplayName("没有公式，像公式的文字也不是公式")
    void noFormulas() throws IOException {
        String hostile = "=HYPERLINK('http://evil')";
        boolean shown = false;
        try (XSSFWorkbook workbook = written(hostile)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertTrue(cell.getCellType() == CellType.STRING || cell.getCellType() == CellType.NUMERIC, cell.getAddress() + "");
                        shown |= cell.getCellType() == CellType.STRING && cell.getStringCellValue().contains(hostile);
                    }
                }
            }
        }
        assertTrue(shown);
    }
}
