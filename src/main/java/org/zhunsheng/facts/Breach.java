package org.zhunsheng.facts;

import java.math.BigDecimal;

/** A breach that was found (违规认定). */
public record Breach(
        @Fact("以欺骗等手段取得支持") Known<Boolean> supportObtainedByDeception,
        @Fact(value = "已拨付金额", unit = "元", min = "0") Known<BigDecimal> amountAlreadyPaidYuan,
        @Fact("单位或相关人员有失信行为") Known<Boolean> dishonestConductByUnitOrPerson,
        @Fact("违反财经法律法规") Known<Boolean> financialLawViolation,
        @Fact("涉嫌犯罪") Known<Boolean> suspectedCrime) {
}
