package org.zhunsheng.affected;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * What was counted in a sample, and what it says of all that the sample was drawn from. None is drawn twice: the more of them were drawn the
 * less is left to chance, and where all were, nothing.
 *
 * @param variance null where it is not known: one that was drawn of several says nothing of how they differ
 */
record Estimate(BigDecimal counted, BigDecimal total, BigDecimal variance) {

    static final Estimate NOTHING = new Estimate(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** @param found in those of the drawn where there is something; in the others there is nothing */
    static Estimate of(int population, int drawn, Collection<BigDecimal> found) {
        BigDecimal sum = sum(found);
        BigDecimal n = BigDecimal.valueOf(drawn);
        BigDecimal total = sum.multiply(BigDecimal.valueOf(population)).divide(n, MathContext.DECIMAL128);
        if (drawn == population) {
            return new Estimate(sum, total, BigDecimal.ZERO);
        }
        if (drawn == 1) {
            return new Estimate(sum, total, null);
        }
        BigDecimal squares = sum(found.stream().map(each -> each.multiply(each)).toList());
        BigDecimal spread = n.multiply(squares).subtract(sum.multiply(sum)).divide(n.multiply(n.subtract(BigDecimal.ONE)), MathContext.DECIMAL128);
        BigDecimal left = BigDecimal.valueOf(population).multiply(BigDecimal.valueOf(population - drawn)).divide(n, MathContext.DECIMAL128);
        return new Estimate(sum, total, spread.multiply(left));
    }

    private static BigDecimal sum(Collection<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Strata are drawn without regard to each other. */
    Estimate and(Estimate other) {
        return new Estimate(counted.add(other.counted), total.add(other.total), variance == null || other.variance == null ? null : variance.add(other.variance));
    }

    BigDecimal rounded() {
        return rounded(total);
    }

    /** The standard error; null where it is not known. */
    BigDecimal error() {
        return variance == null ? null : rounded(variance.sqrt(MathContext.DECIMAL128));
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }
}
