package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is applied for, and how it was filed (申报). */
public record Application(
        @Fact("申报提交日期") Known<LocalDate> submittedOn,
        @Fact(value = "申报通知截止日期", none = "通知未设截止日期") Known<LocalDate> noticeDeadline,
        @Fact(value = "申报通知所属年度", min = "2000", max = "2100") Known<Integer> noticeYear,
        @Fact("经北京市科技计划综合管理平台提交") Known<Boolean> submittedThroughCityPlatform,
        @Fact("已提交诚信承诺书") Known<Boolean> integrityCommitmentSubmitted,
        @Fact("项目名称") Known<String> projectTitle,
        @Fact("项目内容标识") Known<String> contentKey,
        @Fact(value = "申请金额", unit = "元", min = "0") Known<BigDecimal> requestedAmountYuan,
        @Fact(value = "取消申报资格截止日期", none = "未被取消申报资格") Known<LocalDate> bannedFromApplyingUntil,
        @Fact("资金使用计划") Known<List<PlannedUse>> plannedUseOfFunds,
        @Fact("需要科技伦理审查") Known<Boolean> ethicsReviewRequired,
        @Fact("科技伦理审查已完成") Known<Boolean> ethicsReviewDone,
        @Fact(value = "申报所依据的已废止文件的文号", none = "不依据已废止的文件") Known<String> filedUnder) {
}
