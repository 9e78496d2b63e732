package org.zhunsheng.facts;

import java.util.List;

/** Projects and service bodies in a plan of the area. */
public record GrowthPlan(
        @Fact("纳入创新成长计划或创新伙伴计划") Known<Boolean> included,
        @Fact("希望的支持形式") Known<List<Form>> formsRequested) {

    public enum Form { RENT_SUBSIDY, LOAN_INTEREST_SUBSIDY, TALENT_REWARD, OTHER }
}
