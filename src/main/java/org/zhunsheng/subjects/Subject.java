package org.zhunsheng.subjects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A unit under the codes and names that it had and has, the latest first, as they were known at the moment asked about. */
public record Subject(String id, List<Code> codes, List<Name> names) {

    /**
     * Who recorded a code or a name, from where, since when and to what last day.
     *
     * @param id     names the entry where it is to be retracted
     * @param from   null where nobody says
     * @param until  the last day; null while it is still so, or where nobody says
     * @param reason why a code was admitted although its check character is wrong
     */
    public record Entry(String id, LocalDate from, LocalDate until, String source, String reason, Instant recordedAt, String recordedBy) {
    }

    public record Code(CreditCode code, Entry entry) {
    }

    public record Name(String name, Entry entry) {
    }
}
