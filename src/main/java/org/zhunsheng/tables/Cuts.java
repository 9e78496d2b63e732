package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cuts a column of figures into those its cells name and what lies between them. */
record Cuts(ColumnSpec column, boolean whole) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    List<Axis.Value> values(Collection<BigDecimal> named, Function<BigDecimal, Object> sample) {
        BigDecimal least = scaled(column.min());
        BigDecimal most = scaled(column.max());
        TreeSet<BigDecimal> figures = new TreeSet<>(whole ? named.stream().map(figure -> figure.setScale(0, RoundingMode.FLOOR)).toList() : named);
        Stream.of(least == null ? List.<BigDecimal>of() : List.of(least), most == null ? List.<BigDecimal>of() : List.of(most))
                .flatMap(List::stream).forEach(figures::add);
        figures.removeIf(figure -> least != null && figure.compareTo(least) < 0 || most != null && figure.compareTo(most) > 0);
        List<Axis.Value> values = new ArrayList<>();
        BigDecimal before = null;
        for (BigDecimal figure : figures) {
            if (before != null || least == null) {
                between(before, figure, sample, values);
            }
            values.add(value(new Interval(figure, true, figure, true), figure, sample));
            before = figure;
        }
        if (most == null) {
            between(before, null, sample, values);
        }
        return values;
    }

    private BigDecimal scaled(BigDecimal limit) {
        return limit == null ? null : Literal.plain(limit.multiply(column.scale()));
    }

    /** The example stands just below the upper figure, where it shows best what is missing. */
    private void between(BigDecimal from, BigDecimal to, Function<BigDecimal, Object> sample, List<Axis.Value> values) {
        BigDecimal step = whole ? BigDecimal.ONE : CENT;
        BigDecimal inside = to != null ? to.subtract(step) : from == null ? BigDecimal.ZERO : from.add(BigDecimal.ONE);
        if (from != null && inside.compareTo(from) <= 0) {
            if (whole) {
                return;
            }
            inside = from.add(to).divide(BigDecimal.valueOf(2));
        }
        values.add(value(new Interval(from, false, to, false), Literal.plain(inside), sample));
    }

    /** Whole numbers are spoken of from one up to the next, so that 3 and 4 are [3,5) and not (2,5). */
    private Axis.Value value(Interval span, BigDecimal example, Function<BigDecimal, Object> sample) {
        Interval spoken = !whole ? span : new Interval(span.from() == null ? null : span.fromIn() ? span.from() : span.from().add(BigDecimal.ONE), true,
                span.to() == null ? null : span.toIn() ? span.to().add(BigDecimal.ONE) : span.to(), false);
        return new Axis.Value(sample.apply(example), Literal.plain(example.divide(column.scale())).toPlainString(), spoken, true);
    }
}
