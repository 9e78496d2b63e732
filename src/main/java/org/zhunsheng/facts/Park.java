package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** A science park abroad (国(境)外科技园区). */
public record Park(
        @Fact("园区所在地") Known<LocationClass> locationClass,
        @Fact("由申报单位设立") Known<Boolean> setUpByApplicant,
        @Fact("已建成实体园区") Known<Boolean> physicalParkBuilt,
        @Fact("园区运营主体注册日期") Known<LocalDate> operatorRegisteredOn,
        @Fact(value = "场地面积", unit = "平方米", min = "0") Known<BigDecimal> siteAreaM2,
        @Fact(value = "入驻科技企业使用面积占比（含公共服务面积）", unit = "%", min = "0", max = "100") Known<BigDecimal> occupancyRatePercent,
        @Fact(value = "入驻科技企业使用面积", unit = "平方米", min = "0") Known<BigDecimal> areaUsedByTechTenantsM2,
        @Fact(value = "公共服务面积", unit = "平方米", min = "0") Known<BigDecimal> publicServiceAreaM2,
        @Fact(value = "北京市入驻企业或有科技合作的企业数", unit = "家", min = "0") Known<Integer> beijingOrCooperatingCompanyCount,
        @Fact(value = "北京市入驻企业数", unit = "家", min = "0") Known<Integer> beijingCompanyCount,
        @Fact(value = "与北京市有科技合作的企业数", unit = "家", min = "0") Known<Integer> cooperatingCompanyCount,
        @Fact(value = "同属两类的企业数", unit = "家", min = "0") Known<Integer> companiesInBothGroupsCount) {

    /** (area of technology tenants + public service area) ÷ site area (A19), unless the caller states the share itself; compared unrounded. */
    @Derived({"park.occupancyRatePercent", "park.areaUsedByTechTenantsM2", "park.publicServiceAreaM2", "park.siteAreaM2"})
    public Known<BigDecimal> occupancy() {
        if (!occupancyRatePercent.isMissing() || !areaUsedByTechTenantsM2.isValue() || !publicServiceAreaM2.isValue()
                || !siteAreaM2.isValue() || siteAreaM2.value().signum() == 0) {
            return occupancyRatePercent;
        }
        BigDecimal used = areaUsedByTechTenantsM2.value().add(publicServiceAreaM2.value());
        return Known.of(occupancyRatePercent.name(), used.multiply(new BigDecimal(100)).divide(siteAreaM2.value(), MathContext.DECIMAL128));
    }

    /** Distinct companies in the union of both groups (A20), unless the caller states the number itself. */
    @Derived({"park.beijingOrCooperatingCompanyCount", "park.beijingCompanyCount",
        "park.cooperatingCompanyCount", "park.companiesInBothGroupsCount"})
    public Known<Integer> companies() {
        if (!beijingOrCooperatingCompanyCount.isMissing() || !beijingCompanyCount.isValue() || !cooperatingCompanyCount.isValue()
                || !companiesInBothGroupsCount.isValue()) {
            return beijingOrCooperatingCompanyCount;
        }
        return Known.of(beijingOrCooperatingCompanyCount.name(),
                beijingCompanyCount.value() + cooperatingCompanyCount.value() - companiesInBothGroupsCount.value());
    }
}
