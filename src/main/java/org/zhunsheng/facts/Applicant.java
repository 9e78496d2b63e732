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
        @Fact("法人或其他组织") Known<Boolean> legalPersonOrOtherOrganisation) {

    /** The kinds of applicants of all five documents; each names its own selection. */
    public enum EntityType { NATIONAL_HIGH_TECH_ENTERPRISE, ZHONGGUANCUN_HIGH_TECH_ENTERPRISE, COMPANY_WITHOUT_HIGH_TECH_CERTIFICATE, UNIVERSITY,
        RESEARCH_INSTITUTION, MEDICAL_INSTITUTION, SOCIAL_ORGANISATION, SERVICE_INSTITUTION, SCIENCE_PARK, PARK_COMMITTEE,
        FOREIGN_RD_CENTRE, INTERNATIONAL_BODY, STARTUP_TEAM, NATURAL_PERSON, OVERSEAS_ENTITY, GOVERNMENT_BODY, OTHER }

    /** What a service institution does; one may have several. */
    public enum ServiceRole { TECH_TRANSFER, INCUBATOR, UNIVERSITY_SCIENCE_PARK, PARK_OPERATOR, INVESTMENT, IP_AGENCY, STANDARDS_AGENCY,
        HR_AGENCY, INSPECTION_TESTING, CONSULTING, OTHER }

    public enum Size { MICRO, SMALL, MEDIUM, LARGE }

    public enum RegisteredPlace { ZGC_DEMONSTRATION_ZONE, OTHER_BEIJING, OUTSIDE_BEIJING }
}
