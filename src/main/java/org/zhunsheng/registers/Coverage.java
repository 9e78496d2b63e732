package org.zhunsheng.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which snapshots speak of a day: the last complete list that reaches it, or comes nearest before it, and what changed since. Changes
 * count towards how far the list reaches only without a gap; a listing behind a gap is still a listing.
 */
final class Coverage {

    private static final Comparator<Snapshot> ORDER = Comparator.comparing(Snapshot::coversUntil).thenComparing(Snapshot::fetchedAt)
            .thenComparing(Snapshot::takenAt);

    private final Map<String, Snapshot> heard = new LinkedHashMap<>();
    private final Map<String, Integer> place = new HashMap<>();
    private final List<Snapshot> chain = new ArrayList<>();
    private LocalDate until;

    Coverage(List<Snapshot> known, LocalDate day) {
        Snapshot base = known.stream().filter(each -> each.complete() && !each.coversFrom().isAfter(day)).max(Comparator
                .comparing((Snapshot each) -> each.coversUntil().isAfter(day) ? day : each.coversUntil()).thenComparing(Snapshot::fetchedAt)
                .thenComparing(Snapshot::takenAt)).orElse(null);
        if (base != null) {
            hear(base);
            chain.add(base);
            until = base.coversUntil();
        }
        known.stream().filter(each -> each != base && speaksAfter(each, base, day)).sorted(ORDER).forEach(each -> {
            hear(each);
            if (base != null && !each.complete() && !each.coversFrom().isAfter(until.plusDays(1))) {
                chain.add(each);
                until = each.coversUntil().isAfter(until) ? each.coversUntil() : until;
            }
        });
    }

    /** A complete list stands for all that went before it; one that begins after the day says only who was listed by then already. */
    private static boolean speaksAfter(Snapshot each, Snapshot base, LocalDate day) {
        return each.complete() ? each.coversFrom().isAfter(day)
                : base == null || each.coversUntil().isAfter(base.coversUntil()) || each.fetchedAt().isAfter(base.fetchedAt());
    }

    private void hear(Snapshot snapshot) {
        place.put(snapshot.id(), heard.size());
        heard.put(snapshot.id(), snapshot);
    }

    /** Of each listing what was heard last. */
    Collection<Entry> latest(List<Entry> entries) {
        Map<List<Object>, Entry> latest = new LinkedHashMap<>();
        entries.stream().filter(entry -> place.containsKey(entry.snapshot())).sorted(Comparator.comparing(entry -> place.get(entry.snapshot())))
                .forEach(entry -> latest.put(entry.identity(), entry));
        return latest.values();
    }

    Snapshot of(Entry entry) {
        return heard.get(entry.snapshot());
    }

    /** The day up to which it is known that the listing was not ended. */
    LocalDate asOf(Entry entry) {
        Snapshot from = of(entry);
        return chain.contains(from) ? until : from.coversUntil();
    }

    /** The snapshot that reaches furthest; null where no complete list speaks of the day. */
    Snapshot newest() {
        return chain.stream().max(ORDER).orElse(null);
    }

    LocalDate until() {
        return until;
    }
}
