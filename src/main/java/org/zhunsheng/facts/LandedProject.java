package org.zhunsheng.facts;

import java.math.BigDecimal;

/** An international technology project and the social capital it received. */
@Block("basePlatform.projects[]")
public record LandedProject(
        @Fact("项目标识") Known<String> project,
        @Fact("在京转化落地") Known<Boolean> landedInBeijing,
        @Fact(value = "近5年获得的社会资本", unit = "元", min = "0") Known<BigDecimal> socialCapitalLast5YearsYuan,
        @Fact(value = "累计获得的社会资本", unit = "元", min = "0") Known<BigDecimal> socialCapitalTotalYuan) {

    /** 近5年 governs all three limbs of the item, which commas join (A69-16). */
    Known<BigDecimal> capital(Readings readings) {
        return readings.is("A69-16", "FIRST_LIMB_ONLY") ? socialCapitalTotalYuan : socialCapitalLast5YearsYuan;
    }
}
