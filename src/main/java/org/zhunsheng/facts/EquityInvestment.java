package org.zhunsheng.facts;

import java.math.BigDecimal;

/** Equity from the special fund. */
public record EquityInvestment(
        @Fact("高成长性科技型中小企业") Known<Boolean> highGrowthTechSme,
        @Fact(value = "希望获得的股权投资", unit = "元", min = "0") Known<BigDecimal> requestedYuan) {
}
