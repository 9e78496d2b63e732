package org.zhunsheng.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making, as an analyst would fill it in. */
final class Draft {

    static final String FILE = "draft.xlsx";
    static final String SHEET = "档次";
    private static final Path FOLDER = Path.of("decision-tables", "jkf_2022_9");

    private final XSSFWorkbook book = new XSSFWorkbook();

    Draft() {
        book.createSheet("说明");
        add("封面", new Object[][] {{"政策编号", "jkf_2022_9"}, {"文号", "京科发〔2022〕9号"}, {"版次", "2022-1"}, {"生效日期", "2022-06-13"},
                {"表编号", "工作表", "命中方式"}});
        book.createSheet("字典");
    }

    /** One table of this id on the sheet 档次, headings below a title. */
    static Draft of(String id, Object[]... rows) {
        return new Draft().table(id, SHEET, rows);
    }

    Draft table(String id, String sheet, Object[]... rows) {
        Object[][] titled = new Object[rows.length + 1][];
        titled[0] = new Object[] {"标题行"};
        System.arraycopy(rows, 0, titled, 1, rows.length);
        add(sheet, titled);
        XSSFSheet cover = book.getSheet("封面");
        fill(cover.createRow(cover.getLastRowNum() + 1), id, sheet, "首条");
        return this;
    }

    Draft with(Consumer<XSSFWorkbook> change) {
        change.accept(book);
        return this;
    }

    /** Changes one cell of the sheet 档次. */
    Draft cell(String address, Consumer<XSSFCell> change) {
        CellReference place = new CellReference(address);
        XSSFSheet sheet = book.getSheet(SHEET);
        XSSFCell cell = sheet.getRow(place.getRow()).getCell(place.getCol());
        change.accept(cell != null ? cell : sheet.getRow(place.getRow()).createCell(place.getCol()));
        return this;
    }

    static Object[] row(Object... cells) {
        return cells;
    }

    private void add(String name, Object[][] rows) {
        XSSFSheet sheet = book.createSheet(name);
        for (int i = 0; i < rows.length; i++) {
            fill(sheet.createRow(i), rows[i]);
        }
    }

    private void fill(Row row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            set(book, row.getSheet().getSheetName(), row.getRowNum(), i, values[i]);
        }
    }

    static void set(XSSFWorkbook book, String sheet, int row, int column, Object value) {
        XSSFCell cell = book.getSheet(sheet).getRow(row).createCell(column);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean yes) {
            cell.setCellValue(yes);
        } else if (value instanceof LocalDate date) {
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            cell.setCellStyle(style);
            cell.setCellValue(date);
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tables read() {
        return read(FILE, bytes());
    }

    /** Read together with the dictionary of the policy as it is committed. */
    static Tables read(String file, byte[] bytes) {
        try {
            return Tables.read(new TreeMap<>(Map.of(Dictionary.FILE, Files.readAllBytes(FOLDER.resolve(Dictionary.FILE)), file, bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rule of this name's beginning, white space evened out. */
    static String rule(Tables tables, String start) {
        return tables.drl().values().stream().flatMap(text -> Arrays.stream(text.split("(?m)^end$")))
                .filter(rule -> rule.contains("rule \"" + start)).map(rule -> rule.substring(rule.indexOf("rule \"")))
                .map(rule -> rule.replaceAll("\\s+", " ").strip()).findFirst().orElseThrow(() -> new AssertionError("没有规则 " + start));
    }
}
