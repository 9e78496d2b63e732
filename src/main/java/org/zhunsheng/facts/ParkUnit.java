package org.zhunsheng.facts;

/** A sub-park of the zone and what its committee has done (分园). */
public record ParkUnit(
        @Fact("已制定工作方案") Known<Boolean> workPlanExists,
        @Fact("重大事项已及时报告") Known<Boolean> majorMatterReported) {
}
