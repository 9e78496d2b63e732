package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A foreign-invested R&D centre in Beijing (外资研发中心). */
public record ForeignRd(
        @Fact("外资研发中心类别") Known<Category> category,
        @Fact(value = "同时符合的另一类别", none = "不符合其他类别") Known<Category> alsoQualifiesAs,
        @Fact("依法在京设立的外资机构") Known<Boolean> lawfullyEstablishedForeignInvestedInstitutionInBeijing,
        @Fact("所在区域") Known<SiteDistrictClass> siteDistrictClass,
        @Fact("投资者主要业务在国(境)外") Known<Boolean> investorMainBusinessOverseas,
        @Fact("投资者所属地区") Known<InvestorRegion> investorRegion,
        @Fact("新设立或扩大研发投入") Known<ChangeType> changeType,
        @Fact("有独立研发团队承担关键步骤") Known<Boolean> independentRdTeamDoingKeySteps,
        @Fact("有明确的研发领域、计划和项目") Known<Boolean> hasRdFieldPlanAndProjects,
        @Fact("有固定场所和仪器设备") Known<Boolean> hasFixedPremisesAndEquipment,
        @Fact("有在研活动") Known<Boolean> hasOngoingRdActivity,
        @Fact("经母公司授权承担全球或区域研发项目") Known<Boolean> parentAuthorisedGlobalOrRegionalProjects,
        @Fact("有发展规划和预期成果") Known<Boolean> hasDevelopmentPlanAndExpectedResults,
        @Fact(value = "研发场所建筑面积", unit = "平方米", min = "0") Known<BigDecimal> rdPremisesBuildingAreaM2,
        @Fact(value = "签约入驻的研发创新项目数", unit = "个", min = "0") Known<Integer> signedResidentInnovationProjects,
        @Fact("有协同创新设施设备和国际专家指导") Known<Boolean> hasCollaborationFacilitiesAndInternationalExperts,
        @Fact("有国际化技术、人才等资源") Known<Boolean> hasInternationalTechnologyAndTalentResources,
        @Fact("已明确绩效目标") Known<Boolean> performanceGoalsDefined,
        @Fact(value = "各年度研发投入", unit = "元", min = "0") Known<Map<Integer, BigDecimal>> rdInvestmentByYearYuan,
        @Fact(value = "各年度平台投资额", unit = "元", min = "0") Known<Map<Integer, BigDecimal>> platformInvestmentByYearYuan) {

    public enum Category { RD_INNOVATION_CENTRE, OPEN_INNOVATION_PLATFORM }

    public enum SiteDistrictClass { ZGC_DEMONSTRATION_ZONE, OTHER_BEIJING }

    public enum InvestorRegion { FOREIGN_COUNTRY, HK_MACAO_TAIWAN, MAINLAND_CHINA }

    public enum ChangeType { NEWLY_ESTABLISHED, EXPANDED_RD_INVESTMENT, NEITHER }

    /** One centre may fit the other category beside the one it is filed under; whoever claims none has none (A11). */
    @Derived({"foreignRd.category", "foreignRd.alsoQualifiesAs"})
    public Known<List<Category>> categories() {
        return category.map(category.name(), filed -> alsoQualifiesAs.isValue() ? List.of(filed, alsoQualifiesAs.value()) : List.of(filed));
    }

    /** The amount of one calendar year; a year the caller left out is named with the year. */
    public static Known<BigDecimal> inYear(Known<Map<Integer, BigDecimal>> byYear, Known<Integer> year) {
        if (!year.isValue()) {
            return Known.missing(year.name());
        }
        String name = byYear.name() + "[" + year.value() + "]";
        BigDecimal amount = byYear.isValue() ? byYear.value().get(year.value()) : null;
        return amount == null ? Known.missing(name) : Known.of(name, amount);
    }

    @Derived("foreignRd.rdInvestmentByYearYuan")
    public Known<BigDecimal> rdInvestmentIn(Known<Integer> year) {
        return inYear(rdInvestmentByYearYuan, year);
    }

    @Derived("foreignRd.platformInvestmentByYearYuan")
    public Known<BigDecimal> platformInvestmentIn(Known<Integer> year) {
        return inYear(platformInvestmentByYearYuan, year);
    }
}
