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

    /** Figures at which the answer may turn. */
    default List<BigDecimal> figures() {
        return List.of();
    }

    /** Readings the operator asks for, each with the options that make a difference. */
    default Map<String, List<String>> readings() {
        return Map.of();
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
