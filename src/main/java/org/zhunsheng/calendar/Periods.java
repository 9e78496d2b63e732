package org.zhunsheng.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Periods by the Civil Code: the first day is not counted (民法典 201), a period of months or years ends on the
 * corresponding day, or on the last day of the month when that day does not exist (202), and 以上, 以内, 届满 include the
 * number itself (1259). Ends are not moved off days off here; where 203 applies, ask {@link WorkingDays#onOrAfter}.
 *
 * <p>"Full N years" and "within N years" share the arithmetic but are two methods: on the corresponding day both hold, so
 * neither is the negation of the other, and a rule that wrote one as "not the other" would be wrong on exactly that day.
 */
public final class Periods {

    private Periods() {
    }

    /** 29 February has no corresponding day in a common year: the last day of February, not 1 March. */
    public static LocalDate yearsAfter(LocalDate start, int years) {
        return start.plusYears(notNegative(years));
    }

    /**
     * Always counted from the start in one step. Adding month by month was rejected: 31 January would stick at 28, though
     * two months after it are 31 March.
     */
    public static LocalDate monthsAfter(LocalDate start, int months) {
        return start.plusMonths(notNegative(months));
    }

    /**
     * "N年(含)以上": full on the corresponding day itself. Asking for the day after it, because the last day ends only at
     * midnight, was rejected: 届满 includes the number itself (1259).
     */
    public static boolean fullYears(LocalDate start, int years, LocalDate on) {
        return !on.isBefore(yearsAfter(start, years));
    }

    /**
     * "N年内": the corresponding day is the last day inside. An event after the day asked about has not happened by then
     * and is not within any period.
     */
    public static boolean withinYears(LocalDate event, int years, LocalDate on) {
        return !event.isAfter(on) && !on.isAfter(yearsAfter(event, years));
    }

    /**
     * The earliest event that {@link #withinYears} admits. Counting years back from 29 February would land on a 28 February whose
     * corresponding day is past already.
     */
    public static LocalDate firstWithinYears(int years, LocalDate on) {
        LocalDate back = on.minusYears(notNegative(years));
        return withinYears(back, years, on) ? back : back.plusDays(1);
    }

    /** The other reading of "N年内": as soon as N years are full the event is out, so the corresponding day is out. */
    public static boolean withinYearsExclusive(LocalDate event, int years, LocalDate on) {
        return !event.isAfter(on) && on.isBefore(yearsAfter(event, years));
    }

    /**
     * The other reading of "近N年": the N whole calendar years before the one of the day asked about (A09). The running year is none of
     * them; taking it in as well was rejected, because that would make a window of up to N + 1 years.
     */
    public static boolean withinCalendarYears(LocalDate event, int years, LocalDate on) {
        int most = notNegative(years);
        int back = on.getYear() - event.getYear();
        return back >= 1 && back <= most;
    }

    /** The first day on which {@link #withinYears} no longer holds. */
    public static LocalDate firstFreeDay(LocalDate event, int years) {
        return yearsAfter(event, years).plusDays(1);
    }

    /**
     * Days of a stretch that has taken place, such as an exhibition from the 1st to the 3rd: three. Rule 201 is about
     * periods that run from an event and does not take the first of these days away.
     */
    public static int daysBothEnds(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("止日" + to + "早于起日" + from);
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    private static int notNegative(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("期间不应为负数，实为" + length);
        }
        return length;
    }
}
