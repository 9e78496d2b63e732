package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.zhunsheng.tables.WorkbookContent.Column;
import org.zhunsheng.tables.WorkbookContent.Figure;
import org.zhunsheng.tables.WorkbookContent.Grid;
import org.zhunsheng.tables.WorkbookContent.Remarked;
import org.zhunsheng.tables.WorkbookContent.Role;
import org.zhunsheng.tables.WorkbookContent.Text;
import org.zhunsheng.tables.WorkbookContent.Words;
import org.zhunsheng.tables.WorkbookStyle.Look;

/** The header and the rows of one grid, with widths, drop-downs and comments. */
final class GridSheet {

    /** Rows below the last one that get the drop-downs too, for rows added later. */
    private static final int ROOM = 50;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 64;
    private static final int REMARK = 40;

    private final XSSFSheet sheet;
    private final WorkbookStyle style;
    private final Grid grid;

    GridSheet(XSSFSheet sheet, WorkbookStyle style, Grid grid) {
        this.sheet = sheet;
        this.style = style;
        this.grid = grid;
    }

    void fill() {
        int header = grid.headerRow();
        List<Integer> widths = IntStream.range(0, grid.columns().size()).mapToObj(this::width).toList();
        sheet.setDefaultRowHeightInPoints(20);
        XSSFRow head = sheet.createRow(header);
        for (int c = 0; c < widths.size(); c++) {
            Column column = grid.columns().get(c);
            sheet.setColumnWidth(c, widths.get(c) * 256);
            Cell cell = head.createCell(c);
            cell.setCellStyle(style.of(Look.head(column.role())));
            cell.setCellValue(column.heading());
            restrict(sheet, new CellRangeAddress(header + 1, header + grid.rows().size() + ROOM, c, c), column);
        }
        height(head, grid.columns().stream().map(Column::heading).toList(), widths);
        for (List<?> values : grid.rows()) {
            XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
            List<?> plain = values.stream().map(GridSheet::plain).map(Objects::toString).toList();
            height(row, plain, widths);
            for (int c = 0; c < widths.size(); c++) {
                put(row.createCell(c), values.get(c), grid.columns().get(c));
            }
        }
    }

    private static Object plain(Object value) {
        return value instanceof Remarked remarked ? remarked.value() : value;
    }

    private Stream<String> texts(int column) {
        return grid.rows().stream().map(row -> plain(row.get(column))).filter(Objects::nonNull).map(Object::toString);
    }

    /** Wide enough for the values; a long heading breaks once, best before its unit. */
    private int width(int column) {
        String heading = grid.columns().get(column).heading();
        int whole = WorkbookStyle.width(heading);
        int unit = heading.endsWith(")") ? WorkbookStyle.width(heading.substring(heading.lastIndexOf('('))) : whole / 2 + 1;
        int values = texts(column).mapToInt(WorkbookStyle::width).max().orElse(0);
        return Math.min(WIDEST, Math.max(NARROWEST, Math.max((whole > 20 ? whole - unit : whole) + 4, values + 5)));
    }

    private static void height(XSSFRow row, List<?> texts, List<Integer> widths) {
        int lines = IntStream.range(0, texts.size()).map(c -> WorkbookStyle.lines((String) texts.get(c), widths.get(c))).max().orElse(1);
        row.setHeightInPoints(WorkbookStyle.height(lines));
    }

    private void put(Cell cell, Object given, Column column) {
        Object value = plain(given);
        Look look = Look.body(column.role());
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            String format = format(column, number);
            cell.setCellStyle(style.of(look, format, format.equals("General") ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT));
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(style.of(look, "yyyy-mm-dd", HorizontalAlignment.CENTER));
        } else {
            // text format keeps 6.3 and 1-3 from turning into a number and a date when they are typed anew
            boolean sentences = texts(cell.getColumnIndex()).anyMatch(text -> WorkbookStyle.width(text) > 16);
            cell.setCellStyle(style.of(look, column.input() instanceof Figure ? "General" : "@",
                    sentences ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER));
            if (value != null) {
                cell.setCellValue((String) value);
            }
        }
        if (given instanceof Remarked remarked) {
            remark(cell, remarked.remark());
        }
    }

    private static String format(Column column, Number number) {
        boolean whole = new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
        return column.input() instanceof Figure figure ? figure.format() : whole ? "#,##0_ " : "#,##0.00_ ";
    }

    private void remark(Cell cell, String text) {
        int from = cell.getColumnIndex() + 1;
        int to = from;
        for (int width = 0; width < REMARK; to++) {
            width += sheet.getColumnWidth(to) / 256;
        }
        int rows = (int) Math.ceil(WorkbookStyle.height(WorkbookStyle.lines(text, REMARK)) / sheet.getDefaultRowHeightInPoints());
        var anchor = new XSSFClientAnchor(0, 0, 0, 0, from, cell.getRowIndex(), to, cell.getRowIndex() + rows);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(new XSSFRichTextString(text));
        comment.setAuthor("解释口径");
        cell.setCellComment(comment);
    }

    /** What Excel offers and refuses while typing; the reader of the workbook checks everything again. */
    static void restrict(XSSFSheet sheet, CellRangeAddress cells, Column column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        Function<DataValidationConstraint, DataValidation> on =
                constraint -> helper.createValidation(constraint, new CellRangeAddressList(cells.getFirstRow(), cells.getLastRow(),
                        cells.getFirstColumn(), cells.getLastColumn()));
        DataValidation validation;
        if (column.input() instanceof Words words) {
            validation = on.apply(helper.createFormulaListConstraint(words.list()));
            boolean strict = !words.several() && column.role() != Role.PLAIN;
            validation.setShowErrorBox(strict);
            validation.createErrorBox(column.heading(), "请从下拉框中选择；可选的词列在“字典”工作表的“" + words.list() + "”列。");
            if (words.several()) {
                prompt(validation, column, "可以写几个词，用顿号“、”连接；可选的词列在“字典”工作表的“" + words.list() + "”列。");
            }
        } else if (column.input() instanceof Figure figure) {
            validation = on.apply(helper.createDecimalConstraint(OperatorType.BETWEEN, spelled(figure.min()), spelled(figure.max())));
            validation.setShowErrorBox(true);
            validation.createErrorBox(column.heading(), "请填 " + spelled(figure.min()) + " 到 " + spelled(figure.max()) + " 之间的数字，不带单位，不写公式。");
        } else if (column.input() instanceof Text text && !text.hint().isEmpty()) {
            validation = on.apply(new XSSFDataValidationConstraint(ValidationType.ANY, ""));
            prompt(validation, column, text.hint());
        } else {
            return;
        }
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    private static String spelled(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static void prompt(DataValidation validation, Column column, String text) {
        validation.setShowPromptBox(true);
        validation.createPromptBox(column.heading(), text);
    }
}
