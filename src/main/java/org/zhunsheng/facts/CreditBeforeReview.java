package org.zhunsheng.facts;

import java.time.LocalDate;

/** The credit state on the day before or at review (评审前信用状态). */
public record CreditBeforeReview(
        @Fact("评审日期") Known<LocalDate> reviewDate,
        @Fact("处于科研失信惩戒期") Known<Boolean> researchIntegrityPenaltyInForce,
        @Fact(value = "科研失信惩戒截止日期", none = "没有惩戒记录") Known<LocalDate> penaltyUntil,
        @Fact("列入失信被执行人名单") Known<Boolean> listedAsJudgmentDefaulter,
        @Fact("列入严重违法失信企业名单") Known<Boolean> listedAsSeriouslyDishonestEnterprise,
        @Fact("列入其他联合惩戒名单") Known<Boolean> otherJointPunishmentListing) {

    /** Inside a penalty period at review, by either of the two ways to say it; the last day of the period still counts. */
    @Derived({"creditBeforeReview.researchIntegrityPenaltyInForce",
        "creditBeforeReview.penaltyUntil", "creditBeforeReview.reviewDate"})
    public Known<Boolean> penaltyInForce() {
        if (penaltyUntil.isValue() && reviewDate.isValue() && !reviewDate.value().isAfter(penaltyUntil.value())) {
            return Known.of(penaltyUntil.name(), true);
        }
        if (researchIntegrityPenaltyInForce.isMissing() && (penaltyUntil.isNone() || penaltyUntil.isValue() && reviewDate.isValue())) {
            return Known.of(penaltyUntil.name(), false);
        }
        return researchIntegrityPenaltyInForce;
    }
}
