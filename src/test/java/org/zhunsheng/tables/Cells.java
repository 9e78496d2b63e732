package org.zhunsheng.tables;

import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Cells drawn by lot for a {@link SmallTable}, each with the values it admits. */
final class Cells {

    private Cells() {
    }

    static List<Integer> all(int column) {
        return in(column, value -> true);
    }

    private static List<Integer> in(int column, IntPredicate admitted) {
        return IntStream.range(0, SmallTable.SIZES[column]).filter(admitted).boxed().toList();
    }

    static String draw(int column, Random random, List<List<Integer>> decided, List<List<Integer>> written) {
        return switch (column) {
            case 0 -> area(random, decided, written);
            case 1 -> count(random, decided, written);
            case 2 -> same(random.nextInt(3) == 0 ? "创新中心、开放平台" : random.nextBoolean() ? "创新中心" : "开放平台", decided, written);
            case 3 -> same(List.of("一定", "积极", "重大").get(random.nextInt(3)), decided, written);
            default -> same(random.nextInt(3) == 0 ? "否" : "是", decided, written);
        };
    }

    private static String same(String cell, List<List<Integer>> decided, List<List<Integer>> written) {
        List<Integer> admitted = switch (cell) {
            case "创新中心" -> List.of(0);
            case "开放平台" -> List.of(1);
            case "创新中心、开放平台" -> List.of(0, 1);
            case "是" -> List.of(1);
            case "否" -> List.of(0);
            default -> in(3, grade -> grade >= SmallTable.GRADES.indexOf(cell));
        };
        decided.add(admitted);
        written.add(admitted);
        return cell;
    }

    /** In halves: the grid has a value between any two figures. */
    private static String area(Random random, List<List<Integer>> decided, List<List<Integer>> written) {
        int from = random.nextInt(3);
        int to = from + 1 + random.nextInt(3 - from);
        String cell;
        IntPredicate admitted;
        switch (random.nextInt(7)) {
            case 0 -> { cell = ">=" + from; admitted = value -> value >= 2 * from; }
            case 1 -> { cell = ">" + from; admitted = value -> value > 2 * from; }
            case 2 -> { cell = "<" + to; admitted = value -> value < 2 * to; }
            case 3 -> { cell = "<=" + to; admitted = value -> value <= 2 * to; }
            case 4 -> { cell = "(" + from + "," + to + "]"; admitted = value -> value > 2 * from && value <= 2 * to; }
            case 5 -> { cell = String.valueOf(from); admitted = value -> value == 2 * from; }
            default -> { cell = "[" + from + "," + to + ")"; admitted = value -> value >= 2 * from && value < 2 * to; }
        }
        decided.add(in(0, admitted));
        written.add(in(0, admitted));
        return cell;
    }

    private static String count(Random random, List<List<Integer>> decided, List<List<Integer>> written) {
        int from = random.nextInt(4);
        int to = from + 1 + random.nextInt(2);
        boolean open = random.nextBoolean();
        decided.add(in(1, value -> value >= from));
        written.add(in(1, value -> value >= from && (open || value < to)));
        return open ? ">=" + from : "[" + from + "," + to + ")";
    }
}
