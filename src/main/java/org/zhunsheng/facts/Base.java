package org.zhunsheng.facts;

import java.time.LocalDate;

/** An international S&T cooperation base once recognised (国合基地). */
public record Base(
        @Fact("基地类别") Known<Category> category,
        @Fact("认定日期") Known<LocalDate> recognisedOn,
        @Fact("认定所依据的办法") Known<Under> recognisedUnder,
        @Fact(value = "授牌日期", none = "尚未授牌") Known<LocalDate> plaqueAwardedOn,
        @Fact(value = "首次综合评价结果", none = "尚未评价") Known<Result> evaluationResult,
        @Fact(value = "首次综合评价日期", none = "尚未评价") Known<LocalDate> evaluatedOn,
        @Fact(value = "第二次综合评价结果", none = "尚未第二次评价") Known<Result> secondEvaluationResult,
        @Fact(value = "撤销资格日期", none = "未被撤销") Known<LocalDate> revokedOn) {

    public enum Category { PARK, RESEARCH, PLATFORM, INDUSTRY }

    public enum Under { CURRENT_MEASURE, MEASURE_OF_2016 }

    public enum Result { EXCELLENT, QUALIFIED, UNQUALIFIED }

    public enum Status { NOT_YET_RECOGNISED, VALID, PENDING_EVALUATION, RETAINED, CANCELLED, REVOKED }

    public enum Due { ANNUAL_REPORT, EVALUATION }

    @Derived({"base.evaluationResult", "base.secondEvaluationResult"})
    public Known<Boolean> unqualified() {
        return evaluationResult.is(Result.UNQUALIFIED) || secondEvaluationResult.is(Result.UNQUALIFIED)
                ? Known.of(evaluationResult.name(), true) : evaluationResult.map(evaluationResult.name(), result -> false);
    }
}
