package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One thing the rows of a table ask: a fact, one item of a list, or a point that a person decides. Its values are cut at every figure
 * of every cell, so that no row tells two applicants apart that have the same values; worst first where they have an order.
 *
 * @param key the {@link FactPath}, the {@link Item} of a list, or the point
 * @param columns the headings of all columns that ask it
 */
record Axis(Object key, List<String> columns, String heading, Kind kind, BigDecimal scale, List<Value> values) {

    enum Kind { FIGURE, DAY, GRADE, YES_NO, CODE }

    /** One item of a fact that is a list: whether it is there. */
    record Item(FactPath fact, Constant item) {
    }

    /** A point that a person decides; its grades, best first, or none where he says yes or no. */
    record Point(String name, List<String> scale) {
    }

    /**
     * An elementary value: what stands for it in an example; how cells and readers call it; the figures it spans, if it is one; and whether
     * a cell can name it at all.
     */
    record Value(Object sample, String word, Interval span, boolean listed) {
    }

    BitSet all() {
        BitSet all = new BitSet(values.size());
        all.set(0, values.size());
        return all;
    }

    /** The values an analyst can write into a cell; what is not listed is outside what the table is about. */
    BitSet listed() {
        BitSet listed = new BitSet(values.size());
        IntStream.range(0, values.size()).filter(value -> values.get(value).listed()).forEach(listed::set);
        return listed;
    }

    boolean isFull(BitSet side) {
        return side.cardinality() == values.size();
    }

    /** Whoever has more is in as well. */
    boolean isUpward(BitSet side) {
        return side.nextClearBit(side.nextSetBit(0)) == values.size();
    }

    boolean isDownward(BitSet side) {
        return side.cardinality() == side.length();
    }

    BitSet range(int from, int to) {
        BitSet range = new BitSet(values.size());
        range.set(from, to);
        return range;
    }

    /** What a cell says that takes exactly these values, as far as one cell can. */
    String cell(BitSet side) {
        if (isFull(side)) {
            return "-";
        }
        if (kind == Kind.GRADE) {
            return values.get(side.nextSetBit(0)).word();
        }
        if (kind != Kind.FIGURE) {
            return side.stream().mapToObj(values::get).filter(Value::listed).map(Value::word).collect(Collectors.joining("、"));
        }
        int first = side.nextSetBit(0);
        Interval from = values.get(first).span();
        int end = side.nextClearBit(first);
        Interval to = values.get(end - 1).span();
        return from == null ? values.get(first).word()
                : (end == values.size() ? new Interval(from.from(), from.fromIn(), null, false) : new Interval(from.from(), from.fromIn(), to.to(), to.toIn()))
                        .written(scale);
    }
}
