package org.zhunsheng.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;

/** Sums of money that rules by hand grant: what they are drawn from must be there and be more than nothing. */
public final class Grants {

    private Grants() {
    }

    /** A sum worked out from the facts, under a limit where there is one. */
    public static Verdict granting(Known<BigDecimal> sum, Award.Kind kind, BigDecimal capYuan) {
        Verdict some = Operators.moreThan(sum, 0);
        if (some.truth() == Truth.NOT_MET) {
            return some;
        }
        return sum.isValue() ? some.awarding(Award.of(kind, capYuan == null ? sum.value() : sum.value().min(capYuan), null))
                : capYuan == null ? some : some.awarding(Award.of(kind, capYuan, null));
    }

    public static Verdict granting(Known<BigDecimal> sum, Award.Kind kind) {
        return granting(sum, kind, null);
    }

    /** A rate without 最高 fixes the sum; with it the authority may stay below. */
    public static Verdict exactShare(BigDecimal ratePercent, Known<BigDecimal> base, BigDecimal capYuan) {
        return share(Award.Kind.EXACT, ratePercent, base, capYuan);
    }

    public static Verdict ceilingShare(BigDecimal ratePercent, Known<BigDecimal> base, BigDecimal capYuan) {
        return share(Award.Kind.CEILING, ratePercent, base, capYuan);
    }

    private static Verdict share(Award.Kind kind, BigDecimal ratePercent, Known<BigDecimal> base, BigDecimal capYuan) {
        Verdict some = Operators.moreThan(base, 0);
        if (base.isValue()) {
            return some.awarding(Award.share(kind, ratePercent, base.value(), capYuan, 2, RoundingMode.DOWN, null, false));
        }
        return capYuan == null ? some : some.awarding(Award.of(kind, capYuan, null));
    }

    /** The general cap reaches items that state a rate and no maximum, unless a rate is read as a special statement (A8-01). */
    public static BigDecimal generalCap(Readings readings, BigDecimal capYuan) {
        return readings.is("A8-01", "NO_RATE_EITHER") ? null : capYuan;
    }
}
