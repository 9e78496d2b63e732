package org.zhunsheng.wire;

import java.time.LocalDate;
import java.util.List;

/** What is told of a unit: since when it has a code, a name, or both; null is what was left out. */
public record UnitRequest(String code, String checkCharacterReason, String name, LocalDate validFrom, LocalDate validUntil, String source,
                          String retracts) {

    /** What happened to a unit on a day. */
    public record Event(Kind kind, LocalDate day, String source, String code, String checkCharacterReason, String name, List<String> with,
                        List<Into> into) {
    }

    public enum Kind { RENAME, MERGER, SPLIT }

    /** A unit that came out of an event: one that is known, or the one with this code. */
    public record Into(String subject, String code, String checkCharacterReason, String name) {
    }

    /** That an entry was wrong. */
    public record Retraction(String entry, String reason, String source) {
    }
}
