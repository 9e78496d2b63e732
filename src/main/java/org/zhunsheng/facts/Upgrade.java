package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;

/** Technical or intelligent upgrading on a loan. */
public record Upgrade(
        @Fact("区内企业") Known<Boolean> inAreaEnterprise,
        @Fact("实施技术或智能化改造") Known<Boolean> technicalOrIntelligent,
        @Fact("贷款") Known<List<UpgradeLoan>> loans,
        @Fact(value = "已获得的贴息", unit = "元", min = "0") Known<BigDecimal> interestSubsidyReceivedYuan) {

    /** Interest of the loans within the range, each looked at by itself (A8-20, A8-21). */
    @Derived({"upgrade.loans", "upgrade.loans[].bankInArea", "upgrade.loans[].amountYuan", "upgrade.loans[].interestIncurredYuan"})
    public Known<BigDecimal> interest(BigDecimal from, BigDecimal to, Readings readings) {
        if (!loans.isValue()) {
            return Known.lacking(loans);
        }
        BigDecimal sum = BigDecimal.ZERO;
        Gaps gaps = new Gaps();
        for (UpgradeLoan one : loans.value()) {
            if (one.bankInArea().is(false) || gaps.in(one.bankInArea(), one.amountYuan())) {
                continue;
            }
            int above = one.amountYuan().value().compareTo(from);
            boolean reached = readings.is("A8-20", "STRICT_LOWER_BOUND") ? above > 0 : above >= 0;
            if (reached && one.amountYuan().value().compareTo(to) <= 0 && !gaps.in(one.interestIncurredYuan())) {
                sum = sum.add(one.interestIncurredYuan().value());
            }
        }
        return gaps.any() ? gaps.lacking() : Known.of("upgrade.interest", sum);
    }

    /** What the limit of the enterprise still leaves (A8-22). */
    @Derived("upgrade.interestSubsidyReceivedYuan")
    public BigDecimal left(BigDecimal cap) {
        return interestSubsidyReceivedYuan.isValue() ? cap.subtract(interestSubsidyReceivedYuan.value()).max(BigDecimal.ZERO) : cap;
    }
}
