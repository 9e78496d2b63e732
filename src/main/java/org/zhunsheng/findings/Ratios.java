package org.zhunsheng.findings;

import static org.zhunsheng.findings.Evidence.Test.AT_LEAST;
import static org.zhunsheng.findings.Evidence.Test.AT_MOST;
import static org.zhunsheng.findings.Evidence.Test.SUPPLIED;

import java.math.BigDecimal;
import org.zhunsheng.facts.Known;

/** Operators on two amounts, compared exactly. */
public final class Ratios {

    private Ratios() {
    }

    /** A share of a whole, compared without dividing. Of nothing there is no share; a part beyond its whole is a mistake to clear up. */
    public static Verdict shareAtLeast(Known<BigDecimal> part, Known<BigDecimal> whole, Number percent) {
        if (!part.isValue() || !whole.isValue()) {
            return Operators.all(Operators.supplied(part), Operators.supplied(whole));
        }
        if (part.value().compareTo(whole.value()) > 0) {
            return Verdict.unknown(new Evidence(part, AT_MOST, whole.value(), Truth.UNKNOWN), Known.missing(part.name()));
        }
        BigDecimal least = Operators.decimal(percent).multiply(whole.value()).movePointLeft(2);
        Truth truth = Truth.of(whole.value().signum() > 0 && part.value().compareTo(least) >= 0);
        return Verdict.of(truth, new Evidence(part, AT_LEAST, least, truth));
    }

    /** Growth over an earlier figure, compared without dividing. */
    public static Verdict grewAtLeast(Known<BigDecimal> later, Known<BigDecimal> earlier, Known<BigDecimal> percent) {
        if (!later.isValue() || !earlier.isValue() || !percent.isValue()) {
            return Operators.all(Operators.supplied(later), Operators.supplied(earlier), Operators.supplied(percent));
        }
        BigDecimal least = earlier.value().add(percent.value().multiply(earlier.value()).movePointLeft(2));
        Truth truth = Truth.of(later.value().compareTo(least) >= 0);
        return Verdict.of(truth, new Evidence(later, AT_LEAST, least, truth), new Evidence(percent, SUPPLIED, true, Truth.MET));
    }

    public static Verdict rose(Known<BigDecimal> later, Known<BigDecimal> earlier) {
        return !earlier.isValue() ? Operators.all(Operators.supplied(later), Operators.supplied(earlier)) : Operators.moreThan(later, earlier.value());
    }
}
