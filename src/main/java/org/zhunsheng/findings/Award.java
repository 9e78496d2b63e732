package org.zhunsheng.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhunsheng.facts.PaymentMode;

/**
 * What a clause yields when it is met. Rate, base and cap are kept beside the result, so that the arithmetic can be shown
 * without repeating it; what kind of promise the sum is stands in {@code kind}.
 */
public record Award(Kind kind, BigDecimal ceilingYuan, BigDecimal ratePercent, BigDecimal baseYuan, BigDecimal capYuan,
                    PaymentMode paymentMode, boolean provisional) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** A sum the text fixes; a limit the authority may stay below; a limit without even a rate. The weakest promise comes last. */
    public enum Kind { EXACT, CEILING, DISCRETIONARY_CEILING }

    public static Award upTo(BigDecimal capYuan, PaymentMode mode) {
        return new Award(Kind.CEILING, capYuan, null, null, capYuan, mode, false);
    }

    public static Award of(Kind kind, BigDecimal yuan, PaymentMode mode) {
        return new Award(kind, yuan, null, null, kind == Kind.EXACT ? null : yuan, mode, false);
    }

    /** Policy services carry no sum. */
    public static Award services(PaymentMode mode) {
        return new Award(null, null, null, null, null, mode, false);
    }

    /** Both limits bind, so the lower one counts; a maximum is never rounded up (A10). */
    public static Award share(BigDecimal ratePercent, BigDecimal baseYuan, BigDecimal capYuan, int scale, RoundingMode rounding,
                              PaymentMode mode, boolean provisional) {
        return share(Kind.CEILING, ratePercent, baseYuan, capYuan, scale, rounding, mode, provisional);
    }

    public static Award share(Kind kind, BigDecimal ratePercent, BigDecimal baseYuan, BigDecimal capYuan, int scale, RoundingMode rounding,
                              PaymentMode mode, boolean provisional) {
        BigDecimal byRate = baseYuan.multiply(ratePercent).divide(HUNDRED).setScale(scale, rounding);
        return new Award(kind, capYuan == null ? byRate : byRate.min(capYuan), ratePercent, baseYuan, capYuan, mode, provisional);
    }

    /** Two sums that add up; the whole promises no more than its weakest part. */
    public Award plus(Award other) {
        if (ceilingYuan == null || other.ceilingYuan == null) {
            return ceilingYuan == null ? other : this;
        }
        return new Award(kind.compareTo(other.kind) < 0 ? other.kind : kind, ceilingYuan.add(other.ceilingYuan), null, null, null,
                paymentMode == other.paymentMode ? paymentMode : null, provisional || other.provisional);
    }
}
