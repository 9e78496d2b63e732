package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;

/** A conference or activity (学术会议及活动). */
public record Event(
        @Fact("活动类别") Known<Type> type,
        @Fact(value = "同时符合的另一类别", none = "不符合其他类别") Known<Type> alsoQualifiesAs,
        @Fact("已纳入中关村论坛整体安排") Known<Boolean> includedInForumOverallArrangement,
        @Fact("组织参加国(境)外展览展会") Known<Boolean> overseasExhibition,
        @Fact("开展对接活动") Known<Boolean> matchmakingActivity,
        @Fact(value = "参加的中关村示范区企业数", unit = "家", min = "0") Known<Integer> participatingZgcCompanyCount,
        @Fact(value = "预算总经费", unit = "元", min = "0") Known<BigDecimal> totalBudgetCostYuan,
        @Fact(value = "实际总经费", unit = "元", min = "0") Known<BigDecimal> totalActualCostYuan,
        @Fact("申报单位在活动中的角色") Known<Role> applicantRole) {

    public enum Role { ORGANISER, PARTICIPANT }

    public enum Type {
        ZGC_FORUM_SERIES, KEY_INTERNATIONAL_CONFERENCE, KEY_EXCHANGE_ACTIVITY;

        /** Only conferences are paid in advance. */
        public PaymentMode paymentMode() {
            return this == KEY_INTERNATIONAL_CONFERENCE ? PaymentMode.PRE_GRANT : PaymentMode.POST_GRANT;
        }
    }

    /** One event may fit a second category beside the one it is filed under; whoever claims none has none (A11). */
    @Derived({"event.type", "event.alsoQualifiesAs"})
    public Known<List<Type>> categories() {
        return type.map(type.name(), filed -> alsoQualifiesAs.isValue() ? List.of(filed, alsoQualifiesAs.value()) : List.of(filed));
    }

    /**
     * What the share of a conference is taken of: an advance grant cannot wait for the actual cost, so the budget serves until it is
     * known, and then the lower of both (A38).
     */
    @Derived({"event.totalBudgetCostYuan", "event.totalActualCostYuan"})
    public Known<BigDecimal> conferenceCost(Readings readings) {
        if (readings.is("A38", "BUDGET_ONLY")) {
            return totalBudgetCostYuan;
        }
        if (readings.is("A38", "ACTUAL_ONLY") || totalBudgetCostYuan.isMissing() && totalActualCostYuan.isValue()) {
            return totalActualCostYuan;
        }
        if (!totalActualCostYuan.isValue() || !totalBudgetCostYuan.isValue()) {
            return totalBudgetCostYuan;
        }
        return totalActualCostYuan.value().compareTo(totalBudgetCostYuan.value()) <= 0 ? totalActualCostYuan : totalBudgetCostYuan;
    }

    @Derived("event.totalActualCostYuan")
    public boolean provisional(Readings readings) {
        return totalActualCostYuan.isMissing() && !readings.is("A38", "BUDGET_ONLY");
    }
}
