package org.zhunsheng.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How far a figure stands from its threshold.
 *
 * @param permille of the threshold, rounded away from it below and towards it above: -1 is just below, 0 is on it or just above
 * @param upwards  whether the condition is met above
 */
record Nearness(int permille, boolean upwards) {

    /** Farther away nobody looks for a cluster at the threshold. */
    static final int FARTHEST = 250;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** What stands exactly on the threshold counts to the side on which it has the same verdict. */
    static Optional<Nearness> of(String test, BigDecimal value, BigDecimal threshold) {
        boolean upwards = "AT_LEAST".equals(test) || "MORE_THAN".equals(test);
        if (threshold.signum() == 0 || !upwards && !"AT_MOST".equals(test) && !"LESS_THAN".equals(test)) {
            return Optional.empty();
        }
        boolean onItIsBelow = "MORE_THAN".equals(test) || "AT_MOST".equals(test);
        BigDecimal apart = value.subtract(threshold).multiply(THOUSAND).divide(threshold.abs(), 6, RoundingMode.HALF_UP);
        if (apart.abs().compareTo(BigDecimal.valueOf(FARTHEST)) >= 0) {
            return Optional.empty();
        }
        int permille = apart.setScale(0, onItIsBelow ? RoundingMode.CEILING : RoundingMode.FLOOR).intValueExact();
        return Optional.of(new Nearness(onItIsBelow ? permille - 1 : permille, upwards));
    }
}
