package org.zhunsheng.findings;

import static org.zhunsheng.findings.Evidence.Test.AFTER;
import static org.zhunsheng.findings.Evidence.Test.FULL_YEARS_BY;
import static org.zhunsheng.findings.Evidence.Test.ON_OR_BEFORE;
import static org.zhunsheng.findings.Evidence.Test.WITHIN_YEARS_OF;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiPredicate;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;

/** Operators on dates. "Full N years" and "within N years" share the arithmetic; the corresponding day has opposite effect. */
public final class Periodic {

    private Periodic() {
    }

    private static Verdict compare(Known<LocalDate> fact, Evidence.Test test, Known<LocalDate> other, BiPredicate<LocalDate, LocalDate> met) {
        return compare(fact, test, other.isValue() ? other.value() : other.name(), other, met);
    }

    /** What years are counted to, and how many. */
    private static Verdict compare(Known<LocalDate> fact, Evidence.Test test, int years, Known<LocalDate> on,
                                   BiPredicate<LocalDate, LocalDate> met) {
        return compare(fact, test, Map.of("on", on.isValue() ? on.value() : on.name(), "years", years), on, met);
    }

    private static Verdict compare(Known<LocalDate> fact, Evidence.Test test, Object required, Known<LocalDate> other,
                                   BiPredicate<LocalDate, LocalDate> met) {
        if (fact.isMissing()) {
            return Verdict.unknown(new Evidence(fact, test, required, Truth.UNKNOWN), other.isMissing() ? Known.lacking(fact, other) : fact);
        }
        if (fact.isNone() || fact.isValue() && other.isNone()) {
            return Verdict.of(Truth.NOT_MET, new Evidence(fact, test, required, Truth.NOT_MET));
        }
        if (!other.isValue()) {
            return Verdict.unknown(new Evidence(other, test, fact.value(), Truth.UNKNOWN), other);
        }
        Truth truth = Truth.of(met.test(fact.value(), other.value()));
        return Verdict.of(truth, new Evidence(fact, test, required, truth));
    }

    public static Verdict onOrBefore(Known<LocalDate> fact, Known<LocalDate> limit) {
        return compare(fact, ON_OR_BEFORE, limit, (a, b) -> !a.isAfter(b));
    }

    public static Verdict laterThan(Known<LocalDate> fact, Known<LocalDate> limit) {
        return compare(fact, AFTER, limit, LocalDate::isAfter);
    }

    /** "N年(含)以上": the corresponding day completes the years (A08). Shows the first day on which it holds. */
    public static Verdict fullYears(Known<LocalDate> start, int years, Known<LocalDate> on) {
        Verdict verdict = compare(start, FULL_YEARS_BY, years, on, (from, day) -> Periods.fullYears(from, years, day));
        return start.isValue() ? verdict.showing("completeOn", Periods.yearsAfter(start.value(), years)) : verdict;
    }

    /** "N年内" looking back from a day (A09). */
    public static Verdict withinYears(Known<LocalDate> event, int years, Known<LocalDate> on, Readings readings) {
        Verdict verdict = compare(event, WITHIN_YEARS_OF, years, on, (happened, day) -> readings.lookBack(happened, years, day));
        return event.isValue() ? verdict.showing("lastDayInside", Periods.yearsAfter(event.value(), years)) : verdict;
    }

    /** An edition of a ranking is a year; by default the day it was released counts (A42). */
    public static Verdict entryWithinYears(Known<LocalDate> entered, int years, Known<LocalDate> on, Readings readings) {
        if (!readings.is("A42", "EDITION_YEAR")) {
            return withinYears(entered, years, on, readings);
        }
        return compare(entered, WITHIN_YEARS_OF, years, on, (from, day) -> !from.isAfter(day) && day.getYear() - from.getYear() <= years);
    }

    /**
     * "N年内不予重复支持": barred through the corresponding day N years after the decision (A50). Counted in calendar years the bar
     * ends with the year before award year + N, or with that year itself.
     */
    public static Verdict stillBarred(Known<LocalDate> decided, int years, Known<LocalDate> on, Readings readings) {
        Verdict verdict = compare(decided, WITHIN_YEARS_OF, years, on, (from, day) -> !day.isAfter(lastBarredDay(from, years, readings)));
        if (!decided.isValue()) {
            return verdict;
        }
        LocalDate last = lastBarredDay(decided.value(), years, readings);
        return verdict.showing("windowFrom", decided.value()).showing("windowTo", last).showing("firstFreeDay", last.plusDays(1));
    }

    private static LocalDate lastBarredDay(LocalDate decided, int years, Readings readings) {
        if (readings.is("A50", "CALENDAR_INCLUSIVE")) {
            return LocalDate.of(decided.getYear() + years - 1, 12, 31);
        }
        return readings.is("A50", "CALENDAR_FOLLOWING") ? LocalDate.of(decided.getYear() + years, 12, 31)
                : Periods.yearsAfter(decided, years);
    }
}
