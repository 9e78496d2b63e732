package org.zhunsheng.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as spreadsheets save them. */
public final class Workbooks {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbooks() {
    }

    /** A value starting with = is a formula; a number in an array comes with its display format. */
    public static byte[] of(Object[]... rows) {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("名单");
            for (Object[] values : rows) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int i = 0; i < values.length; i++) {
                    fill(row.createCell(i), values[i], book);
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void fill(Cell cell, Object value, XSSFWorkbook book) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(format("yyyy\"年\"m\"月\"d\"日\"", book));
        } else if (value instanceof Object[] shown) {
            cell.setCellValue((Double) shown[0]);
            cell.setCellStyle(format((String) shown[1], book));
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof String text && text.startsWith("=")) {
            cell.setCellFormula(text.substring(1));
        } else if (value != null) {
            cell.setCellValue((String) value);
        }
    }

    private static CellStyle format(String format, XSSFWorkbook book) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }
}
