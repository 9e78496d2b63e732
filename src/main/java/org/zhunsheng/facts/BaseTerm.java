package org.zhunsheng.facts;

import java.time.LocalDate;
import org.zhunsheng.calendar.Periods;

/** Where a base stands on a day: terms of validity one after another, each kept by the evaluation at its end (第十六条). */
record BaseTerm(Base base, LocalDate on, int years, Readings readings) {

    /** From the decision of recognition, or from the plaque; the corresponding day is the last (A69-26). */
    Known<LocalDate> firstEnd() {
        Known<LocalDate> start = readings.is("A69-26", "FROM_PLAQUE") ? base.plaqueAwardedOn() : base.recognisedOn();
        return start.map("有效期截止日", day -> end(day));
    }

    private LocalDate end(LocalDate start) {
        return Periods.yearsAfter(start, years).minusDays(readings.is("A69-26", "DAY_BEFORE") ? 1 : 0);
    }

    /** The next term follows the old one, or the evaluation (A69-27). */
    Known<LocalDate> secondEnd() {
        return readings.is("A69-27", "TERM_FROM_EVALUATION") ? base.evaluatedOn().map("有效期截止日", this::end)
                : firstEnd().map("有效期截止日", end -> Periods.yearsAfter(end, years));
    }

    Known<Base.Status> status() {
        if (base.revokedOn().isValue() && !on.isBefore(base.revokedOn().value())) {
            return status(Base.Status.REVOKED);
        }
        Known<LocalDate> recognised = base.recognisedOn();
        if (!recognised.isValue() || firstEnd().isMissing()) {
            return Known.lacking(recognised.isMissing() ? recognised : firstEnd());
        }
        if (on.isBefore(recognised.value())) {
            return status(Base.Status.NOT_YET_RECOGNISED);
        }
        boolean evaluated = !base.evaluatedOn().isValue() || !on.isBefore(base.evaluatedOn().value());
        if (evaluated && base.evaluationResult().is(Base.Result.UNQUALIFIED)) {
            return status(Base.Status.CANCELLED);
        }
        return !on.isAfter(firstEnd().value()) ? status(Base.Status.VALID) : afterFirstTerm(evaluated);
    }

    private Known<Base.Status> afterFirstTerm(boolean evaluated) {
        if (base.evaluationResult().isMissing()) {
            return Known.lacking(base.evaluationResult());
        }
        if (base.evaluationResult().isNone() || !evaluated) {
            return status(Base.Status.PENDING_EVALUATION);
        }
        if (secondEnd().isMissing()) {
            return Known.lacking(secondEnd());
        }
        if (base.secondEvaluationResult().is(Base.Result.UNQUALIFIED)) {
            return status(Base.Status.CANCELLED);
        }
        if (!on.isAfter(secondEnd().value()) || base.secondEvaluationResult().isValue() && !on.isAfter(Periods.yearsAfter(secondEnd().value(), years))) {
            return status(Base.Status.RETAINED);
        }
        return base.secondEvaluationResult().isMissing() ? Known.lacking(base.secondEvaluationResult()) : status(Base.Status.PENDING_EVALUATION);
    }

    private static Known<Base.Status> status(Base.Status status) {
        return Known.of("基地状态", status);
    }

    /** The end of the term that runs, or ran last. */
    Known<LocalDate> validUntil() {
        Known<Base.Status> status = status();
        boolean passed = base.evaluationResult().isValue() && !base.evaluationResult().is(Base.Result.UNQUALIFIED)
                && (!base.evaluatedOn().isValue() || !on.isBefore(base.evaluatedOn().value()));
        if (status.isMissing() || !passed || !firstEnd().isValue() || !secondEnd().isValue()) {
            return firstEnd();
        }
        boolean again = base.secondEvaluationResult().isValue() && !base.secondEvaluationResult().is(Base.Result.UNQUALIFIED);
        return again ? secondEnd().map("有效期截止日", end -> Periods.yearsAfter(end, years)) : secondEnd();
    }

    /** What a base owes next: the report of the year, or the evaluation where its term ends first. */
    Known<Base.Due> nextDue(AnnualReport report) {
        return nextDueOn(report).map("下一事项", day -> day.equals(reportDue(report)) ? Base.Due.ANNUAL_REPORT : Base.Due.EVALUATION);
    }

    Known<LocalDate> nextDueOn(AnnualReport report) {
        boolean holds = status().is(Base.Status.VALID) || status().is(Base.Status.RETAINED) || status().is(Base.Status.PENDING_EVALUATION);
        return !holds ? Known.none("下一事项期限")
                : validUntil().map("下一事项期限", end -> end.isBefore(reportDue(report)) ? end : reportDue(report));
    }

    private LocalDate reportDue(AnnualReport report) {
        boolean done = report.year().is(on.getYear()) && report.summarySubmittedOn().isValue() && report.nextYearPlanSubmittedOn().isValue();
        return LocalDate.of(on.getYear() + (done ? 1 : 0), 12, 31);
    }
}
