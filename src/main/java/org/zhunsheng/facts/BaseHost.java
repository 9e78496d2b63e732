package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;

/** The unit that builds and runs a base (依托单位), as far as the profile of an applicant does not say it. */
public record BaseHost(
        @Fact(value = "已设国合基地数", unit = "家", min = "0") Known<Integer> existingBaseCount,
        @Fact("以往被撤销资格的记录") Known<List<PriorRevocation>> priorRevocations,
        @Fact("因评价不合格被取消资格的日期") Known<List<LocalDate>> unqualifiedCancellationDates,
        @Fact("有国际合作专职人员") Known<Boolean> dedicatedInternationalStaff,
        @Fact("有国际合作管理机构") Known<Boolean> internationalCooperationOffice,
        @Fact("有明确的合作目标和实施方案") Known<Boolean> clearGoalsAndImplementationPlan,
        @Fact("有基地中长期目标和工作计划") Known<Boolean> mediumLongTermGoalsAndWorkPlan,
        @Fact("配备基地专职人员") Known<Boolean> dedicatedBaseStaff,
        @Fact(value = "申报指南截止日期", none = "指南没有规定") Known<LocalDate> guideClosesOn) {
}
