package org.zhunsheng.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes of a cell what its column requires, or says why it cannot. */
final class Typing {

    private static final int LONGEST = 4_000;

    /** The shape of GB 32100-2015; letters that look like figures do not occur. */
    private static final Pattern CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})(\\.\\d{1,2})?");
    private static final Pattern UNIT = Pattern.compile(".*[\\d.][\\s]*[十百千万亿]*[元圆].*|.*\\d\\s*[十百千万亿]+.*|.*[¥￥$].*|.*RMB.*|.*CNY.*");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** @param value null where there is none */
    record Typed(Object value, DateStyle style, Finding finding) {

        boolean refused() {
            return finding != null && finding.refused();
        }
    }

    private Typing() {
    }

    static Typed of(Column column, Cell cell, int line) {
        if (cell == null) {
            return column.required() ? refused(column, line, column.heading() + "未填", "empty") : new Typed(null, null, null);
        }
        if (cell instanceof Cell.Unusable unusable) {
            return refused(column, line, unusable.zh(), unusable.en());
        }
        return switch (column.type()) {
            case TEXT -> text(column, cell, line);
            case CODE -> code(column, cell, line);
            case DATE -> date(column, cell, line);
            case AMOUNT_YUAN -> amount(column, cell, line);
            case ENUM -> constant(column, cell, line);
        };
    }

    private static Typed text(Column column, Cell cell, int line) {
        String text = cell.written().strip();
        if (text.length() > LONGEST) {
            return refused(column, line, "超过" + LONGEST + "字", "longer than " + LONGEST + " characters");
        }
        return text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')
                ? refused(column, line, "含控制字符", "contains control characters") : new Typed(text, null, null);
    }

    private static Typed code(Column column, Cell cell, int line) {
        if (cell instanceof Cell.Figure) {
            return refused(column, line, "代码以数值保存，末几位可能已经丢失；请以文本填写", "the code is stored as a number and may have lost its last digits; store text");
        }
        String plain = plain(cell).toUpperCase(Locale.ROOT);
        return CODE.matcher(plain).matches() ? normalised(column, cell, line, plain, plain)
                : refused(column, line, "“" + cell.written() + "”不是18位统一社会信用代码", "not a unified social credit code of 18 characters");
    }

    private static Typed date(Column column, Cell cell, int line) {
        if (cell instanceof Cell.Day day) {
            return near(column, line, day.day(), new Typed(day.day(), DateStyle.CELL, null));
        }
        String plain = plain(cell);
        Optional<DateStyle> style = cell instanceof Cell.Text ? DateStyle.of(plain) : Optional.empty();
        Optional<LocalDate> day = style.flatMap(written -> written.read(plain));
        if (day.isEmpty()) {
            return refused(column, line, "“" + cell.written() + "”不是日期，应为日期单元格、2023-03-05、2023/3/5 或 2023年3月5日",
                    "not a day; write 2023-03-05, 2023/3/5, 2023年3月5日 or a date cell");
        }
        Typed typed = normalised(column, cell, line, plain, day.get());
        return near(column, line, day.get(), new Typed(day.get(), style.get(), typed.finding));
    }

    private static Typed near(Column column, int line, LocalDate day, Typed typed) {
        return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                ? refused(column, line, day + " 不会是这里的日期", day + " cannot be meant") : typed;
    }

    private static Typed amount(Column column, Cell cell, int line) {
        if (cell instanceof Cell.Day) {
            return refused(column, line, "单元格是日期，不是金额", "the cell holds a date and no amount");
        }
        String plain = plain(cell);
        if (!AMOUNT.matcher(plain).matches()) {
            return UNIT.matcher(plain).matches()
                    ? refused(column, line, "“" + cell.written() + "”带有单位；金额以元为单位，只填数字", "the amount carries a unit; write the figure alone, in yuan")
                    : refused(column, line, "“" + cell.written() + "”不是金额，应为不为负、至多2位小数的数字", "not an amount of at most two decimals");
        }
        return normalised(column, cell, line, plain, new BigDecimal(plain.replace(",", "")));
    }

    private static Typed constant(Column column, Cell cell, int line) {
        String plain = plain(cell);
        String constant = column.values().get(plain);
        return constant != null ? normalised(column, cell, line, plain, constant) : refused(column, line,
                "“" + cell.written() + "”不在可填的值之中：" + String.join("、", new TreeSet<>(column.values().keySet())),
                "none of " + String.join(", ", List.copyOf(new TreeSet<>(column.values().values()))));
    }

    private static String plain(Cell cell) {
        return plain(cell.written());
    }

    /**
     * Full-width figures and letters become the ordinary ones; in a text they may well be meant. Unicode's own normal form (NFKC) is not
     * used: it reads 10² as 102.
     */
    static String plain(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        written.chars().forEach(c -> plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '\u3000' || c == '\u00a0' ? ' ' : (char) c));
        return plain.toString().strip();
    }

    private static Typed normalised(Column column, Cell cell, int line, String plain, Object value) {
        return plain.equals(cell.written().strip()) ? new Typed(value, null, null) : new Typed(value, null, Finding.remark(line, column.heading(),
                "“" + cell.written() + "”含全角或小写字符，按 " + plain + " 读取", "read as " + plain));
    }

    private static Typed refused(Column column, int line, String zh, String en) {
        return new Typed(null, null, Finding.refusal(line, column.heading(), zh, en));
    }
}
