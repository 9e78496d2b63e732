package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.calendar.WorkingDays;

/** A case under 京科发〔2022〕9号: an application for money, a step of its procedure, a payment, a duty or a breach. */
public record GrantCase(
        Question question, String direction, String step, LocalDate asOf, LocalDate lawInForceFrom, Readings readings, Judgements judgements, Figures figures,
        Application application, Applicant applicant, CreditBeforeReview creditBeforeReview, RecipientAtPayment recipientAtPayment,
        GoGlobal goGlobal, Park park, Incubator incubator, RdCentre rdCentre, ForeignRd foreignRd, InternationalBody internationalBody,
        TechTransfer techTransfer, OpenScience openScience, Event event, Journal journal, Talent talent,
        @Fact("历史获批和在申项目") Known<List<PriorAward>> awardsHistory,
        Project project, Review review, Publicity publicity, Agreement agreement, Acceptance acceptance, Approved approved,
        UseOfFunds useOfFunds, Performance performance, Breach breach, Budget budget,
        ConflictingOlderDocument conflictingOlderDocument) implements CaseFile {

    /** The day conditions must hold: submission, the only date every application has and the applicant controls (A08, A09). */
    @Derived("application.submittedOn")
    public Known<LocalDate> day() {
        return application.submittedOn();
    }

    public Known<LocalDate> inForceFrom() {
        return Known.of("施行日期", lawInForceFrom);
    }

    /** The day to which years of operation are counted (A08). */
    @Derived({"application.submittedOn", "creditBeforeReview.reviewDate"})
    public Known<LocalDate> ageDay() {
        if (readings.is("A08", "REVIEW_DAY")) {
            return creditBeforeReview.reviewDate();
        }
        Known<LocalDate> day = day();
        return readings.is("A08", "PREVIOUS_YEAR_END") && day.isValue()
                ? Known.of("上年末", LocalDate.of(day.value().getYear() - 1, 12, 31)) : day;
    }

    /** 上一年度: the calendar year before submission, or before the year the annual notice names (A05). */
    @Derived({"application.submittedOn", "application.noticeYear"})
    public Known<Integer> previousYear() {
        if (readings.is("A05", "NOTICE_YEAR")) {
            Known<Integer> year = application.noticeYear();
            return year.isValue() ? Known.of("上一年度", year.value() - 1) : Known.missing(year.name());
        }
        Known<LocalDate> day = day();
        return day.isValue() ? Known.of("上一年度", day.value().getYear() - 1) : Known.missing(day.name());
    }

    /** Articles 5–15 fix the mode of each direction; only 第十三条 splits it by kind of event, and of an event of two modes it has to be said. */
    @Derived({"project.paymentMode", "event.type", "event.alsoQualifiesAs"})
    public Known<PaymentMode> paymentMode() {
        Known<PaymentMode> stated = project.paymentMode();
        if (!stated.isMissing() || direction == null) {
            return stated;
        }
        return switch (direction) {
            case "OPEN_SCIENCE" -> Known.of(stated.name(), PaymentMode.PRE_GRANT);
            case "CONFERENCE_OR_ACTIVITY" -> {
                Known<PaymentMode> filed = event.type().map(stated.name(), Event.Type::paymentMode);
                yield filed.isMissing() || !event.alsoQualifiesAs().isValue() || filed.is(event.alsoQualifiesAs().value().paymentMode()) ? filed : stated;
            }
            default -> Known.of(stated.name(), PaymentMode.POST_GRANT);
        };
    }

    /** Whether the amount of the previous year exceeds that of the year before, for the amount of the centre's own category (A26). */
    @Derived({"foreignRd.category", "foreignRd.rdInvestmentByYearYuan", "foreignRd.platformInvestmentByYearYuan"})
    public Known<Boolean> investmentRose() {
        Known<Integer> year = previousYear();
        if (!year.isValue()) {
            return Known.missing(year.name());
        }
        var byYear = foreignRd.category().is(ForeignRd.Category.OPEN_INNOVATION_PLATFORM) ? foreignRd.platformInvestmentByYearYuan()
                : foreignRd.rdInvestmentByYearYuan();
        Known<BigDecimal> last = ForeignRd.inYear(byYear, year);
        Known<BigDecimal> before = ForeignRd.inYear(byYear, Known.of(year.name(), year.value() - 1));
        if (last.isMissing() || before.isMissing()) {
            return Known.missing(before.name());
        }
        return Known.of("foreignRd.investmentRose", last.value().compareTo(before.value()) > 0);
    }

    /** The last working day of publicity (A46). */
    @Derived("publicity.startedOn")
    public Known<LocalDate> publicityLastDay() {
        int days = figures.whole("16.3.c");
        boolean counted = readings.is("A46", "START_DAY_COUNTED");
        return publicity.startedOn().map("公示截止日",
                start -> counted ? WorkingDays.official().plusCountingStart(start, days) : WorkingDays.official().plus(start, days));
    }

    @Derived({"project.implementationEndsOn", "project.extensionApproved", "project.approvedExtensionEndsOn"})
    public Known<LocalDate> acceptanceNominallyDueOn() {
        return project.periodEnd().map("验收期满日", end -> Periods.monthsAfter(end, figures.whole("16.6.a")));
    }

    /** A last day that falls on a day off moves to the next working day (A47). */
    @Derived({"project.implementationEndsOn", "project.extensionApproved", "project.approvedExtensionEndsOn"})
    public Known<LocalDate> acceptanceDueOn() {
        return readings.is("A47", "NO_ROLL") ? acceptanceNominallyDueOn()
                : acceptanceNominallyDueOn().map("验收截止日", WorkingDays.official()::onOrAfter);
    }

    public enum NextStep { REVIEW, PUBLICITY, RESOLVE_OBJECTION, SIGN_AGREEMENT_OR_TASK_BOOK, DISBURSEMENT }

    /**
     * The step that comes next in the order of 第十六条. Where the start of publicity is known the calendar says whether it is over,
     * whatever else is said of it; what was published is not exempt from it; an agreement nobody mentions is not signed.
     */
    @Derived({"publicity.startedOn", "publicity.finished", "publicity.classifiedOrNotPublishable", "publicity.objectionRaised",
        "publicity.objectionResolved", "review.completedOn", "project.paymentMode", "event.type", "event.alsoQualifiesAs", "agreement.signed"})
    public Known<NextStep> nextStep() {
        boolean published = publicity.startedOn().isValue() || publicity.finished().is(true);
        Known<Boolean> exempt = published && publicity.classifiedOrNotPublishable().isMissing()
                ? Known.of(publicity.classifiedOrNotPublishable().name(), false) : publicity.classifiedOrNotPublishable();
        Known<Boolean> over = publicityLastDay().isValue()
                ? Known.of(publicity.finished().name(), asOf.isAfter(publicityLastDay().value())) : publicity.finished();
        if (!exempt.is(true)) {
            Known<Boolean> objection = publicity.objectionOpen();
            Known<?> undecided = !over.is(true) ? over : objection;
            if (undecided.isMissing()) {
                return Known.lacking(undecided);
            }
            if (exempt.isMissing() && (!over.is(true) || objection.is(true))) {
                return Known.lacking(exempt);
            }
            if (!over.is(true)) {
                return publicity.startedOn().isValue() ? next(NextStep.PUBLICITY)
                        : review.completedOn().isMissing() ? Known.lacking(review.completedOn())
                                : next(review.completedOn().isNone() ? NextStep.REVIEW : NextStep.PUBLICITY);
            }
            if (objection.is(true)) {
                return next(NextStep.RESOLVE_OBJECTION);
            }
        }
        boolean everyProject = readings.is("A12", "EVERY_PROJECT");
        if (paymentMode().isMissing() && !everyProject && !agreement.signed().is(true)) {
            return Known.lacking(paymentMode());
        }
        boolean toSign = (everyProject || paymentMode().is(PaymentMode.PRE_GRANT)) && !agreement.signed().is(true);
        return next(toSign ? NextStep.SIGN_AGREEMENT_OR_TASK_BOOK : NextStep.DISBURSEMENT);
    }

    private static Known<NextStep> next(NextStep step) {
        return Known.of("下一环节", step);
    }

    @Override
    public BigDecimal requestedYuan() {
        return application.requestedAmountYuan().value();
    }

    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>();
        if (techTransfer.projects().isValue()) {
            for (TransferProject project : TransferProject.distinct(techTransfer.projects().value())) {
                parts.add(new TransferredProject(this, project));
            }
        }
        if (awardsHistory.isValue()) {
            awardsHistory.value().forEach(award -> parts.add(new EarlierAward(this, award)));
        }
        return parts;
    }
}
