package org.zhunsheng.facts;

import java.math.BigDecimal;

/** A loan for an upgrade. */
@Block("upgrade.loans[]")
public record UpgradeLoan(
        @Fact("贷款编号") Known<String> loan,
        @Fact("区内银行发放") Known<Boolean> bankInArea,
        @Fact(value = "单笔贷款额度", unit = "元", min = "0") Known<BigDecimal> amountYuan,
        @Fact(value = "实际发生的利息", unit = "元", min = "0") Known<BigDecimal> interestIncurredYuan) {
}
