package org.zhunsheng.facts;

/** How the holder keeps the money (资金使用). */
public record UseOfFunds(
        @Fact("专款专用") Known<Boolean> earmarked,
        @Fact("单独核算") Known<Boolean> accountedSeparately,
        @Fact("建立内部控制制度") Known<Boolean> internalControlSystem,
        @Fact("配合监督、检查、审计") Known<Boolean> cooperatesWithInspection) {
}
