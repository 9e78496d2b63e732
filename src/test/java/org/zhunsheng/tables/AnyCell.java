package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One cell with any content in a row that is else in order: it is refused at its address, or the row becomes exactly one rule of the usual shape. */
public final class AnyCell {

    private static final List<String> SOUND = List.of("R1", "6.3.1", ">=1", ">=2", "创新中心", "重大", "是", "100", "后补助");
    private static final Pattern STRING = Pattern.compile("\"[^\"\\\\\\r\\n]*\"");
    private static final Pattern RULE = Pattern.compile("rule S @clause\\(S\\) @place\\(S\\) @row\\(S\\)\\s+when\\s+GrantCase\\( question == Question\\.SUPPORT,\\s+"
            + "\\$verdict : upTo\\( [0-9]+L?, PaymentMode\\.POST_GRANT, (?:[A-Za-z]+\\( [A-Za-z0-9_.,S() -]*\\)) \\) \\)\\s+then\\s+"
            + "findings\\.add\\( drools\\.getRule\\(\\)\\.getName\\(\\), \\$verdict \\);\\s+end");

    private AnyCell() {
    }

    public static void text(int column, String text) {
        literal(column, text.isBlank() ? null : Literal.written(text));
    }

    static void literal(int column, Literal literal) {
        int at = Math.floorMod(column, SOUND.size());
        NavigableMap<Integer, NavigableMap<Integer, Literal>> rows = new TreeMap<>();
        for (int each = 0; each < SOUND.size(); each++) {
            rows.computeIfAbsent(0, row -> new TreeMap<>()).put(each, Literal.written(SmallTable.HEADINGS.get(each)));
            rows.computeIfAbsent(1, row -> new TreeMap<>()).put(each, Literal.written(SOUND.get(each)));
        }
        if (literal == null) {
            rows.get(1).remove(at);
        } else {
            rows.get(1).put(at, literal);
        }
        Problems problems = new Problems("small.xlsx");
        TypedTable typed = TableReader.of("small", SmallTable.DICTIONARY, new Sheet("小表", rows, List.of(), false, new TreeSet<>(), new TreeSet<>()),
                "small.xlsx", problems).read("首条");
        if (!problems.found().isEmpty()) {
            problems.found().forEach(error -> require(error.sheet().equals("小表") && error.cell().matches("[A-I][12]"), "no address", error));
            return;
        }
        require(typed.rows().size() == 1, "one row", typed.rows());
        String text = new Listing("jkf_2022_9", new Workbook("small.xlsx", "京科发〔2022〕9号", "1", LocalDate.of(2022, 6, 13), List.of(typed), null)).text();
        String bare = STRING.matcher(text.substring(text.indexOf("rule \""))).replaceAll("S").strip();
        require(RULE.matcher(bare).matches(), "one rule of the usual shape", bare);
    }

    private static void require(boolean held, String what, Object found) {
        if (!held) {
            throw new AssertionError("not " + what + ": " + found);
        }
    }

    static Literal number(double number) {
        return Literal.of(new BigDecimal(number));
    }
}
