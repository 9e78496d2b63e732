package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A figure with its relation, or two figures with their brackets; an open side is null. */
record Interval(BigDecimal from, boolean fromIn, BigDecimal to, boolean toIn) {

    enum Relation {
        AT_LEAST("atLeast"), MORE_THAN("moreThan"), EQUAL_TO("equalTo"), AT_MOST("atMost"), LESS_THAN("lessThan"), WITHIN("within");

        final String operator;

        Relation(String operator) {
            this.operator = operator;
        }
    }

    private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,10})?)";
    private static final Pattern COMPARED = Pattern.compile("(>=|>|<=|<|=|)\\s*" + NUMBER);
    private static final Pattern BETWEEN = Pattern.compile("([\\[(])\\s*" + NUMBER + "\\s*,\\s*" + NUMBER + "\\s*([\\])])");

    /** Thousands separators are no part of it: "10,000" could as well be two figures. */
    static Interval parse(Literal literal, String allowed) throws Refused {
        if (literal.value() instanceof BigDecimal number) {
            return exactly(number);
        }
        String text = literal.value() instanceof String string ? string : "";
        Matcher compared = COMPARED.matcher(text);
        if (compared.matches()) {
            BigDecimal figure = Literal.plain(new BigDecimal(compared.group(2)));
            return switch (compared.group(1)) {
                case ">=" -> new Interval(figure, true, null, false);
                case ">" -> new Interval(figure, false, null, false);
                case "<=" -> new Interval(null, false, figure, true);
                case "<" -> new Interval(null, false, figure, false);
                default -> exactly(figure);
            };
        }
        Matcher between = BETWEEN.matcher(text);
        if (!between.matches()) {
            throw new Refused(allowed);
        }
        Interval interval = new Interval(Literal.plain(new BigDecimal(between.group(2))), between.group(1).equals("["),
                Literal.plain(new BigDecimal(between.group(3))), between.group(4).equals("]"));
        if (interval.from.compareTo(interval.to) >= 0) {
            throw new Refused("区间的下限应小于上限");
        }
        return interval;
    }

    private static Interval exactly(BigDecimal figure) {
        return new Interval(figure, true, figure, true);
    }

    /** The shape of tiers: from a figure on, or up to but without the next tier's figure. */
    boolean isBand() {
        return fromIn && !toIn;
    }

    Relation relation() {
        if (to == null) {
            return fromIn ? Relation.AT_LEAST : Relation.MORE_THAN;
        }
        if (from == null) {
            return toIn ? Relation.AT_MOST : Relation.LESS_THAN;
        }
        return from.equals(to) ? Relation.EQUAL_TO : Relation.WITHIN;
    }

    String brackets() {
        return (fromIn ? "[" : "(") + (toIn ? "]" : ")");
    }

    /** As a cell says it, in the unit of its column. */
    String written(BigDecimal scale) {
        Function<BigDecimal, String> figure = yuan -> Literal.plain(yuan.divide(scale)).toPlainString();
        if (from == null || to == null) {
            return from == null && to == null ? "-" : from == null ? (toIn ? "<=" : "<") + figure.apply(to) : (fromIn ? ">=" : ">") + figure.apply(from);
        }
        return from.equals(to) ? figure.apply(from) : brackets().charAt(0) + figure.apply(from) + "," + figure.apply(to) + brackets().charAt(1);
    }

    Interval times(BigDecimal scale) {
        return new Interval(from == null ? null : Literal.plain(from.multiply(scale)), fromIn,
                to == null ? null : Literal.plain(to.multiply(scale)), toIn);
    }

    List<BigDecimal> figures() {
        return Stream.of(from, to).filter(Objects::nonNull).distinct().toList();
    }
}
