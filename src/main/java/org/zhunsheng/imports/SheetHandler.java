package org.zhunsheng.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells of a sheet as they are stored: 123456789012 shows as 1.23457E+11, and 3000000 perhaps as 300万元. */
final class SheetHandler extends DefaultHandler {

    /** The taker of a line threw; the parser knows only exceptions of its own. */
    static final class Stopped extends SAXException {
        Stopped(Exception cause) {
            super(cause);
        }
    }

    /** What a spreadsheet keeps of a number; a double that needs more was computed elsewhere, not typed. */
    private static final MathContext DIGITS = new MathContext(15);
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST = 100_000;

    private final SharedStrings shared;
    private final StylesTable styles;
    private final boolean countsFrom1904;
    private final Lines lines;
    private final Map<Integer, Boolean> dates = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private List<Cell> cells = new ArrayList<>();
    private int line;
    private String type;
    private String style;
    private boolean formula;
    private boolean inText;
    private boolean phonetic;

    SheetHandler(SharedStrings shared, StylesTable styles, boolean countsFrom1904, Lines lines) {
        this.shared = shared;
        this.styles = styles;
        this.countsFrom1904 = countsFrom1904;
        this.lines = lines;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> {
                String number = attributes.getValue("r");
                line = number == null ? line + 1 : Integer.parseInt(number);
                cells = new ArrayList<>();
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                int column = reference == null ? cells.size() : new CellReference(reference).getCol();
                while (cells.size() < column && column < MOST_COLUMNS) {
                    cells.add(null);
                }
                type = attributes.getValue("t");
                style = attributes.getValue("s");
                formula = false;
                text.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> phonetic = true;
            case "v", "t" -> inText = !phonetic;
            default -> { }
        }
    }

    @Override
    public void characters(char[] from, int start, int length) {
        if (inText && text.length() < LONGEST) {
            text.append(from, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> inText = false;
            case "rPh" -> phonetic = false;
            case "c" -> {
                if (cells.size() < MOST_COLUMNS) {
                    cells.add(cell(text.toString()));
                }
            }
            case "row" -> {
                try {
                    lines.line(line, cells);
                } catch (UnusableFile | RuntimeException stop) {
                    throw new Stopped(stop);
                }
            }
            default -> { }
        }
    }

    private Cell cell(String stored) {
        if (formula) {
            return new Cell.Unusable(stored, "单元格是公式，应粘贴为数值", "the cell holds a formula; paste its value");
        }
        if (stored.isBlank()) {
            return null;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> written(shared.getItemAt(Integer.parseInt(stored)).getString());
            case "n" -> isDate() ? day(stored) : number(stored);
            case "d" -> written(stored.replaceFirst("T00:00:00(\\.0+)?Z?$", ""));
            case "e" -> new Cell.Unusable(stored, "单元格是错误值 " + stored, "the cell holds the error " + stored);
            case "b" -> new Cell.Text(stored.equals("1") ? "TRUE" : "FALSE");
            default -> written(stored);
        };
    }

    private static Cell written(String text) {
        return text.isBlank() ? null : new Cell.Text(text);
    }

    private boolean isDate() {
        return style != null && dates.computeIfAbsent(Integer.parseInt(style), index -> {
            XSSFCellStyle known = styles.getStyleAt(index);
            return known != null && DateUtil.isADateFormat(known.getDataFormat(), known.getDataFormatString());
        });
    }

    private Cell day(String stored) {
        double days = Double.parseDouble(stored);
        LocalDateTime time = DateUtil.isValidExcelDate(days) ? DateUtil.getLocalDateTime(days, countsFrom1904) : null;
        return time == null ? new Cell.Unusable(stored, stored + " 不是日期", stored + " is no day")
                : time.toLocalTime().equals(LocalTime.MIDNIGHT) ? new Cell.Day(time.toLocalDate())
                : new Cell.Unusable(time.toString(), "日期不应带时刻：" + time, "a day must not carry a time: " + time);
    }

    private static Cell number(String stored) {
        double binary = Double.parseDouble(stored);
        BigDecimal decimal = new BigDecimal(binary).round(DIGITS).stripTrailingZeros();
        return decimal.doubleValue() != binary ? new Cell.Unusable(stored, "数值超过15位有效数字：" + stored, "more than 15 significant digits: " + stored)
                : new Cell.Figure(decimal);
    }
}
