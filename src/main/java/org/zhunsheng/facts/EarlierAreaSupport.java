package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Support under an earlier policy of the area. */
@Block("earlierAreaSupport[]")
public record EarlierAreaSupport(
        @Fact("政策名称") Known<String> policy,
        @Fact("印发日期") Known<LocalDate> issuedOn,
        @Fact("同一事项") Known<Boolean> sameMatter,
        @Fact(value = "金额", unit = "元", min = "0") Known<BigDecimal> amountYuan,
        @Fact("已经兑现") Known<Boolean> alreadyPaid) {
}
