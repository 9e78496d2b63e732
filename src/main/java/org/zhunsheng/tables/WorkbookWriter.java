package org.zhunsheng.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.tables.WorkbookContent.Column;
import org.zhunsheng.tables.WorkbookContent.Cover;
import org.zhunsheng.tables.WorkbookContent.Entry;
import org.zhunsheng.tables.WorkbookContent.Grid;
import org.zhunsheng.tables.WorkbookContent.Legend;
import org.zhunsheng.tables.WorkbookContent.Note;
import org.zhunsheng.tables.WorkbookContent.Paragraph;
import org.zhunsheng.tables.WorkbookContent.Role;
import org.zhunsheng.tables.WorkbookContent.Section;
import org.zhunsheng.tables.WorkbookContent.Table;
import org.zhunsheng.tables.WorkbookContent.Text;
import org.zhunsheng.tables.WorkbookContent.WordList;
import org.zhunsheng.tables.WorkbookContent.Words;
import org.zhunsheng.tables.WorkbookStyle.Look;

/** Writes a workbook of decision tables that opens ready to read, edit and print. */
public final class WorkbookWriter {

    private static final int LABEL = 26;
    private static final int TEXT = 72;
    private static final int EXAMPLE = 36;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final WorkbookStyle style = new WorkbookStyle(workbook);
    private final WorkbookContent content;

    private WorkbookWriter(WorkbookContent content) {
        this.content = content;
    }

    public static void write(WorkbookContent content, OutputStream out) throws IOException {
        WorkbookWriter writer = new WorkbookWriter(content);
        try (writer.workbook) {
            writer.notes();
            writer.cover();
            content.tables().forEach(table -> writer.grid(table.grid(), "C55A11"));
            writer.dictionary();
            writer.grid(content.cases(), "548235");
            writer.properties();
            writer.workbook.write(out);
        }
    }

    /** Whoever opens the file sees what it is about, not the name of the account or machine that wrote it. */
    private void properties() {
        var properties = workbook.getProperties();
        properties.getCoreProperties().setTitle(content.title());
        properties.getCoreProperties().setCreator("准绳");
        properties.getCoreProperties().setSubjectProperty(content.cover().documentNumber() + " 决策表 " + content.cover().edition());
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("准绳");
    }

    private void notes() {
        XSSFSheet sheet = sheet("说明", "1F3864");
        sheet.setColumnWidth(0, 2 * 256);
        int[] widths = {LABEL, TEXT, EXAMPLE};
        IntStream.range(0, 3).forEach(i -> sheet.setColumnWidth(i + 1, widths[i] * 256));
        line(sheet, 0, 1, 34, Look.TITLE, content.title());
        Cover cover = content.cover();
        line(sheet, 1, 1, 22, Look.SUBTITLE, cover.documentNumber() + "　决策表说明　版次 " + cover.edition() + "　自 " + cover.effectiveFrom() + " 起");
        for (Note note : content.notes()) {
            int at = sheet.getLastRowNum() + 1;
            if (note instanceof Section section) {
                line(sheet, at, 1, 10, Look.SUBTITLE);
                line(sheet, at + 1, 1, 26, Look.SECTION, section.text(), "", "");
                sheet.addMergedRegion(new CellRangeAddress(at + 1, at + 1, 1, 3));
            } else if (note instanceof Paragraph paragraph) {
                line(sheet, at, 1, WorkbookStyle.height(WorkbookStyle.lines(paragraph.text(), LABEL + TEXT + EXAMPLE)), Look.LEAD,
                        paragraph.text(), "", "");
                sheet.addMergedRegion(new CellRangeAddress(at, at, 1, 3));
            } else if (note instanceof Entry entry) {
                List<String> cells = List.of(entry.label(), entry.text(), entry.example());
                int lines = IntStream.range(0, 3).map(i -> WorkbookStyle.lines(cells.get(i), widths[i])).max().orElse(1);
                line(sheet, at, 1, WorkbookStyle.height(lines), Look.TEXT, cells.toArray(String[]::new));
                sheet.getRow(at).getCell(1).setCellStyle(style.of(Look.LABEL));
                sheet.getRow(at).getCell(3).setCellStyle(style.of(Look.EXAMPLE));
            } else if (note instanceof Legend legend) {
                line(sheet, at, 1, 26, Look.TEXT, "列名　／　内容", legend.text(), "");
                sheet.getRow(at).getCell(1).setCellStyle(style.of(Look.head(legend.role())));
                sheet.getRow(at).getCell(3).setCellStyle(style.of(Look.body(legend.role())));
                sheet.getRow(at).getCell(3).setCellValue("单元格的底色");
            }
        }
    }

    private void cover() {
        XSSFSheet sheet = sheet("封面", "7F7F7F");
        Cover cover = content.cover();
        line(sheet, 0, 0, 26, Look.CONDITION, "政策编号", cover.policy());
        line(sheet, 1, 0, 26, Look.CONDITION, "文号", cover.documentNumber());
        line(sheet, 2, 0, 26, Look.CONDITION, "版次", cover.edition());
        line(sheet, 3, 0, 26, Look.CONDITION, "生效日期", "");
        sheet.getRow(3).getCell(1).setCellValue(cover.effectiveFrom());
        sheet.getRow(3).getCell(1).setCellStyle(style.of(Look.CONDITION, "yyyy-mm-dd", HorizontalAlignment.LEFT));
        IntStream.range(0, 4).forEach(i -> sheet.getRow(i).getCell(0).setCellStyle(style.of(Look.FIXED)));
        sheet.getRow(0).getCell(1).setCellStyle(style.of(Look.FIXED));
        line(sheet, 5, 0, 28, Look.FIXED_HEAD, "表编号", "工作表", "命中方式");
        for (Table table : content.tables()) {
            int at = sheet.getLastRowNum() + 1;
            line(sheet, at, 0, 26, Look.FIXED, table.id(), table.grid().sheet(), table.hits());
            sheet.getRow(at).getCell(2).setCellStyle(style.of(Look.CONDITION));
        }
        GridSheet.restrict(sheet, new CellRangeAddress(6, 5 + content.tables().size(), 2, 2),
                new Column("命中方式", Role.CONDITION, new Words(WorkbookContent.HITS.name(), false)));
        IntStream.range(0, 3).forEach(i -> sheet.setColumnWidth(i, 30 * 256));
    }

    private void dictionary() {
        List<WordList> lists = Stream.concat(Stream.of(WorkbookContent.HITS), content.dictionary().stream()).toList();
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < lists.stream().mapToInt(list -> list.words().size()).max().orElse(0); i++) {
            int at = i;
            rows.add(lists.stream().map(list -> at < list.words().size() ? list.words().get(at) : null).toList());
        }
        Grid grid = new Grid("字典", "字典", "下拉框的选项都来自这里，每列一个列表；“-”表示这一列不作要求。",
                lists.stream().map(list -> new Column(list.name(), Role.PLAIN, new Text(""))).toList(), rows);
        grid(grid, "A6A6A6");
        for (int i = 0; i < lists.size(); i++) {
            String column = CellReference.convertNumToColString(i);
            Name name = workbook.createName();
            name.setNameName(lists.get(i).name());
            name.setRefersToFormula("字典!$" + column + "$4:$" + column + "$" + (3 + lists.get(i).words().size()));
        }
    }

    /** No merged cells: a title in a merged row would forbid sorting the rows below it. */
    private void grid(Grid grid, String tab) {
        XSSFSheet sheet = sheet(grid.sheet(), tab);
        if (grid.title() != null) {
            line(sheet, 0, 0, 32, Look.TITLE, grid.title());
        }
        if (grid.subtitle() != null) {
            line(sheet, grid.headerRow() - 1, 0, 26, Look.SUBTITLE, grid.subtitle());
        }
        int header = grid.headerRow();
        new GridSheet(sheet, style, grid).fill();
        int fixed = (int) grid.columns().stream().takeWhile(column -> column.role() == Role.FIXED).count();
        sheet.createFreezePane(fixed, header + 1);
        sheet.setRepeatingRows(new CellRangeAddress(0, header, -1, -1));
        // a clause such as 8.3 is text on purpose, not a number that lost its way
        sheet.addIgnoredErrors(new CellRangeAddress(header, header + 200, 0, grid.columns().size() - 1),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    private XSSFSheet sheet(String name, String tab) {
        XSSFSheet sheet = workbook.createSheet(name);
        sheet.setTabColor(WorkbookStyle.colour(tab));
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft(content.cover().documentNumber() + " " + content.title());
        sheet.getFooter().setRight("&A　第 &P 页，共 &N 页");
        return sheet;
    }

    private void line(XSSFSheet sheet, int at, int from, float height, Look look, String... values) {
        XSSFRow row = sheet.createRow(at);
        row.setHeightInPoints(height);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(from + i);
            cell.setCellStyle(style.of(look));
            if (!values[i].isEmpty()) {
                cell.setCellValue(values[i]);
            }
        }
    }
}
