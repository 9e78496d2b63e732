package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhunsheng.findings.Verdict;

/**
 * A decision table as it is meant: rules are written from it, and it can answer by itself, cell by cell. A table of figures has
 * rows and figures by clause, and decides nothing.
 */
public record TypedTable(String id, String title, String hitPolicy, Viewpoint viewpoint, List<Constraint> when, boolean countable,
                         List<Row> rows, Map<String, BigDecimal> figures) {

    /** What a row says of a record, clause by clause and cell by cell. */
    public record Answer(Row row, List<Row.Said> said, Map<Cell, Verdict> cells) {
    }

    /** Rows that do not apply to this record (another direction, another question) give no answer. */
    public List<Answer> evaluate(Object from) {
        List<Answer> answers = new ArrayList<>();
        for (Row row : rows) {
            if (Stream.concat(when.stream(), row.only().stream()).allMatch(constraint -> constraint.holds(from))) {
                Map<Cell, Verdict> cells = new LinkedHashMap<>();
                row.cells().stream().filter(cell -> cell.condition() != null)
                        .forEach(cell -> cells.put(cell, cell.condition().test(from)));
                List<Row.Said> said = row.conclusions().stream()
                        .map(c -> new Row.Said(c.rule(), c.clause(), c.condition().test(from))).toList();
                answers.add(new Answer(row, said, cells));
            }
        }
        return answers;
    }
}
