package org.zhunsheng.facts;

import java.time.LocalDate;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.calendar.WorkingDays;

/** The part of a case on dates in the life of a base: its term, its ban, its reports, and the publicity before it. */
interface BaseLife {

    LocalDate asOf();

    Readings readings();

    Figures figures();

    Base base();

    AnnualReport annualReport();

    BaseReport baseReport();

    Publicity publicity();

    Objection objection();

    BaseBranch baseBranch();

    /** The corresponding day is still barred (A69-29). */
    default LocalDate banEnd(LocalDate revoked, int years) {
        return Periods.yearsAfter(revoked, years).minusDays(readings().is("A69-29", "ANNIVERSARY_FREE") ? 1 : 0);
    }

    @Derived("base.revokedOn")
    default Known<LocalDate> revocationBanLastDay(int years) {
        return base().revokedOn().map("禁止申报截止日", day -> banEnd(day, years));
    }

    private BaseTerm term() {
        return new BaseTerm(base(), asOf(), figures().whole("16.s2"), readings());
    }

    @Derived({"base.recognisedOn", "base.plaqueAwardedOn", "base.evaluationResult", "base.evaluatedOn", "base.secondEvaluationResult", "base.revokedOn"})
    default Known<Base.Status> status() {
        return term().status();
    }

    @Derived({"base.recognisedOn", "base.plaqueAwardedOn", "base.evaluationResult", "base.evaluatedOn", "base.secondEvaluationResult"})
    default Known<LocalDate> validUntil() {
        return term().validUntil();
    }

    @Derived({"base.recognisedOn", "base.evaluationResult", "annualReport.year"})
    default Known<Base.Due> nextDue() {
        return term().nextDue(annualReport());
    }

    @Derived({"base.recognisedOn", "base.evaluationResult", "annualReport.year"})
    default Known<LocalDate> nextDueOn() {
        return term().nextDueOn(annualReport());
    }

    /** A month after the result or change; a last day off moves to the next working day (A69-24). */
    @Derived("baseReport.occurredOn")
    default Known<LocalDate> reportDueOn(int months) {
        return baseReport().occurredOn().map("报告截止日", day -> readings().is("A69-24", "NO_ROLL") ? Periods.monthsAfter(day, months)
                : WorkingDays.official().onOrAfter(Periods.monthsAfter(day, months)));
    }

    @Derived("baseReport.occurredOn")
    default Known<LocalDate> reportNominallyDueOn(int months) {
        return baseReport().occurredOn().map("报告期满日", day -> Periods.monthsAfter(day, months));
    }

    /** What was not handed in yet can still come today. */
    default Known<LocalDate> doneOn(Known<LocalDate> submitted) {
        return submitted.isNone() ? Known.of(submitted.name(), asOf()) : submitted;
    }

    @Derived({"baseReport.occurredOn", "baseReport.submittedOn"})
    default Known<BaseReport.Timeliness> timeliness(int months) {
        Known<LocalDate> due = reportDueOn(months);
        Known<LocalDate> done = doneOn(baseReport().submittedOn());
        if (!due.isValue() || !done.isValue()) {
            return Known.lacking(due.isValue() ? done : due);
        }
        boolean inTime = !done.value().isAfter(due.value());
        return Known.of("报告情况", baseReport().submittedOn().isValue() ? inTime ? BaseReport.Timeliness.ON_TIME : BaseReport.Timeliness.LATE
                : inTime ? BaseReport.Timeliness.NOT_YET_DUE : BaseReport.Timeliness.OVERDUE);
    }

    /** 12月底前: through the last day of the year, without moving into January (A69-25). */
    @Derived("annualReport.year")
    default Known<LocalDate> annualReportDueOn() {
        return annualReport().year().map("年度报告截止日", year -> {
            LocalDate last = LocalDate.of(year, 12, 31);
            return readings().is("A69-25", "LAST_WORKING_DAY") ? WorkingDays.official().onOrBefore(last) : last;
        });
    }

    /** The last working day of publicity (A69-23). */
    @Derived("publicity.startedOn")
    default Known<LocalDate> publicityLastDay(int days) {
        boolean counted = readings().is("A69-23", "POSTING_DAY_COUNTED");
        return publicity().startedOn().map("公示截止日",
                start -> counted ? WorkingDays.official().plusCountingStart(start, days) : WorkingDays.official().plus(start, days));
    }

    @Derived({"publicity.startedOn", "objection.raisedOn", "objection.inWriting"})
    default Known<Objection.Status> objectionStatus(int days, Known<Object> examined) {
        Known<LocalDate> last = publicityLastDay(days);
        if (objection().raisedOn().isValue() && last.isValue() && objection().raisedOn().value().isAfter(last.value())) {
            return Known.of("异议受理情况", Objection.Status.NOT_ACCEPTED_LATE);
        }
        if (objection().inWriting().is(false)) {
            return Known.of("异议受理情况", Objection.Status.NOT_ACCEPTED_NOT_IN_WRITING);
        }
        return Known.of("异议受理情况", examined.is(true) ? Objection.Status.ACCEPTED
                : examined.is(false) ? Objection.Status.NOT_ACCEPTED : Objection.Status.UNDER_EXAMINATION);
    }

    @Derived({"baseBranch.noticeOn", "baseBranch.noticeInWriting"})
    default Known<BaseBranch.Notice> branchNotice() {
        boolean told = baseBranch().noticeOn().isValue() && baseBranch().noticeInWriting().is(true);
        boolean open = baseBranch().noticeOn().isMissing() || baseBranch().noticeOn().isValue() && baseBranch().noticeInWriting().isMissing();
        return open ? Known.lacking(baseBranch().noticeOn().isMissing() ? baseBranch().noticeOn() : baseBranch().noticeInWriting())
                : Known.of("告知情况", told ? BaseBranch.Notice.COMPLIANT : BaseBranch.Notice.NON_COMPLIANT);
    }
}
