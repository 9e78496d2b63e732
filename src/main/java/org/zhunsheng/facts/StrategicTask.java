package org.zhunsheng.facts;

import java.math.BigDecimal;

/** A task of national strategy (白菜心, exceptional tasks). */
public record StrategicTask(
        @Fact("承担“白菜心”工程") Known<Boolean> undertakesBaicaixinProject,
        @Fact(value = "工程研发投入", unit = "元", min = "0") Known<BigDecimal> rdInvestmentYuan,
        @Fact(value = "该工程已获得的支持", unit = "元", min = "0") Known<BigDecimal> supportReceivedYuan,
        @Fact("承担特别重大的国家战略科技任务") Known<Boolean> undertakesExceptionalTask) {
    /** What the unit's cap still leaves over the whole project (A8-06). */
    @Derived("strategicTask.supportReceivedYuan")
    public BigDecimal left(BigDecimal capYuan) {
        return supportReceivedYuan.isValue() ? capYuan.subtract(supportReceivedYuan.value()).max(BigDecimal.ZERO) : capYuan;
    }
}
