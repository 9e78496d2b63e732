package org.zhunsheng.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.tables.Cell;
import org.zhunsheng.tables.Row;
import org.zhunsheng.tables.TypedTable;

/** The ledger and the workbooks of one rule base, laid open for looking things up: reading workbooks takes longer than explaining. */
final class Sourcebook {

    private final Policy policy;
    private final List<TypedTable> tables;
    private final Map<String, Clause> clauses = new HashMap<>();
    private final Map<String, Direction> directions = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Cell> cells = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();

    Sourcebook(RuleBase base) {
        policy = base.policy();
        policy.clauses().forEach(clause -> {
            places.put(clause.id(), clauses.size());
            clauses.put(clause.id(), clause);
        });
        policy.directions().forEach(direction -> directions.put(direction.id(), direction));
        // a ledger without workbooks has no dictionary either
        tables = base.sources().tables().keySet().stream().anyMatch(file -> file.endsWith(".xlsx")) ? base.tables().tables() : List.of();
        for (TypedTable table : tables) {
            for (Row row : table.rows()) {
                rows.put(row.place(), row);
                row.cells().forEach(cell -> {
                    cells.put(cell.place(), cell);
                    rows.putIfAbsent(cell.place(), row);
                });
            }
        }
    }

    Policy policy() {
        return policy;
    }

    List<TypedTable> tables() {
        return tables;
    }

    /** Null where the ledger has none of this name. */
    Clause clause(String id) {
        return clauses.get(id);
    }

    Optional<Direction> direction(String id) {
        return Optional.ofNullable(directions.get(id));
    }

    /** Where a clause stands in the ledger. */
    int place(String id) {
        return places.get(id);
    }

    /** What an analyst wrote into the cell, or null. */
    Cell cell(String place) {
        return cells.get(place);
    }

    /** The row that a cell, or its own first cell, belongs to. */
    Row row(String place) {
        return rows.get(place);
    }

    /** The nearest clause that this one is a part of, or null at the top. */
    Clause parent(String id) {
        for (int dot = id.lastIndexOf('.'); dot > 0; dot = id.lastIndexOf('.', dot - 1)) {
            Clause parent = clauses.get(id.substring(0, dot));
            if (parent != null) {
                return parent;
            }
        }
        return null;
    }
}
