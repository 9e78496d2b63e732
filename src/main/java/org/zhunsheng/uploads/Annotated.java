package org.zhunsheng.uploads;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.tables.Workbook;

/** The analyst's own workbook with a comment on every cell to mend and a list of all that is to mend; nothing else in it is touched. */
final class Annotated {

    private static final String AUTHOR = "准绳核对";
    /** Below it, what is added to a comment of the author's own. */
    private static final String MARK = "\n〔准绳核对〕";
    private static final String[] HEADINGS = {"序号", "工作表", "单元格", "读到", "应改为、或问题所在", "申请人一例，或建议补的行"};
    private static final int[] WIDTHS = {8, 20, 10, 30, 60, 60};
    private static final int LONGEST = 2_000;

    private final XSSFWorkbook book;

    private Annotated(XSSFWorkbook book) {
        this.book = book;
    }

    static byte[] of(byte[] workbook, List<Remark> remarks) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Annotated annotated = new Annotated(book);
            annotated.forgetEarlier();
            remarks.forEach(annotated::comment);
            annotated.list(remarks);
            book.write(out);
            return out.toByteArray();
        }
    }

    /** What an earlier check said is not said again of a cell that has been mended since. */
    private void forgetEarlier() {
        if (book.getSheet(Workbook.ERRORS) != null) {
            book.removeSheetAt(book.getSheetIndex(Workbook.ERRORS));
        }
        for (int at = 0; at < book.getNumberOfSheets(); at++) {
            XSSFSheet sheet = book.getSheetAt(at);
            List<CellAddress> ours = sheet.getCellComments().entrySet().stream().filter(each -> AUTHOR.equals(each.getValue().getAuthor()))
                    .map(Map.Entry::getKey).toList();
            ours.forEach(address -> sheet.getRow(address.getRow()).getCell(address.getColumn()).removeCellComment());
            sheet.getCellComments().values().stream().filter(comment -> comment.getString().getString().contains(MARK))
                    .forEach(comment -> comment.setString(new XSSFRichTextString(comment.getString().getString().split(MARK)[0])));
        }
    }

    private void comment(Remark remark) {
        XSSFSheet sheet = remark.sheet().isEmpty() || remark.cell().isEmpty() ? null : book.getSheet(remark.sheet());
        if (sheet == null) {
            return;
        }
        CellAddress address = new CellAddress(remark.cell());
        XSSFComment there = sheet.getCellComment(address);
        if (there != null) {
            String said = there.getString().getString();
            String text = said + (AUTHOR.equals(there.getAuthor()) || said.contains(MARK) ? "\n" : MARK) + remark.detail();
            there.setString(new XSSFRichTextString(text.substring(0, Math.min(text.length(), LONGEST))));
            return;
        }
        XSSFRow row = sheet.getRow(address.getRow()) == null ? sheet.createRow(address.getRow()) : sheet.getRow(address.getRow());
        if (row.getCell(address.getColumn()) == null) {
            row.createCell(address.getColumn());
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int beside = address.getColumn() + 1;
        while (sheet.getCellComment(new CellAddress(address.getRow(), beside)) != null) {
            // the library takes the corner of a comment for its cell at first, and one that has a comment already for a mistake
            beside++;
        }
        ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, beside, address.getRow(), beside + 3, address.getRow() + 5);
        XSSFComment comment = drawing.createCellComment(anchor);
        comment.setAddress(address);
        comment.setAuthor(AUTHOR);
        comment.setString(new XSSFRichTextString(remark.detail()));
    }

    private void list(List<Remark> remarks) {
        XSSFSheet sheet = book.createSheet(Workbook.ERRORS);
        Font bold = book.createFont();
        bold.setBold(true);
        CellStyle head = book.createCellStyle();
        head.setFont(bold);
        CellStyle text = book.createCellStyle();
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        line(sheet, 0, head, HEADINGS);
        for (int at = 0; at < remarks.size(); at++) {
            Remark remark = remarks.get(at);
            line(sheet, at + 1, text, String.valueOf(at + 1), remark.sheet().isEmpty() ? "整个文件" : remark.sheet(), remark.cell(), remark.read(),
                    remark.detail(), remark.shown());
        }
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
        sheet.createFreezePane(0, 1);
    }

    /** Always as text: what an author wrote as a formula must not become one here. */
    private static void line(XSSFSheet sheet, int at, CellStyle style, String... cells) {
        XSSFRow row = sheet.createRow(at);
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column].substring(0, Math.min(cells[column].length(), LONGEST)));
            row.getCell(column).setCellStyle(style);
        }
    }
}
