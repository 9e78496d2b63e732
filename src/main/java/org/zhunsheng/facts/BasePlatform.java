package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a base of a transfer organisation, incubator or other carrier has to show (平台类). */
public record BasePlatform(
        @Fact(value = "国际组织和国(境)外合作机构数（依托单位，不重复）", unit = "家", min = "0") Known<Integer> overseasPartnerCount,
        @Fact("及时获取国际项目和人才需求信息") Known<Boolean> obtainsDemandInformationInTime,
        @Fact("为成员单位提供信息共享") Known<Boolean> sharesInformationWithMembers,
        @Fact(value = "近5年促成的国际技术转移及跨境孵化项目数", unit = "个", min = "0") Known<Integer> facilitatedProjectsLast5YearsCount,
        @Fact(value = "近5年促成的国际技术转移项目数", unit = "个", min = "0") Known<Integer> transferProjectsLast5YearsCount,
        @Fact(value = "近5年促成的跨境孵化项目数", unit = "个", min = "0") Known<Integer> incubationProjectsLast5YearsCount,
        @Fact("国际技术项目") Known<List<LandedProject>> projects,
        @Fact(value = "各年度举办、承办的大型对接活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> largeMatchmakingByYear,
        @Fact(value = "各年度举办、承办的中小型对接活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> smallOrMediumMatchmakingByYear,
        @Fact(value = "各年度协办的大型对接活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> largeMatchmakingCoOrganisedByYear,
        @Fact(value = "各年度协办的中小型对接活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> smallOrMediumMatchmakingCoOrganisedByYear) {

    /** Both kinds together (A69-18); stated as one number or as two. */
    @Derived({"basePlatform.facilitatedProjectsLast5YearsCount", "basePlatform.transferProjectsLast5YearsCount",
        "basePlatform.incubationProjectsLast5YearsCount"})
    public Count facilitated() {
        if (facilitatedProjectsLast5YearsCount.isValue()) {
            return Count.stated(facilitatedProjectsLast5YearsCount);
        }
        Stream<Known<Integer>> kinds = Stream.of(transferProjectsLast5YearsCount, incubationProjectsLast5YearsCount);
        int certain = kinds.filter(Known::isValue).mapToInt(Known::value).sum();
        if (transferProjectsLast5YearsCount.isMissing() && incubationProjectsLast5YearsCount.isMissing()) {
            return Count.stated(facilitatedProjectsLast5YearsCount);
        }
        Known<?> open = transferProjectsLast5YearsCount.isMissing() ? transferProjectsLast5YearsCount : incubationProjectsLast5YearsCount;
        return new Count(facilitatedProjectsLast5YearsCount.name(), certain, open.isMissing() ? Integer.MAX_VALUE : certain, open.lacking());
    }

    /** What projects landed in Beijing received together; what landed elsewhere does not count. */
    @Derived({"basePlatform.projects", "basePlatform.projects[].landedInBeijing", "basePlatform.projects[].socialCapitalLast5YearsYuan",
        "basePlatform.projects[].socialCapitalTotalYuan"})
    public Known<BigDecimal> landedCapital(Readings readings) {
        if (!projects.isValue()) {
            return Known.lacking(projects);
        }
        Known<?>[] gaps = projects.value().stream().filter(each -> !each.landedInBeijing().is(false))
                .flatMap(each -> Stream.<Known<?>>of(each.landedInBeijing(), each.capital(readings))).filter(Known::isMissing).toArray(Known<?>[]::new);
        return gaps.length > 0 ? Known.lacking(gaps) : Known.of("basePlatform.landedCapitalYuan", projects.value().stream()
                .filter(each -> each.landedInBeijing().is(true)).map(each -> each.capital(readings).value()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** How many landed projects received this much, each by itself (A69-17). */
    @Derived({"basePlatform.projects", "basePlatform.projects[].landedInBeijing", "basePlatform.projects[].socialCapitalLast5YearsYuan",
        "basePlatform.projects[].socialCapitalTotalYuan"})
    public Count landedWith(BigDecimal leastYuan, Readings readings) {
        return !projects.isValue() ? new Count(projects.name(), 0, Integer.MAX_VALUE, projects.lacking())
                : Count.of("basePlatform.landedProjectCount", projects.value().stream().map(each -> Count.both(each.landedInBeijing(),
                        each.capital(readings).map(projects.name(), yuan -> yuan.compareTo(leastYuan) >= 0))).toList());
    }

    @Derived({"basePlatform.projects", "basePlatform.projects[].landedInBeijing"})
    public Count landed() {
        return !projects.isValue() ? new Count(projects.name(), 0, Integer.MAX_VALUE, projects.lacking())
                : Count.of("basePlatform.landedProjectCount", projects.value().stream().map(LandedProject::landedInBeijing).toList());
    }
}
