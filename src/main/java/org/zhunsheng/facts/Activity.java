package org.zhunsheng.facts;

import java.util.List;

/** What the applicant does or asks about (事项). */
public record Activity(
        @Fact("事项代码") Known<Code> code,
        @Fact("同一内容标识") Known<String> contentKey,
        @Fact("属于市委市政府决策部署") Known<Boolean> municipalDecision,
        @Fact("决策部署的文号") Known<String> decisionReference,
        @Fact("主张见于本系统未收录的管理办法") Known<Boolean> claimedInNotHeldMeasure,
        @Fact("合作方类型") Known<List<PartnerType>> partnerTypes,
        @Fact("国别（地区）") Known<String> country,
        @Fact("在“一带一路”相关国家") Known<Boolean> inBeltAndRoad,
        @Fact("在区域全面经济伙伴关系协定签约国") Known<Boolean> inRcep,
        @Fact("海外市场") Known<Market> market,
        @Fact("领域") Known<Field> field,
        @Fact(value = "主题", none = "没有特定主题") Known<Theme> theme,
        @Fact("属于高精尖产业") Known<Boolean> highPrecisionIndustry,
        @Fact("符合分园主导产业定位") Known<Boolean> fitsParkLeadingIndustry,
        @Fact("拟在中关村示范区落户") Known<Boolean> settlesInZone,
        @Fact("设立机构的类别") Known<Presence> presence,
        @Fact("为实体化项目") Known<Boolean> physicalProject,
        @Fact("服务对象为中小微企业") Known<Boolean> servesSmallAndMediumFirms,
        @Fact("支持方式") Known<Funding> fundingMode,
        @Fact("属于里程碑式管理试点") Known<Boolean> milestonePilot,
        @Fact("此前各阶段") Known<List<Milestone>> milestones) {

    /**
     * What an activity is, in the words of 京科发〔2022〕4号 and, from {@code INTL_EXCHANGE} on, 中科园发〔2020〕43号; {@code UNLISTED} is one that neither
     * names. Which measure speaks of a code, under which conditions and with what money, stands in the decision tables.
     */
    public enum Code {
        HIGH_GROWTH_SMALL_FIRM_CORE_TECH, SCALE_UP_LIST, FRONTIER_HARD_TECH_STARTUP, DISRUPTIVE_TECH, INNOVATION_CONSORTIUM, TECH_INNOVATION_CENTRE,
        FIRST_APPLICATION_NEW_TECH_PRODUCT, FIRST_SET_INSURANCE_SUBSIDY, APPLICATION_SCENARIO_PROJECT,
        LONG_TERM_CAPITAL, EARLY_STAGE_INVESTMENT, FUND_SHARE_TRANSFER_PILOT, FIRST_CREDIT_GUARANTEE_LOAN, FINANCIAL_LEASING, TECH_INSURANCE_SUBSIDY,
        LISTING_CULTIVATION, LISTING_FINANCING, MERGER_ACQUISITION,
        PARK_FACILITIES, SMART_PARK, STOCK_SPACE_RENEWAL, BENCHMARK_INCUBATOR, STARTUP_SERVICE_ORG, UNIVERSITY_SCIENCE_PARK,
        PARK_OPERATOR, SETTLE_BY_PARK_POSITIONING, PARK_EVENT,
        TOP_TALENT_BOTTLENECK, GAOJU_TEAM, GAOJU_SETTLEMENT_HOUSING, NOVA_PROJECT, NOVA_CROSS_COOP, OVERSEAS_EXCHANGE_TRAINING,
        POC_PLATFORM, POC_ACTIVITY, TECH_TRANSFER_INSTITUTION, TECH_MANAGER_HIRING, SME_CONVERSION, INDUSTRY_DEV_INSTITUTE,
        COMMON_TECH_PLATFORM, EQUIPMENT_SHARING, INNOVATION_VOUCHER,
        SME_INVENTION_PATENT, PCT_HIGH_VALUE_PATENT, PATENT_POOL, ZGC_STANDARD, INTL_STANDARDISATION, STANDARD_HIGH_END, IP_STANDARD_SERVICE,
        TECH_SERVICE_BRAND, TECH_SERVICE_CLUSTER, OPEN_SERVICE_PLATFORM, INTERNET_PLUS_PLATFORM, CONNECT_NETWORK_PLATFORM, SOCIAL_ORG_CAPABILITY,
        SPECIAL_ITEMS_RISK_ASSESSMENT,
        FORUM_ORGANISED_ACTIVITY, FORUM_PARTICIPATION, TECH_GO_GLOBAL, OVERSEAS_PARK, OVERSEAS_INCUBATOR, OVERSEAS_RD_CENTRE, OVERSEAS_OTHER,
        FOREIGN_RD_CENTRE, INTL_ORG_FIRST_BRANCH, INTL_PEER_PLATFORM, CROSS_BORDER_TECH_TRANSFER,
        OPEN_SCIENCE, ACADEMIC_CONFERENCE, JOURNAL, TALENT_EXCHANGE,

        INTL_EXCHANGE, REGIONAL_COOPERATION, INTL_ORG_SETTLE, MULTINATIONAL_PRESENCE, JOINT_LAB, OVERSEAS_PROJECT_LANDING,
        INTL_SERVICE_AGENCY, TECH_TRANSFER_LINK, INCUBATOR_INTL_LINK, OVERSEAS_SCIENCE_PARK, OVERSEAS_PLATFORM, INTL_ALLIANCE,
        GUIDE_FUND, INTL_VC_FUND, OVERSEAS_CENTRE_INVEST, INTL_STANDARD, ZGC_STANDARD_INTL, SME_INTL_PATENT,
        TALENT_ORG, TALENT_GATHER, YOUTH_RECRUIT, INTERNSHIP, OFFSHORE_STARTUP, OVERSEAS_TALENT_INCUBATOR,
        OVERSEAS_TALENT_PARK, WORK_RESIDENCE_PERMIT, FOREIGNER_WINDOW, INTL_YOUTH_PLATFORM, HR_AGENCY, TALENT_PROXY_SERVICE,
        INTL_LEADING_FIRM, FOREIGN_ENTITY_PROJECT, DIGITAL_PLATFORM_FIRM, DIGITAL_TRADE_AREA, SERVICE_OUTSOURCING, SERVICE_TRADE_BASE, FOREIGN_PRODUCER_SERVICES,
        MARKET_EXPANSION, EXPORT_CONSORTIUM, GROUP_GO_GLOBAL, PARK_INTL_OPERATOR, PARK_INTL_EVENT, PARK_OVERSEAS_PROMOTION,
        PARK_TARGETED_LINK, SPECIAL_PARK_JOINT_RND, FORUM_PLATFORM, THREE_PLATFORMS, PARK_BRAND_EVENT, ACADEMIC_CONFERENCE_LANDING,
        POLICY_PILOT, FOREIGN_INVESTOR_SERVICE, INTL_LECTURE, GOING_OUT_SERVICE, IP_AGENCY_FOR_SME,
        INTL_TALENT_COMMUNITY, PUBLIC_SERVICES, BILINGUAL_SIGNS,

        UNLISTED
    }

    public enum PartnerType { ENTERPRISE, UNIVERSITY, RESEARCH_INSTITUTION, MEDICAL_INSTITUTION, INTERNATIONAL_ORGANISATION, FOREIGN_INSTITUTION, OTHER }

    public enum Market { BELT_AND_ROAD, RCEP, EUROPEAN_UNION, OTHER }

    public enum Field { INTEGRATED_CIRCUITS, ARTIFICIAL_INTELLIGENCE, BLOCKCHAIN, BIOMEDICINE, AR_VR, QUANTUM_INFORMATION, NEXT_GENERATION_COMMUNICATION,
        NEXT_GENERATION_IT, AUTONOMOUS_DRIVING, BIOLOGY_AND_HEALTH, SOFTWARE_OUTSOURCING, BIOMEDICAL_RD_OUTSOURCING,
        GAME_AND_ANIMATION_COPYRIGHT, TECHNOLOGY_TRANSFER, SCI_TECH_FINANCE, BRAIN_SCIENCE, QUANTUM_COMPUTING, DIGITAL_ECONOMY,
        ENGINEERING_TECHNOLOGY, INSPECTION_TESTING, SCI_TECH_CONSULTING, OTHER }

    /** What 中科园发〔2020〕43号 assigns to parks and other places. */
    public enum Theme { INTERNATIONAL_JOINT_RESEARCH, BASIC_AND_FRONTIER_RESEARCH, BIG_SCIENCE_FACILITIES, LEADING_TECHNOLOGY_INNOVATION, HIGH_PRECISION_INDUSTRY_CONVERSION,
        INTERNATIONAL_VC, FINTECH, RAIL_TRANSIT, SINO_GERMAN_INDUSTRY, SINO_JAPANESE_INNOVATION, SINO_EUROPEAN_INNOVATION, PARIS_REGION_CENTRE,
        INTERNATIONAL_INDUSTRY_PARK, OTHER }

    public enum Presence { REGIONAL_HQ, BRANCH, RD_CENTRE }

    public enum Funding { OPEN_COMPETITION, DIRECT_GRANT, POST_GRANT, OPEN_CHALLENGE, EQUITY_OR_DEBT, PRE_GRANT, INTEREST_SUBSIDY, OTHER }

    /** What is set up; a foreign R&D centre says so by its code. */
    @Derived({"activity.code", "activity.presence"})
    public Known<Presence> presenceKind() {
        return code.is(Code.FOREIGN_RD_CENTRE) ? Known.of("activity.presenceKind", Presence.RD_CENTRE) : presence;
    }

    /** Whether the country belongs to either group that measure 5 names. */
    @Derived({"activity.inBeltAndRoad", "activity.inRcep"})
    public Known<Boolean> inNamedCountry() {
        boolean either = inBeltAndRoad.is(true) || inRcep.is(true);
        return !either && (inBeltAndRoad.isMissing() || inRcep.isMissing()) ? Known.lacking(inBeltAndRoad, inRcep)
                : Known.of("activity.inNamedCountry", either);
    }

    /** Whether anybody takes part beside the applicant. */
    @Derived("activity.partnerTypes")
    public Known<Boolean> joint() {
        return partnerTypes.map(partnerTypes.name(), partners -> !partners.isEmpty());
    }

    /** A tranche follows only stages whose assessment was passed; before the first there is none. */
    @Derived({"activity.milestones", "activity.milestones[].passed"})
    public Known<Boolean> stagesPassed() {
        if (!milestones.isValue()) {
            return Known.lacking(milestones);
        }
        if (milestones.value().stream().anyMatch(stage -> stage.passed().is(false))) {
            return Known.of(milestones.name(), false);
        }
        Known<?>[] open = milestones.value().stream().map(Milestone::passed).filter(Known::isMissing).toArray(Known<?>[]::new);
        return open.length > 0 ? Known.lacking(open) : Known.of(milestones.name(), true);
    }
}
