package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.Map;

/** What a base in a park has to show (园区类); host and residents together, unless said otherwise. */
public record BasePark(
        @Fact(value = "国(境)外合作机构数（依托单位及入驻主体，不重复）", unit = "家", min = "0") Known<Integer> overseasPartnerCount,
        @Fact(value = "规划建设面积", unit = "平方米", min = "0") Known<BigDecimal> plannedConstructionAreaM2,
        @Fact(value = "占地面积", unit = "平方米", min = "0") Known<BigDecimal> landAreaM2,
        @Fact(value = "各年度举办、承办的大型活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> largeEventsByYear,
        @Fact(value = "各年度举办、承办的中小型活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> smallOrMediumEventsByYear,
        @Fact(value = "各年度协办的大型活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> largeEventsCoOrganisedByYear,
        @Fact(value = "各年度协办的中小型活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> smallOrMediumEventsCoOrganisedByYear,
        @Fact("接待设施有中英文双语标识") Known<Boolean> bilingualSigns,
        @Fact("提供中英文双语宣传资料") Known<Boolean> bilingualMaterials,
        @Fact(value = "各年度国(境)外团队参访次数", unit = "次", min = "0") Known<Map<Integer, Integer>> delegationVisitsByYear,
        @Fact(value = "各年度接待人次", unit = "人次", min = "0") Known<Map<Integer, Integer>> visitorsByYear) {

    /** Not a sum by default: planned area or land area is at issue, each by itself (A69-09). */
    @Derived({"basePark.plannedConstructionAreaM2", "basePark.landAreaM2"})
    public Known<BigDecimal> bothAreasM2() {
        return !plannedConstructionAreaM2.isValue() || !landAreaM2.isValue() ? Known.lacking(plannedConstructionAreaM2, landAreaM2)
                : Known.of("basePark.bothAreasM2", plannedConstructionAreaM2.value().add(landAreaM2.value()));
    }
}
