package org.zhunsheng.facts;

import java.time.LocalDate;

/** Review and support plan (评审立项). */
public record Review(
        @Fact(value = "评审完成日期", none = "评审尚未完成") Known<LocalDate> completedOn,
        @Fact("支持方案") Known<String> supportPlan) {
}
