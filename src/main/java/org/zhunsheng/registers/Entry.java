package org.zhunsheng.registers;

import java.time.LocalDate;
import java.util.List;

/**
 * A listing of a unit.
 *
 * @param until the last day, which still counts; null while none is known
 */
public record Entry(String snapshot, LocalDate from, LocalDate until, String reference) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** What stays the same where a later snapshot tells of the same listing again, with its end perhaps. */
    List<Object> identity() {
        return List.of(from, reference);
    }
}
