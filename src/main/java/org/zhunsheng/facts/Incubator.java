package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An incubation platform abroad (国(境)外孵化平台). */
public record Incubator(
        @Fact("平台所在地") Known<LocationClass> locationClass,
        @Fact("由申报单位设立") Known<Boolean> setUpByApplicant,
        @Fact("已建成实体孵化平台") Known<Boolean> physicalPlatformBuilt,
        @Fact("平台运营主体注册日期") Known<LocalDate> operatorRegisteredOn,
        @Fact(value = "场地面积", unit = "平方米", min = "0") Known<BigDecimal> siteAreaM2,
        @Fact(value = "在孵企业数", unit = "家", min = "0") Known<Integer> incubatedCompanyCount,
        @Fact(value = "其中与北京市有科技合作的企业数", unit = "家", min = "0") Known<Integer> incubatedCooperatingWithBeijingCount) {
}
