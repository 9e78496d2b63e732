package org.zhunsheng.facts;

import java.math.BigDecimal;

/** The budget of the year (年度预算). */
public record Budget(
        @Fact(value = "年度预算余额", unit = "元", min = "0") Known<BigDecimal> annualBudgetRemainingYuan) {
}
