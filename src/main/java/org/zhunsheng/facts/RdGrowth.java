package org.zhunsheng.facts;

import java.math.BigDecimal;

/** R&D spending of a year against the target of that year. */
public record RdGrowth(
        @Fact("大中型重点企业") Known<Boolean> largeOrMediumKeyEnterprise,
        @Fact("专精特新“小巨人”企业") Known<Boolean> littleGiant,
        @Fact(value = "当年研发费用", unit = "元", min = "0") Known<BigDecimal> rdExpenseYuan,
        @Fact(value = "当年研发费用目标值", unit = "元", min = "0") Known<BigDecimal> rdExpenseTargetYuan,
        @Fact(value = "上一年研发费用", unit = "元", min = "0") Known<BigDecimal> rdExpensePreviousYearYuan,
        @Fact(value = "研发费用增速目标", unit = "%", min = "0", max = "1000") Known<BigDecimal> rdGrowthTargetPercent) {

    /** What was spent beyond the target, however the target is stated (A8-13, A8-14). */
    @Derived({"rdGrowth.rdExpenseYuan", "rdGrowth.rdExpenseTargetYuan", "rdGrowth.rdExpensePreviousYearYuan", "rdGrowth.rdGrowthTargetPercent"})
    public Known<BigDecimal> excess() {
        BigDecimal target = rdExpenseTargetYuan.isValue() ? rdExpenseTargetYuan.value()
                : rdExpensePreviousYearYuan.isValue() && rdGrowthTargetPercent.isValue() ? rdExpensePreviousYearYuan.value()
                        .add(rdExpensePreviousYearYuan.value().multiply(rdGrowthTargetPercent.value()).movePointLeft(2)) : null;
        return target == null ? Known.lacking(rdExpenseYuan, rdExpenseTargetYuan) : !rdExpenseYuan.isValue() ? Known.lacking(rdExpenseYuan)
                : Known.of("rdGrowth.excess", rdExpenseYuan.value().subtract(target));
    }

    /** What the reward is drawn from: the excess, or all that was spent more than the year before (A8-14). */
    @Derived({"rdGrowth.rdExpenseYuan", "rdGrowth.rdExpensePreviousYearYuan"})
    public Known<BigDecimal> rewarded(Readings readings) {
        if (!readings.is("A8-14", "GROWTH")) {
            return excess();
        }
        return !rdExpenseYuan.isValue() ? Known.lacking(rdExpenseYuan, rdExpensePreviousYearYuan)
                : rdExpensePreviousYearYuan.map("rdGrowth.growth", rdExpenseYuan.value()::subtract);
    }
}
