package org.zhunsheng.guides;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The guides this service holds, in memory: evaluations ask for one on threads that must not wait. There are a handful a year, so all
 * editions stay here, those that earlier decisions were made by included.
 */
public final class Guides implements HeldGuides {

    private record Shelf(int count, Map<String, TreeMap<Integer, List<GuideEdition>>> byPolicy, Map<String, GuideEdition> byDigest) {
    }

    private final GuideStore store;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private volatile Shelf shelf = new Shelf(0, Map.of(), Map.of());

    public Guides(GuideStore store) {
        this.store = store;
    }

    /** Takes up what was entered since, here or by another instance; returns whether there was anything. */
    public synchronized boolean refresh() throws SQLException {
        boolean changed = store.count() != shelf.count;
        if (changed) {
            shelf = shelved(store.all());
        }
        loaded.complete(null);
        return changed;
    }

    private static Shelf shelved(List<GuideEdition> editions) {
        Map<String, TreeMap<Integer, List<GuideEdition>>> byPolicy = new TreeMap<>();
        Map<String, GuideEdition> byDigest = new HashMap<>();
        for (GuideEdition edition : editions) {
            byPolicy.computeIfAbsent(edition.guide().policy(), policy -> new TreeMap<>())
                    .computeIfAbsent(edition.guide().year(), year -> new ArrayList<>()).add(edition);
            byDigest.put(edition.digest(), edition);
        }
        return new Shelf(editions.size(), byPolicy, byDigest);
    }

    /** Adds an edition, unless the newest one says just this, and returns the one then in force. */
    GuideEdition add(Guide guide, String by) throws SQLException {
        store.add(guide, Instant.now().truncatedTo(ChronoUnit.MILLIS), by);
        refresh();
        return of(guide.policy(), guide.year()).orElseThrow();
    }

    /** Before a service has loaded its guides it does not know that it holds none: who asks in the moment of its start waits. */
    private Shelf shelf() {
        loaded.join();
        return shelf;
    }

    @Override
    public Optional<GuideEdition> of(String policy, int year) {
        List<GuideEdition> editions = editions(policy, year);
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
    }

    /** What was held at a moment: later editions of a year are left out. */
    public HeldGuides knownAt(Instant moment) {
        return (policy, year) -> editions(policy, year).stream().filter(edition -> !edition.enteredAt().isAfter(moment)).reduce((before, after) -> after);
    }

    /** Of one year, from the first to the newest. */
    List<GuideEdition> editions(String policy, int year) {
        TreeMap<Integer, List<GuideEdition>> years = shelf().byPolicy.get(policy);
        return years == null ? List.of() : years.getOrDefault(year, List.of());
    }

    /** The guides in force: by document, and of each from the latest year back. */
    Stream<GuideEdition> inForce() {
        return shelf().byPolicy.values().stream().flatMap(years -> years.descendingMap().values().stream())
                .map(editions -> editions.get(editions.size() - 1));
    }

    /** The guide that an earlier decision names; it may have been made elsewhere, by a guide that was entered there just before. */
    public GuideEdition named(String digest) {
        if (!shelf().byDigest.containsKey(digest)) {
            try {
                refresh();
            } catch (SQLException failed) {
                throw new IllegalStateException("申报通知 " + digest + " 未能读取", failed);
            }
        }
        GuideEdition known = shelf.byDigest.get(digest);
        if (known == null) {
            throw new IllegalStateException("没有保存申报通知 " + digest);
        }
        return known;
    }
}
