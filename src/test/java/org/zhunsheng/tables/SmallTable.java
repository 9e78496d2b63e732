package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A small table drawn by lot, with what its cells mean said a second time: by plain comparison of the figures drawn. */
record SmallTable(String hit, List<SmallTable.Line> lines, NavigableMap<Integer, NavigableMap<Integer, Literal>> cells) {

    static final Dictionary DICTIONARY = Dictionary.read("""
            policy: jkf_2022_9
            root: GrantCase
            codes:
              category: {创新中心: ForeignRd.Category.RD_INNOVATION_CENTRE, 开放平台: ForeignRd.Category.OPEN_INNOVATION_PLATFORM}
              role: {重大: MAJOR, 积极: POSITIVE, 一定: SOME}
              mode: {后补助: PaymentMode.POST_GRANT}
            results:
              最高金额(万元): {result: cap, type: money, unit: 万元, min: 0}
              支持方式: {result: mode, code: mode}
            tables:
              small:
                title: 小表
                when: {question: SUPPORT}
                columns:
                  面积: {fact: park.siteAreaM2, type: number, min: 0, max: 4}
                  家数: {fact: incubator.incubatedCompanyCount, type: band, min: 0}
                  类别: {fact: foreignRd.category, type: code, code: category}
                  作用: {grade: "8.3#role", code: role}
                  开展: {fact: rdCentre.substantiveRdUnderWay, type: yesno}
            """.getBytes(StandardCharsets.UTF_8));

    static final List<String> HEADINGS = List.of("规则编号", "依据条款", "面积", "家数", "类别", "作用", "开展", "最高金额(万元)", "支持方式");
    static final List<String> GRADES = List.of("低于所列等级", "一定", "积极", "重大");

    /** Area in halves of a square metre, count, category, grade from the worst on, yes or no. */
    record Point(int area, int count, int category, int grade, int underWay) {

        int on(int column) {
            return switch (column) {
                case 0 -> area;
                case 1 -> count;
                case 2 -> category;
                case 3 -> grade;
                default -> underWay;
            };
        }

        Point with(int column, int value) {
            return new Point(column == 0 ? value : area, column == 1 ? value : count, column == 2 ? value : category, column == 3 ? value : grade,
                    column == 4 ? value : underWay);
        }
    }

    static final int[] SIZES = {9, 6, 2, 4, 2};

    /** What each column admits, as the service decides and as the cell is written; a column that admits all is blank. */
    record Line(String id, String clause, int cap, List<List<Integer>> decided, List<List<Integer>> written) {

        boolean holds(Point point, boolean asWritten) {
            for (int column = 0; column < SIZES.length; column++) {
                if (!(asWritten ? written : decided).get(column).contains(point.on(column))) {
                    return false;
                }
            }
            return true;
        }
    }

    static List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int a = 0; a < SIZES[0]; a++) {
            for (int c = 0; c < SIZES[1]; c++) {
                for (int k = 0; k < SIZES[2]; k++) {
                    for (int g = 0; g < SIZES[3]; g++) {
                        for (int u = 0; u < SIZES[4]; u++) {
                            points.add(new Point(a, c, k, g, u));
                        }
                    }
                }
            }
        }
        return points;
    }

    static SmallTable drawn(long seed) {
        Random random = new Random(seed);
        NavigableMap<Integer, NavigableMap<Integer, Literal>> rows = new TreeMap<>();
        put(rows, 0, HEADINGS);
        List<Line> lines = new ArrayList<>();
        int blank = random.nextInt(3);
        for (int at = 1; at <= 1 + random.nextInt(5); at++) {
            List<String> cells = new ArrayList<>(List.of("R" + at, random.nextInt(4) == 0 ? "7.3.1" : "6.3.1"));
            List<List<Integer>> decided = new ArrayList<>();
            List<List<Integer>> written = new ArrayList<>();
            Line twin = at > 1 && random.nextInt(6) == 0 ? lines.get(at - 2) : null;
            for (int column = 0; twin == null && column < SIZES.length; column++) {
                cells.add(random.nextInt(3) < blank ? "-" : Cells.draw(column, random, decided, written));
                if (decided.size() == column) {
                    decided.add(Cells.all(column));
                    written.add(Cells.all(column));
                }
            }
            if (twin != null) {
                int above = at - 1;
                IntStream.range(2, 7).forEach(column -> cells.add(rows.get(above).get(column).shown()));
                decided = twin.decided();
                written = twin.written();
            }
            int cap = 100 * (1 + random.nextInt(3));
            cells.addAll(List.of(String.valueOf(cap), "后补助"));
            put(rows, at, cells);
            lines.add(new Line(cells.get(0), cells.get(1), cap, decided, written));
        }
        String hit = List.of("首条", "首条", "唯一", "累计").get(random.nextInt(4));
        return new SmallTable(hit, lines, rows);
    }

    TypedTable typed() {
        Problems problems = new Problems("small.xlsx");
        TypedTable typed = TableReader.of("small", DICTIONARY, new Sheet("小表", cells, List.of(), false, new java.util.TreeSet<>(), new java.util.TreeSet<>()), "small.xlsx", problems).read(hit);
        if (!problems.found().isEmpty()) {
            throw new AssertionError(problems.found());
        }
        return typed;
    }

    SmallTable plus(Map<String, String> row) {
        NavigableMap<Integer, NavigableMap<Integer, Literal>> more = new TreeMap<>(cells);
        put(more, cells.lastKey() + 1, HEADINGS.stream().map(row::get).toList());
        return new SmallTable(hit, lines, more);
    }

    private static void put(NavigableMap<Integer, NavigableMap<Integer, Literal>> rows, int at, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            rows.computeIfAbsent(at, row -> new TreeMap<>()).put(column, cells.get(column).endsWith("00")
                    ? Literal.of(new BigDecimal(cells.get(column))) : Literal.written(cells.get(column)));
        }
    }

    /** Which value of an axis a point has. */
    static int on(Axis axis, Point point) {
        int column = HEADINGS.indexOf(axis.heading()) - 2;
        int value = point.on(column);
        if (column > 1) {
            String word = List.of(List.of("创新中心", "开放平台"), GRADES, List.of("否", "是")).get(column - 2).get(value);
            return axis.values().stream().map(Axis.Value::word).toList().indexOf(word);
        }
        BigDecimal figure = column == 0 ? new BigDecimal(value).divide(BigDecimal.valueOf(2)) : new BigDecimal(value);
        for (int at = 0; at < axis.values().size(); at++) {
            Interval span = axis.values().get(at).span();
            boolean above = span.from() == null || figure.compareTo(span.from()) > 0 || span.fromIn() && figure.compareTo(span.from()) == 0;
            boolean below = span.to() == null || figure.compareTo(span.to()) < 0 || span.toIn() && figure.compareTo(span.to()) == 0;
            if (above && below) {
                return at;
            }
        }
        throw new AssertionError(axis + " lacks " + figure);
    }

    static boolean in(List<Box> boxes, Axes axes, Point point) {
        return boxes.stream().anyMatch(box -> {
            for (int at = 0; at < axes.list().size(); at++) {
                if (!box.side(at).get(on(axes.get(at), point))) {
                    return false;
                }
            }
            return true;
        });
    }
}
