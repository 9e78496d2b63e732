package org.zhunsheng.tables;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Colours, fonts and measures. Blue and amber stay apart for colour-blind readers and on a grey printout. */
final class WorkbookStyle {

    /** Installed with Windows and WPS; elsewhere the office suite puts its own Chinese sans serif in its place. */
    private static final String FONT = "微软雅黑";
    private static final String GRID = "BFBFBF";

    enum Look {
        TITLE(16, true, "1F3864", null), SUBTITLE(10, false, "595959", null), SECTION(12, true, "1F3864", "D9E2F0"),
        LABEL(11, true, "262626", "F7F7F7"), TEXT(11, false, "262626", "FFFFFF"), EXAMPLE(11, false, "1F4E79", "FFFFFF"),
        LEAD(11, false, "262626", null),
        FIXED_HEAD(11, true, "FFFFFF", "595959"), FIXED(11, true, "404040", "E7E6E6"),
        CONDITION_HEAD(11, true, "FFFFFF", "1F4E79"), CONDITION(11, false, "262626", "E3EEF9"),
        RESULT_HEAD(11, true, "FFFFFF", "A85A00"), RESULT(11, false, "262626", "FFF2DC"),
        PLAIN_HEAD(11, true, "FFFFFF", "44546A"), PLAIN(11, false, "262626", "FFFFFF");

        private final int size;
        private final boolean bold;
        private final String ink;
        private final String fill;

        Look(int size, boolean bold, String ink, String fill) {
            this.size = size;
            this.bold = bold;
            this.ink = ink;
            this.fill = fill;
        }

        static Look head(WorkbookContent.Role role) {
            return valueOf(role + "_HEAD");
        }

        static Look body(WorkbookContent.Role role) {
            return valueOf(role.name());
        }
    }

    private record Key(Look look, String format, HorizontalAlignment alignment) {
    }

    private final XSSFWorkbook workbook;
    private final Map<Key, CellStyle> styles = new HashMap<>();

    WorkbookStyle(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont normal = workbook.getFontAt(0);
        normal.setFontName(FONT);
        normal.setFontHeightInPoints((short) 11);
    }

    CellStyle of(Look look) {
        return of(look, "@", look.name().endsWith("_HEAD") ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
    }

    CellStyle of(Look look, String format, HorizontalAlignment alignment) {
        return styles.computeIfAbsent(new Key(look, format, alignment), this::create);
    }

    private CellStyle create(Key key) {
        Look look = key.look();
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) look.size);
        font.setBold(look.bold);
        font.setColor(colour(look.ink));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setAlignment(key.alignment());
        style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
        if (key.alignment() == HorizontalAlignment.LEFT && look.fill != null) {
            style.setIndention((short) 1);
        }
        // titles run over the empty cells beside them instead of wrapping in a narrow first column
        style.setWrapText(look != Look.TITLE && look != Look.SUBTITLE);
        if (look.fill != null) {
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(colour(look.fill));
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            style.setTopBorderColor(colour(GRID));
            style.setBottomBorderColor(colour(GRID));
            style.setLeftBorderColor(colour(GRID));
            style.setRightBorderColor(colour(GRID));
        }
        return style;
    }

    static XSSFColor colour(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        // the file format asks for alpha, red, green, blue; POI would write three bytes as they are
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) (value >> 16), (byte) (value >> 8), (byte) value});
    }

    /** Width in columns of a terminal: a Chinese character takes two. */
    static int width(String text) {
        return text.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
    }

    static int lines(String text, int columnWidth) {
        return text.lines().mapToInt(line -> Math.max(1, (width(line) + columnWidth - 3) / Math.max(1, columnWidth - 2))).sum();
    }

    static float height(int lines) {
        return 10 + 17f * lines;
    }
}
