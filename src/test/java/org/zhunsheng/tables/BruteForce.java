package org.zhunsheng.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhunsheng.tables.SmallTable.Line;
import org.zhunsheng.tables.SmallTable.Point;

/** What is wrong with a small table, found by looking at every applicant there can be and at every pair of them. */
record BruteForce(SmallTable table) {

    private static final List<Point> ALL = SmallTable.points();

    boolean takesOne() {
        return !table.hit().equals("累计");
    }

    private List<Line> holding(Point point, boolean written) {
        return table.lines().stream().filter(line -> line.holds(point, written)).toList();
    }

    /** 1 where more is better, -1 where less is, 0 where the cells do not say. */
    int direction(int column) {
        boolean up = false;
        boolean down = false;
        for (Line line : table.lines()) {
            List<Integer> asked = line.decided().get(column);
            int size = SmallTable.SIZES[column];
            if (asked.size() < size) {
                up |= asked.equals(IntStream.range(size - asked.size(), size).boxed().toList());
                down |= asked.equals(IntStream.range(0, asked.size()).boxed().toList());
            }
        }
        return column == 2 || up == down ? 0 : up ? 1 : -1;
    }

    Set<Point> gaps() {
        Set<Point> covered = ALL.stream().filter(point -> !holding(point, false).isEmpty()).collect(Collectors.toSet());
        int[] direction = IntStream.range(0, SmallTable.SIZES.length).map(this::direction).toArray();
        return ALL.stream().filter(point -> !covered.contains(point)).filter(point -> covered.stream().anyMatch(other -> hasAtLeast(point, other, direction))
                || covered.stream().noneMatch(other -> sameWords(point, other, direction))).collect(Collectors.toSet());
    }

    private static boolean hasAtLeast(Point one, Point other, int[] direction) {
        for (int column = 0; column < direction.length; column++) {
            int more = Integer.compare(one.on(column), other.on(column)) * direction[column];
            if (direction[column] == 0 ? one.on(column) != other.on(column) : more < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean sameWords(Point one, Point other, int[] direction) {
        return one.category() == other.category() && (direction[4] != 0 || one.underWay() == other.underWay());
    }

    Set<Point> holes() {
        Set<Point> covered = ALL.stream().filter(point -> !holding(point, true).isEmpty()).collect(Collectors.toSet());
        Set<Point> gaps = gaps();
        Set<Point> holes = new HashSet<>();
        for (Point point : ALL) {
            for (int column = 0; column < 2; column++) {
                int c = column;
                Predicate<IntStream> some = values -> values.anyMatch(value -> covered.contains(point.with(c, value)));
                if (!covered.contains(point) && !gaps.contains(point) && some.test(IntStream.range(0, point.on(c)))
                        && some.test(IntStream.range(point.on(c) + 1, SmallTable.SIZES[c]))) {
                    holes.add(point);
                }
            }
        }
        return holes;
    }

    /** Rows, or pairs of them, by what is wrong with them. */
    Set<String> rows() {
        Set<String> wrong = new TreeSet<>();
        for (int at = 0; at < table.lines().size(); at++) {
            Line line = table.lines().get(at);
            List<Point> own = ALL.stream().filter(point -> line.holds(point, false)).toList();
            List<Line> earlier = table.lines().subList(0, at);
            Line twin = earlier.stream().filter(other -> other.clause().equals(line.clause())
                    && ALL.stream().allMatch(point -> line.holds(point, false) == other.holds(point, false))).findFirst().orElse(null);
            if (twin != null) {
                wrong.add("DUPLICATE [" + line.id() + ", " + twin.id() + "]");
            } else if (table.hit().equals("首条") && own.stream().allMatch(point -> earlier.stream().anyMatch(other -> other.holds(point, false)))) {
                wrong.add("MASKED [" + line.id() + "]");
            } else if (table.hit().equals("唯一")) {
                earlier.stream().filter(other -> own.stream().anyMatch(point -> other.holds(point, false)))
                        .forEach(other -> wrong.add("OVERLAP [" + line.id() + ", " + other.id() + "]"));
            }
            List<Point> first = own.stream().filter(point -> earlier.stream().noneMatch(other -> other.holds(point, false))).toList();
            table.lines().subList(at + 1, table.lines().size()).stream().filter(other -> takesOne() && other.cap() > line.cap())
                    .filter(other -> first.stream().anyMatch(point -> other.holds(point, false)))
                    .forEach(other -> wrong.add("AMOUNT_ORDER [" + line.id() + ", " + other.id() + "]"));
        }
        return wrong;
    }

    /** Columns whose value changes no applicant's outcome. */
    Set<String> dead() {
        return IntStream.range(0, SmallTable.SIZES.length).filter(column -> ALL.stream().allMatch(point -> IntStream.range(0, SmallTable.SIZES[column])
                .allMatch(value -> outcome(point).equals(outcome(point.with(column, value)))))).mapToObj(column -> SmallTable.HEADINGS.get(column + 2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String outcome(Point point) {
        List<Line> holding = holding(point, false);
        return !takesOne() ? holding.stream().map(Line::id).toList().toString()
                : holding.isEmpty() ? "" : holding.get(0).clause() + holding.get(0).cap();
    }
}
