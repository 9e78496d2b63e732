package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhunsheng.calendar.Periods;

/** A case under 京技管〔2022〕8号: an application under one of its twenty items, or the duty of whoever was supported. */
public record AreaCase(
        Question question, String direction, String step, LocalDate asOf, LocalDate lawInForceFrom, Readings readings, Judgements judgements, Figures figures,
        Application application, Applicant applicant, AreaStanding areaStanding, ConflictingOlderDocument conflictingOlderDocument,
        @Fact("本区此前同类政策的支持") Known<List<EarlierAreaSupport>> earlierAreaSupport,
        StrategicTask strategicTask, MajorProgramme majorProgramme, SolicitedProject solicitedProject, TechnologyPrizes technologyPrizes,
        QualifiedCentre qualifiedCentre, RdGrowth rdGrowth, RelocatedEnterprise relocatedEnterprise, Upgrade upgrade, FirstInclusion firstInclusion,
        GrowthPlan growthPlan, ResultConversion resultConversion, ServicePlatform servicePlatform, FirstOfKind firstOfKind, CityScenario cityScenario,
        EquityInvestment equityInvestment, TechnologyInsurance technologyInsurance, AreaTalent areaTalent, PatentPool patentPool,
        OffshoreCentre offshoreCentre, RegionalMove regionalMove) implements CaseFile {

    private static final Set<Applicant.EntityType> ENTERPRISES = Set.of(Applicant.EntityType.NATIONAL_HIGH_TECH_ENTERPRISE,
            Applicant.EntityType.ZHONGGUANCUN_HIGH_TECH_ENTERPRISE, Applicant.EntityType.COMPANY_WITHOUT_HIGH_TECH_CERTIFICATE);

    @Derived("application.submittedOn")
    public Known<LocalDate> day() {
        return application.submittedOn();
    }

    public Known<LocalDate> inForceFrom() {
        return Known.of("施行日期", lawInForceFrom);
    }

    /** Items (十一) and (十七) name universities, institutes and persons, whom the area confirms itself; the test of 企业 is not theirs (A8-29). */
    @Derived("applicant.entityType")
    public Known<Boolean> outsideTheEnterpriseTest() {
        if (!"RESULT_CONVERSION".equals(direction) && !"TALENT".equals(direction) || readings.is("A8-29", "EVERYBODY")) {
            return Known.of("applicant.entityType", false);
        }
        return applicant.entityType().isValue() ? Known.of("applicant.entityType", !ENTERPRISES.contains(applicant.entityType().value()))
                : Known.lacking(applicant.entityType());
    }

    /** The last outweighs the others. */
    public enum EarlierSupport { NONE, LATER_POLICY, PROMISED, PAID }

    /** Support of the same kind for the same matter under an earlier policy of this area, by what became of it (A8-34). */
    @Derived({"earlierAreaSupport", "earlierAreaSupport[].issuedOn", "earlierAreaSupport[].sameMatter", "earlierAreaSupport[].alreadyPaid"})
    public Known<EarlierSupport> earlierSupport() {
        if (!earlierAreaSupport.isValue()) {
            return Known.lacking(earlierAreaSupport);
        }
        EarlierSupport worst = EarlierSupport.NONE;
        Gaps gaps = new Gaps();
        for (EarlierAreaSupport one : earlierAreaSupport.value()) {
            if (one.sameMatter().is(false) || gaps.in(one.sameMatter(), one.issuedOn(), one.alreadyPaid())) {
                continue;
            }
            EarlierSupport of = !one.issuedOn().value().isBefore(lawInForceFrom) ? EarlierSupport.LATER_POLICY
                    : one.alreadyPaid().value() ? EarlierSupport.PAID : EarlierSupport.PROMISED;
            worst = of.compareTo(worst) > 0 ? of : worst;
        }
        return worst != EarlierSupport.PAID && gaps.any() ? gaps.lacking() : Known.of("earlierAreaSupport", worst);
    }

    /** Adverse records of the last years that bar, or that a person has to look at; see A8-35 for whose records count. */
    @Derived({"applicant.adverseRecords", "applicant.adverseRecords[].recordedOn", "applicant.adverseRecords[].serious", "applicant.adverseRecords[].department",
        "application.submittedOn"})
    public Known<Boolean> seriousRecord(int years, boolean ofDepartment) {
        if (!applicant.adverseRecords().isValue()) {
            return Known.lacking(applicant.adverseRecords());
        }
        Gaps gaps = new Gaps();
        for (AdverseRecord one : applicant.adverseRecords().value()) {
            if (one.serious().is(false) || one.recordedOn().isValue() && day().isValue()
                    && day().value().isAfter(Periods.yearsAfter(one.recordedOn().value(), years))) {
                continue;
            }
            if (one.department().isValue() && !(counts(one.department().value()) == ofDepartment
                    && !(readings.is("A8-35", "CLOSED_LIST") && !isNamed(one.department().value())))) {
                continue;
            }
            if (!gaps.in(one.serious(), one.recordedOn(), day(), one.department())) {
                return Known.of("applicant.adverseRecords", true);
            }
        }
        return gaps.any() ? gaps.lacking() : Known.of("applicant.adverseRecords", false);
    }

    private boolean counts(AdverseRecord.Department department) {
        return department != AdverseRecord.Department.COURT || readings.is("A8-35", "ANY_AUTHORITY");
    }

    private static boolean isNamed(AdverseRecord.Department department) {
        return department.ordinal() <= AdverseRecord.Department.CUSTOMS.ordinal();
    }

    public Known<Boolean> notAnItemOfFixedSums() {
        return Known.of("direction", !"PRIZE".equals(direction) && !"QUALIFIED_CENTRE".equals(direction));
    }

    /** All fixed sums of the item together, for the reading that cuts their total (A8-02). */
    @Derived({"technologyPrizes.prizes", "qualifiedCentre.qualifications"})
    public Known<BigDecimal> fixedSums() {
        List<Known<BigDecimal>> parts = "PRIZE".equals(direction)
                ? List.of(technologyPrizes.worth(figures, "4.a", readings, Prize.Award.NATIONAL_SCIENCE_AND_TECHNOLOGY_PRIZE),
                        technologyPrizes.worth(figures, "4.b", readings, Prize.Award.BEIJING_TECHNICAL_INVENTION_PRIZE,
                                Prize.Award.BEIJING_SCIENCE_AND_TECHNOLOGY_PROGRESS_PRIZE))
                : List.of(centres(Qualification.Level.NATIONAL, "5.a"), centres(Qualification.Level.BEIJING, "5.b"), centres(Qualification.Level.AREA, "5.c"));
        return parts.stream().filter(Known::isMissing).findFirst().orElseGet(() -> Known.of("fixedSums",
                parts.stream().map(Known::value).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    private Known<BigDecimal> centres(Qualification.Level level, String clause) {
        return qualifiedCentre.worth(level, true, lawInForceFrom, figures.at(clause, "SUM"));
    }

    @Override
    public BigDecimal requestedYuan() {
        return application.requestedAmountYuan().value();
    }
}
