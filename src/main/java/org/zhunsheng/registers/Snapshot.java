package org.zhunsheng.registers;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a register said when it was fetched.
 *
 * @param id           of the import it came by
 * @param complete     whether it is the whole list, so that who is not in it was not listed, or only what changed
 * @param coversUntil  the last of the days it speaks of
 * @param takenAt      when this service learned of it
 */
public record Snapshot(String id, String register, boolean complete, String source, LocalDate coversFrom, LocalDate coversUntil,
                       Instant fetchedAt, Instant takenAt, String takenBy) {
}
