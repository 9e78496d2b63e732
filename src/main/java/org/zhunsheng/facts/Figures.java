package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Figures that rules on dates and counts take from a decision table (years of operation, look-backs, working days), by clause
 * and, where a clause has several, by what they apply to.
 */
public record Figures(Map<String, BigDecimal> byClause) {

    public BigDecimal at(String clause) {
        BigDecimal figure = byClause.get(clause);
        if (figure == null) {
            throw new IllegalStateException("参数表中没有条款 " + clause + " 的数值");
        }
        return figure;
    }

    /** One figure for each kind: "15.2.3" for {@code TRAINING} stands under "15.2.3#TRAINING". */
    public BigDecimal at(String clause, Object kind) {
        return at(clause + "#" + kind);
    }

    /** A figure that is issued every year, or null where the table does not hold that year. */
    public BigDecimal ofYear(String clause, int year) {
        return byClause.get(clause + "#" + year);
    }

    /** A whole number of years, months, days or companies. */
    public int whole(String clause) {
        return at(clause).intValueExact();
    }
}
