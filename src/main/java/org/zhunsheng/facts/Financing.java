package org.zhunsheng.facts;

/** Capital, credit and insurance around innovation (科技金融). */
public record Financing(
        @Fact("投资阶段") Known<Stage> investmentStage,
        @Fact("首次信用担保贷款") Known<Boolean> firstCreditGuaranteeLoan,
        @Fact("租赁取得的是新技术或新产品") Known<Boolean> leasedNewTechnology,
        @Fact("挂牌上市场所") Known<Venue> venue,
        @Fact("基金") Known<Fund> fund) {

    public enum Stage { EARLY, LATER }

    public enum Venue { BEIJING_STOCK_EXCHANGE, BEIJING_REGIONAL_EQUITY_MARKET, OTHER }

    public enum Fund { BEIJING_SCI_TECH_INNOVATION_FUND, ZGC_LONGMEN_FUND, OTHER }
}
