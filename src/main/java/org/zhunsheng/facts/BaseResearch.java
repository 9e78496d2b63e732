package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a base of a university, institute or medical institution has to show (研究类). */
public record BaseResearch(
        @Fact(value = "重点领域、重点国家（地区）知名机构数（依托单位，不重复）", unit = "家", min = "0") Known<Integer> renownedKeyPartnerCount,
        @Fact(value = "近5年国家级、北京市级国际科技合作项目数", unit = "项", min = "0") Known<Integer> projectsLast5YearsCount,
        @Fact("国际科技合作项目") Known<List<BaseProject>> projects,
        @Fact("有国家级或北京市级国际联合科研平台") Known<Boolean> jointResearchPlatform,
        @Fact("国际联合科研平台设立日期") Known<LocalDate> jointResearchPlatformFoundedOn,
        @Fact("有与国际组织共建的科研平台") Known<Boolean> internationalOrganisationPlatform,
        @Fact("与国际组织共建平台设立日期") Known<LocalDate> internationalOrganisationPlatformFoundedOn,
        @Fact(value = "近5年经认定的外国高端人才数（不重复）", unit = "人", min = "0") Known<Integer> certifiedTalentsLast5YearsCount,
        @Fact(value = "各年度举办、承办的高层次国际学术活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> academicEventsByYear,
        @Fact(value = "各年度协办的高层次国际学术活动数", unit = "场", min = "0") Known<Map<Integer, Integer>> academicEventsCoOrganisedByYear) {
}
