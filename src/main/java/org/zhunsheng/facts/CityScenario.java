package org.zhunsheng.facts;

/** A scenario of the smart city. */
public record CityScenario(
        @Fact("数字经济重大场景项目") Known<Boolean> digitalEconomyScenario) {
}
