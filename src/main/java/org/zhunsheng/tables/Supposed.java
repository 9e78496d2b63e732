package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;

/**
 * An applicant as the columns of a table see him: what they ask, and the answer. A record of facts was the alternative; but what a
 * column asks may be drawn from several facts, and not every answer can be turned back into them.
 */
record Supposed(Map<FactPath, Object> facts, Judgements judgements, Readings readings, LocalDate day) {

    Object at(FactPath asked) {
        Class<?> type = asked.type();
        if (facts.containsKey(asked)) {
            return facts.get(asked);
        }
        if (type == Readings.class) {
            return readings;
        }
        if (type == Judgements.class) {
            return judgements;
        }
        if (type == LocalDate.class) {
            return day;
        }
        // what no cell asks only has to be there: a base of calculation, and whether it is provisional
        return type == boolean.class || type == Boolean.class ? false : Known.of(asked.toString(), BigDecimal.ONE);
    }
}
