package org.zhunsheng.facts;

import java.time.LocalDate;

/** Where an enterprise belongs and what it commits to (亦庄新城). */
public record AreaStanding(
        @Fact("在亦庄新城注册") Known<Boolean> registeredInYizhuang,
        @Fact("在亦庄新城纳税") Known<Boolean> paysTaxInYizhuang,
        @Fact("在亦庄新城统计登记") Known<Boolean> inYizhuangStatistics,
        @Fact("承诺在区内持续经营") Known<Boolean> commitsToContinueOperating,
        @Fact(value = "迁出或变更日期", none = "没有迁出或变更") Known<LocalDate> relocationOn,
        @Fact(value = "事前备案日期", none = "没有备案") Known<LocalDate> relocationFiledOn,
        @Fact("迁出或变更有客观原因") Known<Boolean> relocationForObjectiveReason,
        @Fact("上级政策另有规定") Known<Boolean> superiorPolicyOverrides) {
    /** Whether anything was moved or changed at all. */
    @Derived("areaStanding.relocationOn")
    public Known<Boolean> moved() {
        return relocationOn.isMissing() ? Known.lacking(relocationOn) : Known.of(relocationOn.name(), relocationOn.isValue());
    }
}
