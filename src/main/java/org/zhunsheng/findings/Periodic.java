package org.zhunsheng.findings;

import static org.zhunsheng.findings.Evidence.Test.AFTER;
import static org.zhunsheng.findings.Evidence.Test.FULL_YEARS_BY;
import static org.zhunsheng.findings.Evidence.Test.ON_OR_BEFORE;
import static org.zhunsheng.findings.Evidence.Test.WITHIN_YEARS_OF;

import java.time.LocalDate;
import java.util.function.BiPredicate;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;

/** Operators on dates. "Full N years" and "within N years" share the arithmetic; the corresponding day has opposite effect. */
public final class Periodic {

    private Periodic() {
    }

    private static Verdict compare(Known<LocalDate> fact, Evidence.Test test, Known<LocalDate> other, BiPredicate<LocalDate, LocalDate> met) {
        Object required = other.isValue() ? other.value() : other.name();
        if (fact.isMissing()) {
            return Verdict.unknown(new Evidence(fact, test, required, Truth.UNKNOWN), fact.name());
        }
        if (fact.isNone()) {
            return Verdict.of(Truth.NOT_MET, new Evidence(fact, test, required, Truth.NOT_MET));
        }
        if (!other.isValue()) {
            return Verdict.unknown(new Evidence(other, test, fact.value(), Truth.UNKNOWN), other.name());
        }
        Truth truth = Truth.of(met.test(fact.value(), other.value()));
        return Verdict.of(truth, new Evidence(fact, test, required, truth));
    }

    public static Verdict onOrBefore(Known<LocalDate> fact, Known<LocalDate> limit) {
        return compare(fact, ON_OR_BEFORE, limit, (a, b) -> !a.isAfter(b));
    }

    public static Verdict after(Known<LocalDate> fact, Known<LocalDate> limit) {
        return compare(fact, AFTER, limit, LocalDate::isAfter);
    }

    /** "N年(含)以上": the corresponding day completes the years (A08). Shows the first day on which it holds. */
    public static Verdict fullYears(Known<LocalDate> start, int years, Known<LocalDate> on) {
        Verdict verdict = compare(start, FULL_YEARS_BY, on, (from, day) -> Periods.fullYears(from, years, day));
        return start.isValue() ? verdict.showing("completeOn", Periods.yearsAfter(start.value(), years)) : verdict;
    }

    /** "N年内" looking back from a day (A09). */
    public static Verdict withinYears(Known<LocalDate> event, int years, Known<LocalDate> on, Readings readings) {
        Verdict verdict = compare(event, WITHIN_YEARS_OF, on, (happened, day) -> readings.lookBack(happened, years, day));
        return event.isValue() ? verdict.showing("lastDayInside", Periods.yearsAfter(event.value(), years)) : verdict;
    }

    /**
     * "N年内" of an entry into an edition of a ranking: the day the edition came out counts like any other event, or, under
     * the other reading, its year as a whole, because an edition is a year and not a day (A42).
     */
    public static Verdict entryWithinYears(Known<LocalDate> entry, int years, Known<LocalDate> on, Readings readings) {
        return readings.is("A42", "EDITION_YEAR")
                ? compare(entry, WITHIN_YEARS_OF, on, (entered, day) -> Periods.withinCalendarYears(entered, years, day))
                : withinYears(entry, years, on, readings);
    }
}
