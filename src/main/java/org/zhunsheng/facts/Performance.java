package org.zhunsheng.facts;

/** Performance management (绩效管理). */
public record Performance(
        @Fact("已设定绩效目标") Known<Boolean> goalsSet,
        @Fact("配合绩效监控和评价") Known<Boolean> cooperatesWithEvaluation,
        @Fact(value = "以往绩效评价结果", none = "没有以往评价") Known<Result> earlierEvaluationResult) {

    public enum Result { GOOD, PASS, FAIL }
}
