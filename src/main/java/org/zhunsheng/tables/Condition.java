package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.findings.Verdict;

/**
 * What a cell, or several of them together, demand. Each writes itself as the call of one operator and can make that very call:
 * the rule the engine fires and the table's own answer have one source, and still go two ways, so that holding them against each
 * other shows a mistake in either.
 */
interface Condition {

    /** As it stands in the rule. */
    String drl();

    /** What the same operator says of this record. */
    Verdict test(Object from);

    /** The facts it looks at, each with the figures at which its answer may turn. */
    default Map<FactPath, List<BigDecimal>> facts() {
        return Map.of();
    }

    /** The discretion points it may need, each with its grades, best first; no grades where a person says yes or no. */
    default Map<String, List<String>> points() {
        return Map.of();
    }

    /** Readings the operator asks for, each with the options that make a difference. */
    default Map<String, List<String>> readings() {
        return Map.of();
    }

    /** What it is joined from. */
    default List<Condition> parts() {
        return List.of();
    }

    /** Up to which amount it yields; null where it yields none. */
    default BigDecimal most() {
        return null;
    }

    /** Where among all applicants it is met. */
    default List<Box> where(Axes axes, Axes.Reading reading) {
        return axes.tested(this, reading);
    }

    static String call(String operator, Object... arguments) {
        return Stream.of(arguments).map(Condition::written).collect(Collectors.joining(", ", operator + "( ", " )"));
    }

    /** Small whole numbers as int, larger ones as long, the rest exactly: a double is no figure of a legal text. */
    private static String written(Object argument) {
        if (argument instanceof BigDecimal number) {
            if (number.scale() > 0) {
                return "new java.math.BigDecimal(\"" + number.toPlainString() + "\")";
            }
            boolean small = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
            return number.toPlainString() + (small ? "" : "L");
        }
        if (argument instanceof Constant constant) {
            return constant.text();
        }
        if (argument instanceof Condition condition) {
            return condition.drl();
        }
        if (argument instanceof List<?> list) {
            return list.stream().map(Condition::written).collect(Collectors.joining(", "));
        }
        return argument instanceof String text ? "\"" + text + "\"" : String.valueOf(argument);
    }
}
