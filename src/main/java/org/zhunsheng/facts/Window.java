package org.zhunsheng.facts;

import java.time.LocalDate;
import org.zhunsheng.calendar.Periods;

/** 近N年: from which day through which, and whether what began before it and lasts into it counts (A69-05). */
public record Window(LocalDate from, LocalDate to, boolean startInside) {

    public static Window years(int years, LocalDate day, Readings readings) {
        boolean complete = readings.is("A69-05", "COMPLETE_CALENDAR_YEARS");
        if (complete || readings.is("A69-05", "CALENDAR_YEARS_WITH_CURRENT")) {
            int last = day.getYear() - (complete ? 1 : 0);
            return new Window(LocalDate.of(last - years + 1, 1, 1), complete ? LocalDate.of(last, 12, 31) : day, false);
        }
        return new Window(Periods.firstWithinYears(years, day), day, readings.is("A69-05", "STARTED_INSIDE"));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** A state that lasts from one day to another, or until now. */
    public Known<Boolean> holds(Known<LocalDate> start, Known<LocalDate> end) {
        if (start.isValue() && (start.value().isAfter(to) || startInside)) {
            return Known.of(start.name(), holds(start.value()));
        }
        if (end.isValue() && end.value().isBefore(from)) {
            return Known.of(end.name(), false);
        }
        return start.isMissing() || end.isMissing() ? Known.lacking(start.isMissing() ? start : end) : Known.of(end.name(), true);
    }
}
