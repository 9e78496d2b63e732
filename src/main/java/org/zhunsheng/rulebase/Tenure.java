package org.zhunsheng.rulebase;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * That a rule base decides its document from a moment on until another one does, as this service knew it in a time of its own. What was
 * decided later for an earlier moment, and what was planned and came to nothing, are told apart by the second.
 *
 * @param from       null where it decides wherever nothing else does: what a build brought
 * @param knownUntil null where it holds to this day
 */
public record Tenure(String ruleBase, Instant from, Instant knownFrom, Instant knownUntil) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Comparator<Tenure> BEGINNING = Comparator.comparing(Tenure::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Which rule bases are chosen from: those of the law as of a day, by what was known at a moment. */
    public record Chosen(LocalDate asOf, Instant knownAt) {

        /** What decides now, which nobody need look up. */
        boolean isNow(Instant now) {
            return knownAt == null && (asOf == null || asOf.equals(day(now)));
        }

        /** A day is decided by what held at its end: who asks of a day on which the law changed asks of what it changed to. Of today, by what holds now. */
        private Instant moment(Instant now) {
            return asOf == null || asOf.equals(day(now)) ? now : asOf.plusDays(1).atStartOfDay(BEIJING).toInstant().minusMillis(1);
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BEIJING);
    }

    private boolean holds(Instant moment, Instant knownAt) {
        return (from == null || !from.isAfter(moment)) && (knownAt == null ? knownUntil == null
                : !knownFrom.isAfter(knownAt) && (knownUntil == null || knownUntil.isAfter(knownAt)));
    }

    /**
     * The one that decides, the last of those that begin last.
     *
     * @param tenures in the order in which they came to be known
     */
    static Optional<Tenure> of(List<Tenure> tenures, Chosen chosen, Instant now) {
        Instant moment = chosen.moment(now);
        return tenures.stream().filter(tenure -> tenure.holds(moment, chosen.knownAt))
                .reduce((before, after) -> BEGINNING.compare(before, after) > 0 ? before : after);
    }
}
