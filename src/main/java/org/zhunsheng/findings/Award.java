package org.zhunsheng.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhunsheng.facts.PaymentMode;

/**
 * What a clause yields when it is met: at most {@code ceilingYuan}, never an entitlement. Rate, base and cap are kept beside
 * the result, so that the arithmetic can be shown without repeating it.
 */
public record Award(BigDecimal ceilingYuan, BigDecimal ratePercent, BigDecimal baseYuan, BigDecimal capYuan,
                    PaymentMode paymentMode, boolean provisional) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public static Award upTo(BigDecimal capYuan, PaymentMode mode) {
        return new Award(capYuan, null, null, capYuan, mode, false);
    }

    /** Policy services carry no sum. */
    public static Award services(PaymentMode mode) {
        return new Award(null, null, null, null, mode, false);
    }

    /** Both limits bind, so the lower one counts; a maximum is never rounded up (A10). */
    public static Award share(BigDecimal ratePercent, BigDecimal baseYuan, BigDecimal capYuan, int scale, RoundingMode rounding,
                              PaymentMode mode, boolean provisional) {
        BigDecimal byRate = baseYuan.multiply(ratePercent).divide(HUNDRED).setScale(scale, rounding);
        return new Award(byRate.min(capYuan), ratePercent, baseYuan, capYuan, mode, provisional);
    }
}
