package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhunsheng.calendar.Periods;

/** A case under 京科国发〔2025〕69号: an application of a base, its review, or the life of a recognised base. */
public record BaseCase(
        Question question, String direction, String step, LocalDate asOf, LocalDate lawInForceFrom, Readings readings, Judgements judgements, Figures figures,
        Application application, Applicant applicant, BaseHost baseHost, BasePark basePark, BaseResearch baseResearch, BasePlatform basePlatform,
        BaseIndustry baseIndustry,
        @Fact("国(境)外合作机构") Known<List<OverseasPartner>> overseasPartners,
        @Fact("聘用的外国高端人才") Known<List<ForeignTalent>> foreignTalents,
        BaseReview baseReview, Publicity publicity, Objection objection, Base base, BaseConduct baseConduct, BaseReport baseReport,
        AnnualReport annualReport, BaseBranch baseBranch) implements CaseFile, BaseLife {

    /** The day on which conditions must hold: submission, or the closing day where the guide of the year names one (A69-01). */
    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<LocalDate> day() {
        return readings.is("A69-01", "RECOGNITION_DAY") ? base.recognisedOn()
                : baseHost.guideClosesOn().isValue() && !readings.is("A69-01", "SUBMISSION_ONLY") ? baseHost.guideClosesOn() : application.submittedOn();
    }

    public Known<LocalDate> inForceFrom() {
        return Known.of("施行日期", lawInForceFrom);
    }

    public Known<LocalDate> asOfDay() {
        return Known.of("asOf", asOf);
    }

    /** 满3年: the corresponding day completes the years, unless only the day after it does (A69-02). */
    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<LocalDate> ageDay() {
        return readings.is("A69-02", "DAY_AFTER") ? day().map("期满判断日", day -> day.minusDays(1)) : day();
    }

    /** Registered in Beijing for so long, unless the age of the unit itself is counted (A69-03). */
    @Derived({"applicant.registeredInBeijingOn", "applicant.establishedOn"})
    public Known<LocalDate> registeredSince() {
        return readings.is("A69-03", "ENTITY_AGE") ? applicant.establishedOn() : applicant.registeredInBeijingOn();
    }

    /** 上一年度: the calendar year before the day of the application. */
    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<Integer> previousYear() {
        return day().map("上一年度", day -> day.getYear() - 1);
    }

    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<Integer> yearBeforeThat() {
        return day().map("上一年度之前一年", day -> day.getYear() - 2);
    }

    /** 当年度 is the year of the spending, unless read as the year of the application (A69-20). */
    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<Integer> referenceYear() {
        return readings.is("A69-20", "APPLICATION_YEAR") ? day().map("申报年度", LocalDate::getYear) : previousYear();
    }

    /** 每年: the last complete calendar year (A69-06). Organisers and undertakers only, unless co-organisers are let in (A69-08). */
    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<Integer> inPreviousYear(Known<Map<Integer, Integer>> own, Known<Map<Integer, Integer>> coOrganised) {
        Known<Integer> held = inPreviousYear(own);
        Known<Integer> helped = readings.is("A69-08", "CO_ORGANISED_COUNT") ? inPreviousYear(coOrganised) : Known.of(held.name(), 0);
        return held.isMissing() ? held : held.map(held.name(), count -> count + (helped.isValue() ? helped.value() : 0));
    }

    @Derived({"application.submittedOn", "baseHost.guideClosesOn", "base.recognisedOn"})
    public Known<Integer> inPreviousYear(Known<Map<Integer, Integer>> byYear) {
        Known<Integer> year = previousYear();
        if (!year.isValue()) {
            return Known.lacking(year);
        }
        String name = byYear.name() + "[" + year.value() + "]";
        Integer count = byYear.isValue() ? byYear.value().get(year.value()) : null;
        return count == null ? Known.missing(name) : Known.of(name, count);
    }

    @Derived({"overseasPartners", "basePark.overseasPartnerCount", "overseasPartners[].institution", "overseasPartners[].location",
        "overseasPartners[].inForce"})
    public Count parkPartners() {
        return partners(basePark.overseasPartnerCount(), OverseasPartner::countsForPark);
    }

    @Derived({"overseasPartners", "baseResearch.renownedKeyPartnerCount", "overseasPartners[].institution", "overseasPartners[].heldBy", "overseasPartners[].renowned", "overseasPartners[].keyField",
        "overseasPartners[].keyCountry", "overseasPartners[].inForce"})
    public Count researchPartners() {
        return partners(baseResearch.renownedKeyPartnerCount(), OverseasPartner::countsForResearch);
    }

    @Derived({"overseasPartners", "basePlatform.overseasPartnerCount", "overseasPartners[].institution", "overseasPartners[].heldBy", "overseasPartners[].location",
        "overseasPartners[].internationalOrganisation", "overseasPartners[].inForce"})
    public Count platformPartners() {
        return partners(basePlatform.overseasPartnerCount(), OverseasPartner::countsForPlatform);
    }

    /** Institutions, not agreements (A69-13). */
    private Count partners(Known<Integer> stated, BiFunction<OverseasPartner, Readings, Known<Boolean>> counts) {
        return !overseasPartners.isValue() ? Count.stated(stated)
                : Count.distinct(overseasPartners.name(), overseasPartners.value(), OverseasPartner::institution, each -> counts.apply(each, readings));
    }

    @Derived({"foreignTalents", "baseResearch.certifiedTalentsLast5YearsCount", "baseIndustry.certifiedTalentsLast5YearsCount", "application.submittedOn",
        "foreignTalents[].person", "foreignTalents[].certified", "foreignTalents[].fromHkMacaoTaiwan", "foreignTalents[].startedOn", "foreignTalents[].endedOn"})
    public Count talents(Known<Integer> stated, int years) {
        return inWindow(foreignTalents, stated, years, window -> Count.distinct(foreignTalents.name(), foreignTalents.value(), ForeignTalent::person,
                each -> each.counts(window, readings)));
    }

    @Derived({"baseResearch.projects", "baseResearch.projectsLast5YearsCount", "application.submittedOn", "baseResearch.projects[].project",
        "baseResearch.projects[].level", "baseResearch.projects[].startedOn", "baseResearch.projects[].endedOn"})
    public Count projects(int years) {
        Known<List<BaseProject>> listed = baseResearch.projects();
        return inWindow(listed, baseResearch.projectsLast5YearsCount(), years, window -> Count.distinct(listed.name(), listed.value(),
                BaseProject::project, each -> each.counts(window)));
    }

    private Count inWindow(Known<?> list, Known<Integer> stated, int years, Function<Window, Count> counted) {
        return !list.isValue() ? Count.stated(stated) : day().isValue() ? counted.apply(Window.years(years, day().value(), readings))
                : new Count(list.name(), 0, Integer.MAX_VALUE, day().lacking());
    }

    /** The category that rests on this kind of unit by its type alone; a role may open another (A69-11). */
    @Derived("applicant.entityType")
    public Known<Base.Category> fittingCategory() {
        Known<Applicant.EntityType> type = applicant.entityType();
        if (!type.isValue()) {
            return Known.lacking(type);
        }
        return switch (type.value()) {
            case SCIENCE_PARK -> Known.of(type.name(), Base.Category.PARK);
            case UNIVERSITY, RESEARCH_INSTITUTION, MEDICAL_INSTITUTION -> Known.of(type.name(), Base.Category.RESEARCH);
            case SOCIAL_ORGANISATION, SERVICE_INSTITUTION -> Known.of(type.name(), Base.Category.PLATFORM);
            case NATIONAL_HIGH_TECH_ENTERPRISE, ZHONGGUANCUN_HIGH_TECH_ENTERPRISE, COMPANY_WITHOUT_HIGH_TECH_CERTIFICATE ->
                Known.of(type.name(), Base.Category.INDUSTRY);
            default -> Known.none(type.name());
        };
    }

    @Derived({"application.submittedOn", "baseHost.guideClosesOn"})
    public Known<Boolean> foundedInside(Known<LocalDate> founded, int years) {
        Known<LocalDate> day = day();
        return !founded.isValue() || !day.isValue() ? Known.lacking(founded, day)
                : Known.of(founded.name(), Window.years(years, day.value(), readings).holds(founded.value()));
    }

    /** Its last day still counts. */
    @Derived({"applicant.highTechCertificateValidUntil", "application.submittedOn"})
    public Known<Boolean> certificateHolds() {
        Known<LocalDate> until = applicant.highTechCertificateValidUntil();
        Known<LocalDate> day = day();
        return until.isNone() ? Known.of(until.name(), false) : until.isMissing() || !day.isValue() ? Known.lacking(until, day)
                : Known.of(until.name(), !day.value().isAfter(until.value()));
    }

    /** Adverse records of the last years, the corresponding day included; repaired ones are counted by themselves (A69-04). */
    @Derived({"applicant.adverseRecords", "applicant.adverseRecords[].recordedOn", "applicant.adverseRecords[].repaired",
        "applicant.adverseRecords[].serious", "application.submittedOn", "baseHost.guideClosesOn"})
    public Count adverseRecords(int years, boolean repaired) {
        Known<List<AdverseRecord>> records = applicant.adverseRecords();
        if (!records.isValue() || !day().isValue()) {
            return records.isNone() ? new Count(records.name(), 0, 0, Set.of())
                    : new Count(records.name(), 0, Integer.MAX_VALUE, records.isMissing() ? records.lacking() : day().lacking());
        }
        // where the corresponding day is outside, an event must still be inside on the next one
        LocalDate last = readings.is("A69-04", "ANNIVERSARY_OUTSIDE") ? day().value().plusDays(1) : day().value();
        Window window = new Window(Periods.firstWithinYears(years, last), day().value(), false);
        return Count.of(records.name(), records.value().stream().map(record -> record.counts(window, repaired, readings)).toList());
    }

    /** The last day of the latest ban; none where no earlier base was revoked. A cancelled base brings none (A69-28). */
    @Derived({"baseHost.priorRevocations", "baseHost.priorRevocations[].revokedOn", "baseHost.priorRevocations[].ofPredecessor",
        "baseHost.unqualifiedCancellationDates"})
    public Known<LocalDate> banLastDay(int years, boolean ofPredecessor) {
        boolean cancellationsBan = readings.is("A69-28", "BANNED") && !ofPredecessor && baseHost.unqualifiedCancellationDates().isValue();
        Known<LocalDate> last = PriorRevocation.latest(baseHost.priorRevocations(), ofPredecessor,
                cancellationsBan ? baseHost.unqualifiedCancellationDates().value() : List.of());
        return last.isValue() ? last.map("禁止申报截止日", day -> banEnd(day, years)) : last;
    }
}
