package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The row that would take those whom a table forgets. What it yields is the analyst's to say; the next lower row's stands there for him to look at. */
record Proposal(Drawn drawn, Map<String, ColumnSpec> columns, CellGrammar grammar) {

    /** Whether the lists of these columns are no other table's. */
    boolean isOwn(List<String> asked) {
        return grammar.dictionary().tables().entrySet().stream().filter(table -> !table.getKey().equals(drawn.table().id()))
                .flatMap(table -> grammar.dictionary().columnsOf(table.getValue()).values().stream()).map(ColumnSpec::list)
                .noneMatch(list -> !list.isEmpty() && columns.entrySet().stream().filter(column -> asked.stream().anyMatch(axis -> axis.startsWith(column.getKey())))
                        .anyMatch(column -> column.getValue().list().equals(list)));
    }

    static Proposal of(Drawn drawn, Dictionary dictionary) {
        return new Proposal(drawn, dictionary.columnsOf(dictionary.tables().get(drawn.table().id())),
                new CellGrammar(dictionary, drawn.table().viewpoint()));
    }

    /** Empty where one row cannot say it. */
    Map<String, String> row(Box missing) {
        Map<String, String> cells = new LinkedHashMap<>();
        Axes axes = drawn.axes();
        Row like = drawn.rows().get(drawn.rows().size() - 1);
        cells.put(SheetReader.ROW_ID, like.id() + "-1");
        cells.put(SheetReader.CLAUSE, like.clause());
        for (Map.Entry<String, ColumnSpec> column : columns.entrySet()) {
            if (!column.getValue().isCondition()) {
                like.cells().stream().filter(cell -> cell.heading().equals(column.getKey())).forEach(cell -> cells.put(cell.heading(), cell.shown()));
                continue;
            }
            List<String> words = new ArrayList<>();
            for (int at = 0; at < axes.list().size(); at++) {
                Axis axis = axes.get(at);
                if (axis.key() instanceof Axis.Item && axis.columns().contains(column.getKey())) {
                    if (missing.side(at).get(1) && !missing.side(at).get(0)) {
                        words.add(axis.heading().substring(column.getKey().length() + 1));
                    }
                } else if (axis.columns().equals(List.of(column.getKey()))
                        && (axis.key() instanceof FactPath || column.getValue().fact() == null)) {
                    words.add(axis.cell(missing.side(at)));
                }
            }
            String cell = words.isEmpty() ? "-" : String.join("、", words);
            if (!isAccepted(column.getValue(), cell, like.clause())) {
                return Map.of();
            }
            cells.put(column.getKey(), cell);
        }
        return cells;
    }

    private boolean isAccepted(ColumnSpec column, String cell, String clause) {
        Literal literal = Literal.written(cell);
        if (CellGrammar.isAny(literal)) {
            return true;
        }
        try {
            return column.isConstraint() ? grammar.constraint(column, literal) != null : grammar.condition(column, literal, clause) != null;
        } catch (Refused refused) {
            return false;
        }
    }

    /** Of every list that a column asks for items of: applicants with one of the items, and where the column has more words than rows ask, none. */
    List<Box> singleItems(Box listed) {
        Map<FactPath, List<Integer>> lists = new LinkedHashMap<>();
        Axes axes = drawn.axes();
        for (int at = 0; at < axes.list().size(); at++) {
            if (axes.get(at).key() instanceof Axis.Item item) {
                lists.computeIfAbsent(item.fact(), fact -> new ArrayList<>()).add(at);
            }
        }
        List<Box> boxes = List.of(listed);
        for (Map.Entry<FactPath, List<Integer>> list : lists.entrySet()) {
            boolean more = columns.values().stream().anyMatch(column -> column.type() == ColumnSpec.Type.CONTAINS
                    && drawn.table().viewpoint().fact(column.fact()).equals(list.getKey()) && grammar.words(column).size() > list.getValue().size());
            List<Box> single = new ArrayList<>();
            for (Box box : boxes) {
                for (int only : list.getValue()) {
                    single.add(alone(box, list.getValue(), only));
                }
                if (more) {
                    single.add(alone(box, list.getValue(), -1));
                }
            }
            boxes = single;
        }
        return boxes;
    }

    private static Box alone(Box box, List<Integer> items, int only) {
        Box alone = box;
        for (int item : items) {
            BitSet side = new BitSet();
            side.set(item == only ? 1 : 0);
            alone = alone.with(item, side);
        }
        return alone;
    }
}
