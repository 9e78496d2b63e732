package org.zhunsheng.facts;

import java.math.BigDecimal;

/** Technology insurance that the city subsidises. */
public record TechnologyInsurance(
        @Fact("区内科技企业") Known<Boolean> inAreaTechnologyEnterprise,
        @Fact("已投保科技保险") Known<Boolean> bought,
        @Fact(value = "已到账的市级保费补贴", unit = "元", min = "0") Known<BigDecimal> municipalSubsidyYuan) {
    @Derived("technologyInsurance.municipalSubsidyYuan")
    public Known<BigDecimal> matched(BigDecimal ratePercent) {
        return municipalSubsidyYuan.map(municipalSubsidyYuan.name(), subsidy -> Sums.share(subsidy, ratePercent, null));
    }
}
