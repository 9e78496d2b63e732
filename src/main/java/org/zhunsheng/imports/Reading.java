package org.zhunsheng.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.zhunsheng.imports.Typing.Typed;

/**
 * Reads the rows of a table by the headings in its first line. A table is read twice: whether a column keeps to one way of writing days,
 * and whether a key returns, shows only at its end, and only then may the first row be taken.
 */
final class Reading {

    static final int MOST_ROWS = 500_000;

    @FunctionalInterface
    interface Rows {
        /** @param typed null where a cell was refused */
        void row(int line, List<Cell> cells, Row typed, List<Finding> findings) throws UnusableFile;
    }

    private record Seen(DateStyle style, int line) {
    }

    private final Table table;
    private final List<Column> columns;
    private final List<String> key;
    private final List<Finding> remarks = new ArrayList<>();
    private final Map<String, Seen> styles = new HashMap<>();
    private final Map<List<Object>, Integer> keys = new HashMap<>();
    private final Map<Integer, Integer> twins = new HashMap<>();
    private List<String> headings = List.of();
    private int[] places;
    private int rows;

    Reading(Table table, ImportTarget target) {
        this.table = table;
        this.columns = target.columns();
        this.key = target.key();
        this.remarks.addAll(table.remarks());
    }

    /** Looks at the whole table. */
    void survey() throws IOException, UnusableFile {
        rows((line, cells, typed, findings) -> {
            if (++rows > MOST_ROWS) {
                throw new UnusableFile("文件超过 " + MOST_ROWS + " 行，请拆成几个文件", "more than " + MOST_ROWS + " rows; split the file");
            }
            if (typed != null && !key.isEmpty()) {
                Integer first = keys.putIfAbsent(key.stream().map(typed.values()::get).toList(), line);
                if (first != null) {
                    twins.putIfAbsent(first, line);
                    twins.put(line, first);
                }
            }
        });
        keys.clear();
        if (headings.isEmpty()) {
            throw new UnusableFile("文件是空的", "the file is empty");
        }
    }

    void read(Rows into) throws IOException, UnusableFile {
        rows((line, cells, typed, findings) -> {
            Integer twin = twins.get(line);
            if (twin != null) {
                findings.add(Finding.refusal(line, null, "与第 " + twin + " 行重复：" + heading(key) + "相同", "repeats row " + twin));
            }
            into.row(line, cells, twin == null ? typed : null, findings);
        });
    }

    private String heading(List<String> keys) {
        return String.join("、", columns.stream().filter(column -> keys.contains(column.key())).map(Column::heading).toList());
    }

    private void rows(Rows into) throws IOException, UnusableFile {
        places = null;
        table.read((line, cells) -> {
            if (cells.stream().allMatch(Objects::isNull)) {
                return;
            }
            if (places == null) {
                place(cells);
            } else {
                row(line, cells, into);
            }
        });
    }

    private void row(int line, List<Cell> cells, Rows into) throws UnusableFile {
        Map<String, Object> values = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>(0);
        boolean refused = false;
        for (int i = 0; i < places.length; i++) {
            Column column = columns.get(i);
            Typed typed = Typing.of(column, places[i] < 0 || places[i] >= cells.size() ? null : cells.get(places[i]), line);
            if (typed.finding() != null) {
                findings.add(typed.finding());
            }
            if (typed.style() != null) {
                one(column, new Seen(typed.style(), line));
            }
            refused |= typed.refused();
            values.put(column.key(), typed.value());
        }
        into.row(line, cells, refused ? null : new Row(line, values), findings);
    }

    private void one(Column column, Seen now) throws UnusableFile {
        Seen first = styles.putIfAbsent(column.key(), now);
        if (first != null && first.style != now.style) {
            throw new UnusableFile("“" + column.heading() + "”列的日期写法不一：第 " + first.line + " 行是" + first.style.zh + "，第 " + now.line + " 行是"
                    + now.style.zh + "；请统一后再导入", "the days of one column are written in two ways: " + first.style.en + " in row " + first.line
                    + " and " + now.style.en + " in row " + now.line);
        }
    }

    /** Finds the columns by their headings. */
    private void place(List<Cell> cells) throws UnusableFile {
        boolean again = !headings.isEmpty();
        headings = cells.stream().map(cell -> cell == null ? "" : cell.written().strip()).toList();
        List<String> plain = headings.stream().map(Typing::plain).toList();
        Set<String> seen = new HashSet<>();
        for (String heading : plain) {
            if (!heading.isEmpty() && !seen.add(heading)) {
                throw new UnusableFile("“" + heading + "”列出现两次", "two columns have the same heading: " + heading);
            }
        }
        List<String> missing = columns.stream().filter(Column::required).map(Column::heading)
                .filter(heading -> !seen.contains(Typing.plain(heading))).toList();
        if (!missing.isEmpty()) {
            throw new UnusableFile("缺少列：" + String.join("、", missing) + "；第一行应为列名", "missing columns: " + String.join(", ", missing)
                    + "; the first row must hold the headings");
        }
        places = columns.stream().mapToInt(column -> plain.indexOf(Typing.plain(column.heading()))).toArray();
        columns.forEach(column -> seen.remove(Typing.plain(column.heading())));
        if (!again && !seen.isEmpty()) {
            List<String> unused = plain.stream().filter(seen::contains).toList();
            remarks.add(Finding.remark(0, null, "没有用到的列：" + String.join("、", unused), "columns that were not used: " + String.join(", ", unused)));
        }
    }

    /** What there is to tell of the table as a whole. */
    List<Finding> remarks() {
        return remarks;
    }

    List<String> headings() {
        return headings;
    }

    int rowsInAll() {
        return rows;
    }
}
