package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the grid of one table: its headings, and row by row what stands under each. What it means is {@link RowReader}'s. */
final class SheetReader {

    static final String ROW_ID = "规则编号";
    static final String CLAUSE = "依据条款";

    private static final String ONE_TABLE = "一张工作表只应有一个表，另一个表应另用工作表，并在封面登记";

    /** Both go into rules as they are, so nothing that could end a name or a string there. */
    private static final Pattern ID = Pattern.compile("[\\p{IsHan}A-Za-z0-9._-]{1,40}");
    private static final Pattern CLAUSE_ID = Pattern.compile("[0-9A-Za-z-]+(\\.[0-9A-Za-z]+)*");

    /** One row as it stands: the columns filled, by heading. */
    record GridRow(int number, String id, String clause, Map<String, Integer> columns) {

        boolean isNamed() {
            return id != null && clause != null;
        }
    }

    private final Sheet sheet;
    private final Map<String, ColumnSpec> known;
    private final Problems problems;
    private final Map<Integer, String> headings = new TreeMap<>();

    private final boolean mayBeEmpty;

    SheetReader(Sheet sheet, Map<String, ColumnSpec> known, boolean mayBeEmpty, Problems problems) {
        this.mayBeEmpty = mayBeEmpty;
        this.sheet = sheet;
        this.known = known;
        this.problems = problems;
    }

    List<GridRow> rows() {
        int header = sheet.rowHeaded(ROW_ID);
        if (header < 0) {
            problems.at(sheet.name(), "A1", "", "A列应有表头行，以「" + ROW_ID + "」开头");
            return List.of();
        }
        readHeadings(header);
        sheet.merged().stream().filter(range -> range.getLastRow() >= header)
                .forEach(range -> problems.at(sheet, range.getFirstRow(), range.getFirstColumn(), "表头和规则行不得合并单元格"));
        sheet.hiddenRows().stream().filter(row -> row >= header && sheet.rows().containsKey(row))
                .forEach(row -> problems.at(sheet, row, 0, "表头和规则行不得隐藏"));
        sheet.hiddenColumns().stream().filter(column -> sheet.rows().tailMap(header).values().stream().anyMatch(row -> row.containsKey(column)))
                .forEach(column -> problems.at(sheet, header, column, "表的各列不得隐藏"));
        List<GridRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int number = header + 1; number <= sheet.lastRow(); number++) {
            if (!sheet.rows().containsKey(number)) {
                problems.at(sheet, number, 0, "规则行之间不得有空行");
                continue;
            }
            if (sheet.at(number, 0) != null && ROW_ID.equals(sheet.at(number, 0).value())) {
                problems.at(sheet, number, 0, ONE_TABLE);
                break;
            }
            String id = identifier(number, 0, ID, "应填写规则编号（汉字、字母、数字、点和连字符）");
            String clause = clause(number);
            if (id != null && !ids.add(id)) {
                problems.at(sheet, number, 0, "规则编号不得重复");
            }
            rows.add(new GridRow(number, id, clause, filled(number)));
        }
        if (rows.isEmpty() && !mayBeEmpty) {
            problems.at(sheet, header, 0, "表头之下应有规则行");
        }
        return rows;
    }

    private void readHeadings(int header) {
        if (sheet.at(header, 1) == null || !CLAUSE.equals(sheet.at(header, 1).value())) {
            problems.at(sheet, header, 1, "B列应为「" + CLAUSE + "」");
        }
        sheet.rows().get(header).tailMap(2).forEach((column, literal) -> {
            String heading = literal.text();
            if (heading.equals(ROW_ID)) {
                problems.at(sheet, header, column, ONE_TABLE);
            } else if (!known.containsKey(heading)) {
                problems.at(sheet, header, column, "应为列字典中的标题之一：" + String.join("、", known.keySet()));
            } else if (headings.containsValue(heading)) {
                problems.at(sheet, header, column, "标题不得重复");
            } else {
                headings.put(column, heading);
            }
        });
        known.forEach((heading, spec) -> {
            if (spec.result() == null && !headings.containsValue(heading)) {
                problems.at(sheet.name(), Sheet.address(header, 0), "", "缺少标题「" + heading + "」");
            }
        });
    }

    private String clause(int number) {
        Literal literal = sheet.at(number, 1);
        if (literal != null && !literal.isRefused() && !(literal.value() instanceof String)) {
            problems.at(sheet, number, 1, "依据条款应为文本：按数值存放时6.10与6.1相同");
            return null;
        }
        return identifier(number, 1, CLAUSE_ID, "应填写依据条款，如6.3.1");
    }

    private String identifier(int row, int column, Pattern form, String expected) {
        Literal literal = sheet.at(row, column);
        if (literal == null || !literal.isRefused() && !form.matcher(literal.text()).matches()) {
            problems.at(sheet, row, column, expected);
            return null;
        }
        return literal.isRefused() ? null : literal.text();
    }

    private Map<String, Integer> filled(int row) {
        Map<String, Integer> filled = new LinkedHashMap<>();
        sheet.rows().get(row).tailMap(2).forEach((column, literal) -> {
            if (headings.containsKey(column)) {
                if (!CellGrammar.isAny(literal)) {
                    filled.put(headings.get(column), column);
                }
            } else if (sheet.at(sheet.rowHeaded(ROW_ID), column) == null) {
                problems.at(sheet, row, column, "没有标题的列不得填写内容");
            }
        });
        return filled;
    }
}
