package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.util.List;

/**
 * What would make a decision better: the fewest facts that would have to be otherwise and what would come of it, or, where no lawful change
 * does it, the clauses that bar it. Where nothing better exists there is no lift at all.
 */
public record Lift(Goal goal, List<Change> changes, String outcome, BigDecimal mostYuan, String tier, List<Bar> bars) {

    /** No refusal any more, or more money. */
    public enum Goal { OUTCOME, AMOUNT }

    /** A clause that no lawful change of a fact can turn, and the codes of the reasons why. */
    public record Bar(String clause, List<String> reasons) {
    }
}
