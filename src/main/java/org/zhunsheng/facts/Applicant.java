package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;

/** Who applies (申报主体). */
public record Applicant(
        @Fact("单位名称") Known<String> name,
        @Fact("统一社会信用代码") Known<String> unifiedSocialCreditCode,
        @Fact("主体类型") Known<EntityType> entityType,
        @Fact(value = "高新技术企业证书有效期至", none = "没有高新技术企业证书") Known<LocalDate> highTechCertificateValidUntil,
        @Fact("注册地") Known<RegisteredPlace> registeredPlace,
        @Fact("服务角色") Known<List<ServiceRole>> serviceRoles,
        @Fact("成立日期") Known<LocalDate> establishedOn,
        @Fact("企业规模") Known<Size> enterpriseSize,
        @Fact("不良信用记录") Known<List<AdverseRecord>> adverseRecords,
        @Fact("在京登记日期") Known<LocalDate> registeredInBeijingOn,
        @Fact("登记在有效存续期内") Known<Boolean> registrationCurrentlyValid,
        @Fact("法人或其他组织") Known<Boolean> legalPersonOrOtherOrganisation,
        @Fact("科技型企业") Known<Boolean> sciTechEnterprise,
        @Fact("科技型中小企业") Known<Boolean> sciTechSme,
        @Fact("处于初创期") Known<Boolean> earlyStage,
        @Fact("科技领军企业") Known<Boolean> leadingTechEnterprise,
        @Fact("独角兽企业") Known<Boolean> unicornEnterprise,
        @Fact("重点领域龙头企业") Known<Boolean> headEnterprise,
        @Fact("高成长企业") Known<Boolean> highGrowthEnterprise,
        @Fact("“专精特新”企业") Known<Boolean> zhuanjingtexinEnterprise,
        @Fact(value = "中关村知识产权企业称号", none = "没有知识产权企业称号") Known<IpStatus> ipStatus,
        @Fact(value = "中关村标准化单位称号", none = "没有标准化单位称号") Known<StandardStatus> standardStatus,
        @Fact(value = "科技型社会组织类别", none = "不属于科技型社会组织") Known<SocialOrganisationKind> socialOrganisationKind,
        @Fact("外商投资企业") Known<Boolean> foreignInvested,
        @Fact(value = "所在分园", none = "不在任何分园") Known<ZgcPark> zgcPark,
        @Fact(value = "所在重点区域", none = "不在重点区域") Known<KeyArea> keyArea,
        @Fact("注册在自贸试验区") Known<Boolean> registeredInFtz) {

    /** The kinds of applicants of all five documents; each names its own selection. */
    public enum EntityType { NATIONAL_HIGH_TECH_ENTERPRISE, ZHONGGUANCUN_HIGH_TECH_ENTERPRISE, COMPANY_WITHOUT_HIGH_TECH_CERTIFICATE, UNIVERSITY,
        RESEARCH_INSTITUTION, MEDICAL_INSTITUTION, SOCIAL_ORGANISATION, SERVICE_INSTITUTION, SCIENCE_PARK, PARK_COMMITTEE,
        FOREIGN_RD_CENTRE, INTERNATIONAL_BODY, STARTUP_TEAM, NATURAL_PERSON, OVERSEAS_ENTITY, GOVERNMENT_BODY, OTHER }

    /** What a service institution does; one may have several. */
    public enum ServiceRole { TECH_TRANSFER, INCUBATOR, UNIVERSITY_SCIENCE_PARK, PARK_OPERATOR, INVESTMENT, IP_AGENCY, STANDARDS_AGENCY,
        HR_AGENCY, INSPECTION_TESTING, CONSULTING, OTHER, STARTUP_SERVICE, SCI_TECH_SERVICE }

    public enum Size { MICRO, SMALL, MEDIUM, LARGE }

    public enum RegisteredPlace { ZGC_DEMONSTRATION_ZONE, OTHER_BEIJING, OUTSIDE_BEIJING }

    public enum IpStatus { IP_LEADING, IP_DEMONSTRATION }

    public enum StandardStatus { DEMONSTRATION, PILOT }

    public enum SocialOrganisationKind { INDUSTRY, FACTOR, COMPREHENSIVE, OTHER }

    /** The sub-parks of the zone (分园). */
    public enum ZgcPark { HAIDIAN, CHANGPING, HUAIROU, SHUNYI, DAXING, CHAOYANG, XICHENG, FENGTAI, SHIJINGSHAN, TONGZHOU, BDA, DONGCHENG, FANGSHAN,
        MENTOUGOU, PINGGU, MIYUN, YANQING }

    /** Areas that documents name beside the sub-parks. */
    public enum KeyArea { ZGC_SCIENCE_CITY, HUAIROU_SCIENCE_CITY, FUTURE_SCIENCE_CITY, BDA, CITY_SUB_CENTRE, SHUNYI_INNOVATION_CLUSTER, ZGC_SOFTWARE_PARK,
        JINZHAN, DAXING_AIRPORT_FTZ, INTEGRATED_CIRCUIT_PARK, NEW_MEDIA_BASE, NEW_SHOUGANG, ZGC_FRONTIER_TECH_CENTRE, WANGJING, SHOUGANG, TONGZHOU,
        SHUNYI, OTHER }

    public enum Lead { LEADING_TECH_ENTERPRISE, UNICORN_ENTERPRISE, NEITHER }

    @Derived("applicant.entityType")
    public Known<Boolean> enterprise() {
        return entityType.map(entityType.name(), type -> type == EntityType.NATIONAL_HIGH_TECH_ENTERPRISE
                || type == EntityType.ZHONGGUANCUN_HIGH_TECH_ENTERPRISE || type == EntityType.COMPANY_WITHOUT_HIGH_TECH_CERTIFICATE);
    }

    /** Which of the two kinds of leads it is; a leading enterprise needs no second look. */
    @Derived({"applicant.leadingTechEnterprise", "applicant.unicornEnterprise"})
    public Known<Lead> lead() {
        if (leadingTechEnterprise.is(true)) {
            return Known.of("applicant.lead", Lead.LEADING_TECH_ENTERPRISE);
        }
        if (leadingTechEnterprise.isMissing() || unicornEnterprise.isMissing()) {
            return Known.lacking(leadingTechEnterprise, unicornEnterprise);
        }
        return Known.of("applicant.lead", unicornEnterprise.is(true) ? Lead.UNICORN_ENTERPRISE : Lead.NEITHER);
    }
}
