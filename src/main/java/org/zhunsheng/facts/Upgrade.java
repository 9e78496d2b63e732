package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Technical or intelligent upgrading on a loan. */
public record Upgrade(
        @Fact("区内企业") Known<Boolean> inAreaEnterprise,
        @Fact("实施技术或智能化改造") Known<Boolean> technicalOrIntelligent,
        @Fact("贷款") Known<List<UpgradeLoan>> loans,
        @Fact(value = "已获得的贴息", unit = "元", min = "0") Known<BigDecimal> interestSubsidyReceivedYuan,
        @Fact(value = "其中本年度获得的贴息", unit = "元", min = "0") Known<BigDecimal> interestSubsidyReceivedThisYearYuan) {

    /** Finer than any sum that is paid, so that cutting a loan does not show in it. */
    private static final int BEYOND_THE_FEN = 10;

    /** Interest of the loans within the range, each by itself; of a larger one none, or as much as falls on the largest admitted (A8-20, A8-21). */
    @Derived({"upgrade.loans", "upgrade.loans[].bankInArea", "upgrade.loans[].amountYuan", "upgrade.loans[].interestIncurredYuan"})
    public Known<BigDecimal> interest(BigDecimal from, BigDecimal to, Readings readings) {
        if (!loans.isValue()) {
            return Known.lacking(loans);
        }
        BigDecimal sum = BigDecimal.ZERO;
        Gaps gaps = new Gaps();
        for (UpgradeLoan one : loans.value()) {
            boolean outside = one.amountYuan().isValue() && !counts(one.amountYuan().value(), from, to, readings);
            if (one.bankInArea().is(false) || outside || gaps.in(one.bankInArea(), one.amountYuan(), one.interestIncurredYuan())) {
                continue;
            }
            BigDecimal interest = one.interestIncurredYuan().value();
            BigDecimal amount = one.amountYuan().value();
            sum = sum.add(amount.compareTo(to) <= 0 ? interest : interest.multiply(to).divide(amount, BEYOND_THE_FEN, RoundingMode.DOWN));
        }
        return gaps.any() ? gaps.lacking() : Known.of("upgrade.interest", sum);
    }

    private static boolean counts(BigDecimal amount, BigDecimal from, BigDecimal to, Readings readings) {
        int least = readings.is("A8-20", "STRICT_LOWER_BOUND") ? 1 : 0;
        return amount.compareTo(from) >= least && (amount.compareTo(to) <= 0 || readings.is("A8-21", "CUT"));
    }

    /** What the limit of the enterprise still leaves, for good or this year (A8-22). */
    @Derived({"upgrade.interestSubsidyReceivedYuan", "upgrade.interestSubsidyReceivedThisYearYuan"})
    public BigDecimal left(BigDecimal cap, Readings readings) {
        Known<BigDecimal> received = readings.is("A8-22", "YEAR") ? interestSubsidyReceivedThisYearYuan : interestSubsidyReceivedYuan;
        return received.isValue() ? cap.subtract(received.value()).max(BigDecimal.ZERO) : cap;
    }
}
