package org.zhunsheng.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Reads the literals a workbook stores, never what it displays: 123456789012 shows as 1.23457E+11. Everything that computes, runs
 * or reaches outside the file is refused before any sheet is looked at.
 */
final class WorkbookReader {

    /** What a spreadsheet keeps of a number; a double that needs more was computed elsewhere, not typed. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Problems problems;

    private WorkbookReader(Problems problems) {
        this.problems = problems;
    }

    /** The sheets by name in their order; none where the file as a whole was refused. */
    static Map<String, Sheet> read(byte[] bytes, Problems problems) {
        WorkbookReader reader = new WorkbookReader(problems);
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            if (reader.isHarmless(parts)) {
                try (XSSFWorkbook book = new XSSFWorkbook(parts)) {
                    book.forEach(sheet -> sheets.put(sheet.getSheetName(), reader.sheet((XSSFSheet) sheet)));
                }
            }
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            // whatever the library stumbles over in bytes from outside is a file that cannot be read
            problems.inFile("无法打开的文件", "应为xlsx工作簿");
        }
        return sheets;
    }

    private boolean isHarmless(OPCPackage parts) throws InvalidFormatException {
        int before = problems.found().size();
        for (PackagePart part : parts.getParts()) {
            String name = part.getPartName().getName();
            Parts.refusal(name).ifPresent(rule -> problems.inFile(name, rule));
            if (part.getContentType().contains("macroEnabled")) {
                problems.inFile("启用宏的工作簿", "应另存为不含宏的xlsx工作簿");
            }
        }
        return problems.found().size() == before;
    }

    private Sheet sheet(XSSFSheet sheet) {
        XSSFWorkbook book = sheet.getWorkbook();
        Sheet read = new Sheet(sheet.getSheetName(), new TreeMap<>(), sheet.getMergedRegions(),
                book.getSheetVisibility(book.getSheetIndex(sheet)) != SheetVisibility.VISIBLE, new TreeSet<>(), new TreeSet<>());
        for (Row row : sheet) {
            if (row.getZeroHeight()) {
                read.hiddenRows().add(row.getRowNum());
            }
            for (Cell cell : row) {
                Literal literal = literal(cell);
                if (literal != null) {
                    if (sheet.isColumnHidden(cell.getColumnIndex())) {
                        read.hiddenColumns().add(cell.getColumnIndex());
                    }
                    read.rows().computeIfAbsent(cell.getRowIndex(), r -> new TreeMap<>()).put(cell.getColumnIndex(), literal);
                }
            }
        }
        return read;
    }

    private Literal literal(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> cell.getStringCellValue().isBlank() ? null : Literal.written(cell.getStringCellValue());
            case BOOLEAN -> Literal.of(cell.getBooleanCellValue());
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? date(cell) : number(cell);
            case FORMULA -> refuse(cell, "=" + cell.getCellFormula(), "单元格只应填写内容，不得使用公式");
            case ERROR -> refuse(cell, FormulaError.forInt(cell.getErrorCellValue()).getString(), "单元格不得为错误值");
            default -> null;
        };
    }

    private Literal date(Cell cell) {
        LocalDateTime time = cell.getLocalDateTimeCellValue();
        if (!time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return refuse(cell, time.toString(), "日期不应带时刻");
        }
        return Literal.of(time.toLocalDate());
    }

    private Literal number(Cell cell) {
        double binary = cell.getNumericCellValue();
        BigDecimal stored = Literal.plain(new BigDecimal(binary).round(DIGITS));
        if (stored.doubleValue() != binary) {
            return refuse(cell, String.valueOf(binary), "数值最多15位有效数字");
        }
        String format = cell.getCellStyle().getDataFormatString();
        if (format != null && format.contains("%")) {
            return refuse(cell, stored.toPlainString(), "不得使用百分比格式（70%存为0.7），应改为常规格式并填写百分数，如70");
        }
        return Literal.of(stored);
    }

    private Literal refuse(Cell cell, String read, String expected) {
        problems.at(cell.getSheet().getSheetName(), cell.getAddress().formatAsString(), read, expected);
        return Literal.refused(read);
    }
}
