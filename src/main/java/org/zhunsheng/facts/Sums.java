package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The arithmetic of a share with a limit, to the fen and never rounded up. */
final class Sums {

    private Sums() {
    }

    static BigDecimal share(BigDecimal base, BigDecimal ratePercent, BigDecimal capYuan) {
        BigDecimal share = base.multiply(ratePercent).movePointLeft(2).setScale(2, RoundingMode.DOWN);
        return capYuan == null ? share : share.min(capYuan);
    }
}
