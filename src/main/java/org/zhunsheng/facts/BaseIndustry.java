package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.Map;

/** What a base of a technology enterprise has to show (产业类). */
public record BaseIndustry(
        @Fact(value = "各年度国际业务销售收入", unit = "元", min = "0") Known<Map<Integer, BigDecimal>> internationalSalesByYearYuan,
        @Fact(value = "各年度销售收入总额", unit = "元", min = "0") Known<Map<Integer, BigDecimal>> totalSalesByYearYuan,
        @Fact(value = "各年度研发投入", unit = "元", min = "0") Known<Map<Integer, BigDecimal>> rdSpendByYearYuan,
        @Fact(value = "本市大中型企业研究开发费用同比增速", unit = "%") Known<Map<Integer, BigDecimal>> referenceRdGrowthByYearPercent,
        @Fact(value = "近5年经认定的外国高端人才数（不重复）", unit = "人", min = "0") Known<Integer> certifiedTalentsLast5YearsCount) {

    @Derived("baseIndustry.internationalSalesByYearYuan")
    public Known<BigDecimal> internationalSalesIn(Known<Integer> year) {
        return ForeignRd.inYear(internationalSalesByYearYuan, year);
    }

    @Derived("baseIndustry.totalSalesByYearYuan")
    public Known<BigDecimal> totalSalesIn(Known<Integer> year) {
        return ForeignRd.inYear(totalSalesByYearYuan, year);
    }

    @Derived("baseIndustry.rdSpendByYearYuan")
    public Known<BigDecimal> rdSpendIn(Known<Integer> year) {
        return ForeignRd.inYear(rdSpendByYearYuan, year);
    }

    /** The figure of the table where it holds the year, else the one supplied; no year stands in for another (A69-20). */
    @Derived("baseIndustry.referenceRdGrowthByYearPercent")
    public Known<BigDecimal> referenceGrowthIn(Known<Integer> year, Figures figures) {
        BigDecimal held = year.isValue() ? figures.ofYear("8.4.3", year.value()) : null;
        return held != null ? Known.of(referenceRdGrowthByYearPercent.name() + "[" + year.value() + "]", held)
                : ForeignRd.inYear(referenceRdGrowthByYearPercent, year);
    }
}
