package org.zhunsheng.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.zhunsheng.wire.ProblemCode;

/**
 * What these readings, chosen together instead of their defaults, would make of a decision.
 *
 * @param changes what would be different; empty where the readings change nothing
 * @param to      the decision under them, null where there would be none
 * @param problem why there would be no decision, null where there is one
 */
public record Sensitivity(SortedMap<String, String> readings, List<String> changes, Decision to, ProblemCode problem) {

    static Sensitivity of(SortedMap<String, String> readings, Decision from, Decision to) {
        List<String> changes = new ArrayList<>();
        if (!equal(from.maxAmountYuan(), to.maxAmountYuan()) || !equal(from.amountRange(), to.amountRange())) {
            changes.add("AMOUNT");
        }
        if (from.outcome() != to.outcome()) {
            changes.add("OUTCOME");
        }
        if (!Objects.equals(from.tier(), to.tier())) {
            changes.add("TIER");
        }
        return new Sensitivity(readings, changes, to, null);
    }

    private static boolean equal(Decision.Range one, Decision.Range other) {
        return one == null || other == null ? one == other : equal(one.fromYuan(), other.fromYuan()) && equal(one.toYuan(), other.toYuan());
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
