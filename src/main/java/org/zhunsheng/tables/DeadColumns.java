package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Columns that change nothing: whatever an applicant has there, he gets the same. A column that is blank in every row is one of them.
 */
record DeadColumns(Drawn drawn, Map<String, ColumnSpec> columns) {

    void into(Flaws flaws) {
        columns.forEach((heading, column) -> {
            boolean filled = drawn.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.heading().equals(heading));
            if (column.isCondition() && !drawn.rows().isEmpty() && (!filled || isDead(heading))) {
                flaws.add(Flaw.Kind.DEAD_COLUMN, () -> drawn.flaw(Flaw.Kind.DEAD_COLUMN, List.of(), List.of(heading),
                        filled ? "「" + heading + "」一列怎么填都不改变任何申请人的结果" : "「" + heading + "」一列各行都没有填写",
                        "the column never changes the outcome",
                        List.of(drawn.example(drawn.axes().everyone(), holding -> true))));
            }
        });
    }

    private boolean isDead(String heading) {
        int[] asked = IntStream.range(0, drawn.axes().list().size())
                .filter(at -> drawn.axes().get(at).columns().contains(heading)).toArray();
        List<List<Box>> with = drawn.decided();
        List<List<Box>> without = with.stream().map(row -> row.stream().map(box -> anyOn(asked, box)).toList()).toList();
        return IntStream.range(0, with.size()).noneMatch(row -> drawn.takesOne() ? differs(row, with, without)
                : without.get(row).stream().anyMatch(box -> !box.isWithin(with.get(row))));
    }

    private Box anyOn(int[] axes, Box box) {
        Box any = box;
        for (int axis : axes) {
            any = any.with(axis, drawn.axes().get(axis).all());
        }
        return any;
    }

    /** Whether somebody whom this row would take first with the right answer in the column gets something else with another. */
    private boolean differs(int row, List<List<Box>> with, List<List<Box>> without) {
        List<Box> earlier = drawn.all(without.subList(0, row));
        String yields = yields(row);
        return without.get(row).stream().anyMatch(box -> box.without(earlier, part -> {
            List<Box> rest = List.of(part);
            for (int other = 0; other < with.size() && !rest.isEmpty(); other++) {
                List<Box> taken = Axes.both(rest, with.get(other));
                if (!taken.isEmpty() && !yields.equals(yields(other))) {
                    return true;
                }
                List<Box> left = new ArrayList<>();
                for (Box each : rest) {
                    each.without(with.get(other), left::add);
                }
                rest = left;
            }
            return !rest.isEmpty();
        }));
    }

    private String yields(int at) {
        Row row = drawn.rows().get(at);
        return row.clause() + row.cells().stream().filter(cell -> cell.condition() == null
                && !columns.get(cell.heading()).isConstraint()).map(Cell::shown).toList();
    }
}
