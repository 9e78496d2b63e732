package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.Map;
import org.zhunsheng.calendar.Periods;

/** The readings (解释口径) this evaluation departs from the defaults in. What is not listed has its default, which the ledger names. */
public record Readings(Map<String, String> chosen) {

    public static final Readings DEFAULTS = new Readings(Map.of());

    public boolean is(String reading, String option) {
        return option.equals(chosen.get(reading));
    }

    /** "N年内" looking back: rolling with the corresponding day inside by default (A09). */
    public boolean lookBack(LocalDate event, int years, LocalDate day) {
        if (is("A09", "ROLLING_EXCLUSIVE")) {
            return Periods.withinYearsExclusive(event, years, day);
        }
        return is("A09", "CALENDAR_YEARS") ? Periods.withinCalendarYears(event, years, day) : Periods.withinYears(event, years, day);
    }
}
