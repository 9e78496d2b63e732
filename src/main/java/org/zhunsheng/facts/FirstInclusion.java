package org.zhunsheng.facts;

import java.math.BigDecimal;

/** First inclusion in the statistics of the area (升规入统). */
public record FirstInclusion(
        @Fact("首次纳入经开区统计") Known<Boolean> firstTimeInAreaStatistics,
        @Fact("规模以上") Known<Boolean> aboveDesignatedSize,
        @Fact("行业") Known<Sector> sector,
        @Fact(value = "年度区域经济贡献地方可支配部分", unit = "元", min = "0") Known<BigDecimal> localContributionYuan) {

    public enum Sector { INDUSTRY, SERVICE, CONSTRUCTION, WHOLESALE_RETAIL, OTHER }
}
