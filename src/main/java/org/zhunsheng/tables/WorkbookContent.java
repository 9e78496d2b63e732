package org.zhunsheng.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a workbook of decision tables says, free of how it looks: text, numbers and dates, never formulas. */
public record WorkbookContent(String title, Cover cover, List<Note> notes, List<Table> tables, List<WordList> dictionary, Grid cases) {

    /** The drop-down of the cover; in every workbook, so that no author has to remember it. */
    public static final WordList HITS = new WordList("命中方式", List.of("首条", "唯一", "累计"));

    /** A drop-down without its list would open empty in Excel, and nobody would know why: refused here. */
    public WorkbookContent {
        Set<String> known = Stream.concat(Stream.of(HITS), dictionary.stream()).map(WordList::name).collect(Collectors.toSet());
        Stream.concat(tables.stream().map(Table::grid), Stream.of(cases)).flatMap(grid -> grid.columns().stream())
                .forEach(column -> {
                    if (column.input() instanceof Words words && !known.contains(words.list())) {
                        throw new IllegalArgumentException("列“" + column.heading() + "”的下拉框在字典中没有列表：" + words.list());
                    }
                });
    }

    public record Cover(String policy, String documentNumber, String edition, LocalDate effectiveFrom) {
    }

    public record Table(String id, String hits, Grid grid) {
    }

    /** A sheet of rows under a header; a cell is a String, a Number, a LocalDate, null, or one of these {@link Remarked}. */
    public record Grid(String sheet, String title, String subtitle, List<Column> columns, List<List<?>> rows) {

        public Grid {
            for (List<?> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("工作表“" + sheet + "”有 " + columns.size() + " 列，这一行却有 " + row.size() + " 格：" + row);
                }
            }
        }

        int headerRow() {
            return (title == null ? 0 : 1) + (subtitle == null ? 0 : 1);
        }
    }

    public record Column(String heading, Role role, Input input) {
    }

    /** What a column is for; it decides the colour, and the colour tells who may write there. */
    public enum Role { FIXED, CONDITION, RESULT, PLAIN }

    public sealed interface Input {
    }

    /** Words of one list of the dictionary; several of them are joined by 、. */
    public record Words(String list, boolean several) implements Input {
    }

    public record Figure(double min, double max, String format) implements Input {
    }

    public record Text(String hint) implements Input {
    }

    public record WordList(String name, List<String> words) {
    }

    /** A value with the reading that its figure rests on, shown as a comment of the cell. */
    public record Remarked(Object value, String remark) {
    }

    /** The lines of the first sheet. */
    public sealed interface Note {
    }

    public record Section(String text) implements Note {
    }

    public record Paragraph(String text) implements Note {
    }

    public record Entry(String label, String text, String example) implements Note {
    }

    public record Legend(Role role, String text) implements Note {
    }
}
