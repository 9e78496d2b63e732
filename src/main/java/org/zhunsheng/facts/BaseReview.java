package org.zhunsheng.facts;

/** How the applications of a year are opened and reviewed (申报指南、初评、复评). */
public record BaseReview(
        @Fact(value = "已发布申报指南的年度", min = "2000", max = "2100", none = "没有发布") Known<Integer> guidePublishedForYear,
        @Fact(value = "初评专家人数", unit = "名", min = "0") Known<Integer> firstReviewExpertCount,
        @Fact("初评已审核申报材料") Known<Boolean> applicationMaterialsChecked,
        @Fact(value = "复评专家人数", unit = "名", min = "0") Known<Integer> secondReviewExpertCount,
        @Fact("复评已明确任务目标") Known<Boolean> taskGoalsFixed,
        @Fact("复评已实地考察") Known<Boolean> siteVisitDone,
        @Fact("两次评审由相同专家承担") Known<Boolean> samePersonsInBothReviews) {
}
