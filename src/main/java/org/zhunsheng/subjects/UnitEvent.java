package org.zhunsheng.subjects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.zhunsheng.wire.UnitRequest.Kind;

/**
 * What happened to units on a day.
 *
 * @param before those that were merged, the one that was split, or the one that was renamed
 * @param after  what came out of it; of a renaming another subject, if what was taken for one turned out to be this unit
 */
record UnitEvent(String id, Kind kind, LocalDate day, List<String> before, List<String> after, String source, Instant recordedAt, String recordedBy) {
}
