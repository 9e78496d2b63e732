package org.zhunsheng.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.tables.SheetReader.GridRow;

/** From the cells of one row to what they demand and what the row yields. */
final class RowReader {

    private final TableReader table;
    private final GridRow grid;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Constraint> only = new ArrayList<>();
    private final Map<String, Object> results = new LinkedHashMap<>();
    private final List<Conclusion> conclusions = new ArrayList<>();
    private final List<Cell> own = new ArrayList<>();
    private final Map<String, List<Condition>> together = new LinkedHashMap<>();
    private final ShownCells shown;
    private final Map<String, List<Condition>> firsts = new LinkedHashMap<>();
    private Cell cap;

    RowReader(TableReader table, GridRow grid) {
        this.table = table;
        this.grid = grid;
        this.shown = new ShownCells(table.grammar());
    }

    /** Null where something was refused; the reason is noted. */
    Row row() {
        int before = table.problems().found().size();
        grid.columns().forEach((heading, column) -> {
            Literal literal = table.sheet().at(grid.number(), column);
            try {
                take(heading, table.known().get(heading), place(column), literal);
            } catch (Refused refused) {
                table.problems().at(table.sheet(), grid.number(), column, refused.expected());
            }
        });
        boolean readable = grid.isNamed()
                && grid.columns().values().stream().noneMatch(column -> table.sheet().at(grid.number(), column).isRefused());
        if (readable && table.problems().found().size() == before && !table.spec().figures()) {
            conclude();
        }
        return !readable || table.problems().found().size() > before ? null
                : new Row(table.id(), grid.id(), grid.clause(), place(0), List.copyOf(cells), List.copyOf(only), List.copyOf(conclusions));
    }

    private void take(String heading, ColumnSpec column, String place, Literal literal) throws Refused {
        if (literal.isRefused()) {
            return;
        }
        if (column.isConstraint()) {
            only.add(table.grammar().constraint(column, literal));
        }
        Condition condition = column.isCondition() && !column.isConstraint()
                ? table.grammar().condition(column, literal, grid.clause()) : null;
        Cell cell = new Cell(heading, place, literal.shown(), condition);
        cells.add(cell);
        if (condition == null) {
            takeResult(column, cell, literal);
        } else if (column.limb() != null) {
            conclusions.add(conclusion(grid.clause() + "." + column.limb(), heading, place, condition));
        } else {
            own.add(cell);
            (column.first() ? firsts : together).computeIfAbsent(column.either() == null ? heading : column.either(), group -> new ArrayList<>())
                    .add(condition);
        }
    }

    private void takeResult(ColumnSpec column, Cell cell, Literal literal) throws Refused {
        if (column.result() != null) {
            cap = column.result().equals("cap") ? cell : cap;
            if (column.result().equals("shows")) {
                shown.add(column, literal);
                return;
            }
            results.put(column.result(), switch (column.result()) {
                case "cap", "rate" -> CellGrammar.figure(column, literal);
                case "since" -> CellGrammar.day(literal);
                case "mode" -> Constant.of(table.grammar().code(column, literal));
                default -> base(column, literal);
            });
        } else if (column.source()) {
            results.put("source", literal.text());
        } else if (column.key() != null && column.type() == ColumnSpec.Type.INTEGER) {
            results.put("key", CellGrammar.figure(column, literal).toPlainString());
        } else if (column.key() != null) {
            results.put("key", table.grammar().code(column, literal));
        } else if (column.units() != null) {
            if (!column.units().contains(literal.text())) {
                throw new Refused("应为下列之一：" + String.join("、", column.units()));
            }
            results.put("unit", literal.text());
        } else if (column.figure() != null) {
            results.put("value", CellGrammar.figure(column, literal));
        }
    }

    private JsonNode base(ColumnSpec column, Literal literal) throws Refused {
        table.grammar().code(column, literal);
        return table.grammar().words(column).get(literal.text());
    }

    private void conclude() {
        List<Condition> parts = alternatives(together);
        Condition first = alternatives(firsts).stream().reduce(Joined.Given::new).orElse(null);
        Condition demanded = parts.isEmpty() ? new Joined.Holds() : parts.size() == 1 ? parts.get(0) : new Joined.All(parts);
        if (!shown.isEmpty()) {
            demanded = new Joined.Shows(first == null ? new Joined.Holds() : first, demanded, table.viewpoint().ofCase("asOf"),
                    shown.since((LocalDate) results.remove("since")));
        } else if (first != null) {
            demanded = parts.isEmpty() ? first : new Joined.Given(first, demanded);
        }
        if (table.spec().assessment() != null) {
            Condition assessed = new Tested.Assessed(table.spec().assessment(), table.viewpoint().judgements(), table.viewpoint().readings());
            demanded = parts.isEmpty() && first == null ? assessed : new Joined.All(List.of(demanded, assessed));
        }
        if (!results.isEmpty()) {
            Cell decisive = own.isEmpty() && cap != null ? cap : null;
            conclusions.add(conclusion(grid.clause(), table.spec().title(), decisive(decisive), yielding(demanded)));
        } else if (!own.isEmpty() || !shown.isEmpty()) {
            conclusions.add(conclusion(grid.clause(), table.spec().title(), decisive(null), demanded));
        } else if (conclusions.isEmpty()) {
            refuse("规则行应有条件或结果");
        }
    }

    private static List<Condition> alternatives(Map<String, List<Condition>> groups) {
        return groups.values().stream().map(group -> group.size() == 1 ? group.get(0) : new Joined.Any(group)).toList();
    }

    /** The cell of the only figure, where there is only one; else the row. */
    private String decisive(Cell only) {
        return only != null ? only.place() : own.size() == 1 ? own.get(0).place() : place(0);
    }

    private Condition yielding(Condition demanded) {
        BigDecimal most = (BigDecimal) results.get("cap");
        Constant mode = (Constant) results.get("mode");
        if (most == null || mode == null) {
            refuse("写明结果的规则行应同时写明最高金额和支持方式");
        }
        if (results.containsKey("rate") != results.containsKey("base")) {
            refuse("支持比例和计算基数应同时填写");
        }
        if (!results.containsKey("rate") || !results.containsKey("base")) {
            return new Joined.UpTo(most, mode, demanded);
        }
        JsonNode base = (JsonNode) results.get("base");
        Viewpoint viewpoint = table.viewpoint();
        return new Joined.Share((BigDecimal) results.get("rate"), viewpoint.ofCase(base.get("fact").asText()), most, mode,
                base.has("provisional") ? viewpoint.ofCase(base.get("provisional").asText()) : null, viewpoint.readings(), demanded);
    }

    /** What a row of a figure table states, under its clause and the kind it applies to; the unit keeps years from being read as days. */
    void figureInto(Map<String, BigDecimal> figures) {
        String key = results.containsKey("key") ? grid.clause() + "#" + results.get("key") : grid.clause();
        if (!results.containsKey("value") || !results.containsKey("unit")) {
            refuse("应填写数值和单位");
        } else if (table.known().values().stream().anyMatch(ColumnSpec::source) && !results.containsKey("source")) {
            refuse("应填写来源");
        } else if (figures.putIfAbsent(key, (BigDecimal) results.get("value")) != null) {
            refuse("同一条款、同一适用情形只应有一行");
        }
    }

    private Conclusion conclusion(String clause, String title, String place, Condition condition) {
        return new Conclusion(clause, table.id() + " " + grid.id() + " " + clause + " " + title, place, condition);
    }

    private String place(int column) {
        return table.file() + "!" + table.sheet().name() + "!" + Sheet.address(grid.number(), column);
    }

    private void refuse(String expected) {
        table.problems().at(table.sheet(), grid.number(), 0, expected);
    }
}
