package org.zhunsheng.facts;

import java.math.BigDecimal;

/** What was approved and is to be paid (拟拨付的支持). */
public record Approved(
        @Fact("核定档次条款") Known<String> tier,
        @Fact(value = "核定金额", unit = "元", min = "0") Known<BigDecimal> amountYuan,
        @Fact("支持方式") Known<PaymentMode> paymentMode,
        @Fact("公示期满无异议") Known<Boolean> publicityFinishedWithoutObjection,
        @Fact("已签订协议或任务书") Known<Boolean> agreementSigned) {
}
