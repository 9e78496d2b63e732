package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** One fact that would have to be otherwise: as it was, and as it would be. */
public record Change(String fact, Object from, Object to) {

    private static final int SCALE = 9;
    private static final int DAYS_OF_A_YEAR = 365;

    /**
     * How far that is, to choose between sets of equally many facts: of a figure, the part of the larger of both values; of a day, the part
     * of a year; of a yes or no or a code, one.
     */
    public BigDecimal distance() {
        if (from instanceof LocalDate day) {
            long days = Math.abs(ChronoUnit.DAYS.between(day, (LocalDate) to));
            return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(DAYS_OF_A_YEAR), SCALE, RoundingMode.HALF_UP);
        }
        if (!(from instanceof Number)) {
            return BigDecimal.ONE;
        }
        BigDecimal before = Candidates.number(from);
        BigDecimal after = Candidates.number(to);
        return after.subtract(before).abs().divide(before.abs().max(after.abs()), SCALE, RoundingMode.HALF_UP);
    }
}
