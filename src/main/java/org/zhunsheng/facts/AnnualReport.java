package org.zhunsheng.facts;

import java.time.LocalDate;

/** What a base hands in at the end of a year (年度总结和计划). */
public record AnnualReport(
        @Fact(value = "所报年度", min = "2000", max = "2100") Known<Integer> year,
        @Fact(value = "年度总结提供日期", none = "尚未提供") Known<LocalDate> summarySubmittedOn,
        @Fact(value = "下一年度计划提供日期", none = "尚未提供") Known<LocalDate> nextYearPlanSubmittedOn,
        @Fact(value = "配合综合评价", none = "当年没有评价") Known<Boolean> cooperatesInEvaluation) {
}
