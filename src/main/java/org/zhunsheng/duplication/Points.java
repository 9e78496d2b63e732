package org.zhunsheng.duplication;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a person can judge of a check: points of the document's clauses, the content of single awards, and units. */
final class Points {

    private Points() {
    }

    /** All that the check looked at, judged before or not. */
    static SortedSet<String> of(String policy, Search.Found found) {
        SortedSet<String> points = new TreeSet<>();
        found.rules().forEach(rule -> points.addAll(rule.found() == null ? rule.points()
                : rule.found().points(rule.clause().contains("/") ? rule.clause().substring(0, rule.clause().indexOf('/')) : policy)));
        Stream.of(found.earlier().stream().map(earlier -> earlier.entry().award()), found.judged().stream(),
                found.similar() == null ? Stream.<Award>empty() : found.similar().awards()).flatMap(awards -> awards)
                .forEach(award -> points.add(Settled.ofContent(award.code())));
        found.sought().standing().uncertain().forEach(subject -> points.add(Settled.ofUnit(subject)));
        return points;
    }

    /** Those on which the answer hangs. */
    static SortedSet<String> needed(String policy, List<HistoryRules.Rule> rules, Similar similar, Collection<String> ofAwards) {
        SortedSet<String> points = new TreeSet<>(ofAwards);
        rules.stream().filter(rule -> rule.level() == HistoryRules.Level.OPEN).flatMap(rule -> rule.points().stream())
                .forEach(point -> points.add(point.contains("/") ? point : policy + "/" + point));
        if (similar != null) {
            similar.suspects().stream().filter(suspect -> !suspect.clauses().isEmpty())
                    .forEach(suspect -> points.add(Settled.ofContent(suspect.award().code())));
        }
        return points;
    }

    /** Whether an award of the history is for the same content, or of the same unit, where nobody knows and a clause could come out otherwise. */
    static SortedSet<String> ofAwards(History history, Alone alone, Sought sought, List<History.Entry> entries) {
        SortedSet<String> points = new TreeSet<>();
        for (History.Entry entry : entries) {
            Award award = entry.award();
            boolean keysAreSilent = sought.contentKey() == null || award.content().contentKey() == null;
            if (keysAreSilent && sought.settled().sameContent(award).isEmpty()
                    && !alone.touched(history.of(award, sought, true), history.of(award, sought, false)).isEmpty()) {
                points.add(Settled.ofContent(award.code()));
            }
            String subject = award.content().subject();
            if (entry.unit() == History.Unit.UNCERTAIN && !alone.touched(history.of(award, decided(sought, subject, true)),
                    history.of(award, decided(sought, subject, false))).isEmpty()) {
                points.add(Settled.ofUnit(subject));
            }
        }
        return points;
    }

    /** As if the register of units knew. */
    private static Sought decided(Sought sought, String subject, boolean same) {
        Set<String> units = new TreeSet<>(sought.standing().same());
        if (same) {
            units.add(subject);
        }
        return new Sought(new Standing(units, Set.of()), sought.settled(), sought.contentKey(), sought.project());
    }
}
