package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Compose;
import org.zhunsheng.policy.Policy;

/**
 * A table drawn into the space of all applicants: each row the boxes in which it holds. Rows in the order in which they count, which is
 * the ledger's where it says so: sorting a sheet changes nothing.
 */
record Drawn(TypedTable table, Axes axes, List<Row> rows, List<List<Box>> decided, List<List<Box>> written, int[] direction) {

    static Drawn of(TypedTable table, Dictionary dictionary, Policy policy) {
        Axes axes = Axes.of(table, dictionary);
        List<Row> rows = inOrder(table, policy);
        List<List<Box>> decided = rows.stream().map(row -> axes.of(row, Axes.Reading.DECIDED)).toList();
        return new Drawn(table, axes, rows, decided, rows.stream().map(row -> axes.of(row, Axes.Reading.WRITTEN)).toList(),
                IntStream.range(0, axes.list().size()).map(at -> direction(axes.get(at), decided.stream().flatMap(List::stream).map(box -> box.side(at))))
                        .toArray());
    }

    /** Rows as they count. */
    static List<Row> inOrder(TypedTable table, Policy policy) {
        List<Row> rows = new ArrayList<>(table.rows());
        List<String> first = order(rows, policy);
        rows.sort((one, other) -> first.indexOf(one.clause()) - first.indexOf(other.clause()));
        return List.copyOf(rows);
    }

    /** The clauses of all rows as the ledger takes the first of them; none where it does not. */
    private static List<String> order(List<Row> rows, Policy policy) {
        return policy.clauses().stream().filter(clause -> clause.compose() != null).flatMap(clause -> firsts(clause.compose()).stream())
                .filter(order -> rows.stream().allMatch(row -> order.contains(row.clause()))).findFirst().orElse(List.of());
    }

    private static List<List<String>> firsts(Compose compose) {
        List<List<String>> found = new ArrayList<>();
        if (compose instanceof Compose.FirstOf) {
            List<String> order = new ArrayList<>();
            compose.clauses(order::add);
            found.add(order);
        }
        compose.parts().forEach(part -> found.addAll(firsts(part)));
        return found;
    }

    boolean takesOne() {
        return !table.hitPolicy().equals("累计");
    }

    List<Box> before(int row) {
        return decided.subList(0, row).stream().flatMap(List::stream).toList();
    }

    static List<Box> all(List<List<Box>> boxes) {
        return boxes.stream().flatMap(List::stream).toList();
    }

    /** Whether more, less or neither is asked on an axis: 1, -1, 0. */
    private static int direction(Axis axis, Stream<BitSet> sides) {
        List<BitSet> asked = sides.filter(side -> !axis.isFull(side)).toList();
        boolean up = asked.stream().anyMatch(axis::isUpward);
        boolean down = asked.stream().anyMatch(axis::isDownward);
        return axis.kind() == Axis.Kind.CODE || up == down ? 0 : up ? 1 : -1;
    }

    /** The best of a box, on whom the table itself is asked whether it is as said. */
    Map<String, String> example(Box box, Predicate<List<Row>> shows) {
        Map<Integer, Integer> chosen = new HashMap<>();
        Map<String, String> example = new LinkedHashMap<>();
        for (int at = 0; at < axes.list().size(); at++) {
            int axis = at;
            BitSet side = box.side(at);
            int[] listed = side.stream().filter(value -> axes.get(axis).values().get(value).listed()).toArray();
            int value = listed.length == 0 ? side.length() - 1 : direction[at] < 0 ? listed[0] : listed[listed.length - 1];
            chosen.put(at, value);
            example.put(axes.get(at).heading(), axes.get(at).values().get(value).word());
        }
        Supposed applicant = axes.suppose(chosen, Readings.DEFAULTS);
        List<Row> holding = table.evaluate(applicant).stream()
                .filter(answer -> answer.said().stream().allMatch(said -> said.verdict().truth() == Truth.MET)).map(TypedTable.Answer::row).toList();
        if (!shows.test(holding)) {
            throw new IllegalStateException(table.id() + "：" + example + " 不能证明所说的问题，成立的是 " + holding.stream().map(Row::id).toList());
        }
        return example;
    }

    /** Likewise of the cells as they are written: in every row one of them does not take him. */
    Map<String, String> exampleAsWritten(Box box) {
        return example(box, holding -> all(written).stream().noneMatch(box::meets));
    }

    Flaw flaw(Flaw.Kind kind, List<Row> about, List<String> columns, String detail, String english, List<Map<String, String>> examples) {
        return new Flaw(kind, table.id(), about.stream().map(Row::id).toList(), columns, about.isEmpty() ? "" : about.get(0).place(), detail, english,
                examples, Map.of());
    }

    /** The axes on which a box asks something, by their headings. */
    List<String> asked(Box box) {
        return IntStream.range(0, axes.list().size()).filter(at -> !axes.get(at).isFull(box.side(at))).mapToObj(at -> axes.get(at).heading()).toList();
    }
}
