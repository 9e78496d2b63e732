package org.zhunsheng.explanation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Ladder;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Rung;
import org.zhunsheng.explanation.Explanation.Step;
import org.zhunsheng.explanation.Explanation.Told;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.tables.Cell;
import org.zhunsheng.tables.Row;
import org.zhunsheng.tables.TypedTable;

/** The rows of tables that a decision went through, hit or not: each cell beside the fact that met it. */
record Ladders(Sourcebook book, Wording wording) {

    List<Ladder> of(List<Line> lines, String tier) {
        Map<String, Line> byClause = new HashMap<>();
        Set<Row> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> tables = new HashSet<>();
        for (Line line : lines) {
            byClause.put(line.clause(), line);
            Row row = line.place() == null ? null : book.row(line.place());
            if (row != null) {
                rows.add(row);
                tables.add(row.table());
            }
        }
        List<Ladder> ladders = new ArrayList<>();
        for (TypedTable table : book.tables()) {
            if (tables.contains(table.id())) {
                ladders.add(new Ladder(table.id(), table.title(), table.rows().stream().filter(rows::contains).map(row -> rung(row, byClause, tier)).toList()));
            }
        }
        return ladders;
    }

    private Rung rung(Row row, Map<String, Line> byClause, String tier) {
        Line whole = byClause.get(row.clause());
        List<Step> steps = new ArrayList<>();
        List<Told> yields = new ArrayList<>();
        for (Cell cell : row.cells()) {
            if (cell.condition() == null) {
                yields.add(new Told(cell.heading(), cell.shown()));
            } else {
                steps.add(new Step(cell.heading(), cell.place(), cell.shown(), check(cell, byClause, whole)));
            }
        }
        return new Rung(row.id(), row.clause(), whole == null ? "" : whole.title(), whole == null ? null : whole.verdict(), row.clause().equals(tier), yields, steps,
                row.place());
    }

    /** A cell that stands for a clause of its own is met by that clause's fact, another by the fact it names. */
    private static Check check(Cell cell, Map<String, Line> byClause, Line whole) {
        for (Line line : byClause.values()) {
            if (cell.place().equals(line.place()) && line.checks().size() == 1) {
                return line.checks().get(0);
            }
        }
        List<Check> asked = whole == null ? List.of() : whole.checks().stream().filter(check -> cell.place().equals(check.place())).toList();
        return asked.size() == 1 ? asked.get(0) : null;
    }
}
