package org.zhunsheng.facts;

import java.math.BigDecimal;

/** Patents in a pool. */
public record PatentPool(
        @Fact("专利在专利池内") Known<Boolean> inRecognisedPool,
        @Fact(value = "当年年费等费用", unit = "元", min = "0") Known<BigDecimal> feesYearYuan) {
}
