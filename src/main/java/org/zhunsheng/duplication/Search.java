package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.similarity.Candidates;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Looks through the ledger for one question and lets the rules of a document, and those between documents, speak about what it finds. */
final class Search {

    /** An earlier award, and what is said of it alone, clause by clause. */
    record Earlier(History.Entry entry, String clause, List<HistoryRules.Rule> said) {

        List<HistoryRules.Bar> bars() {
            return said.stream().filter(rule -> rule.level() == HistoryRules.Level.BLOCKED).map(HistoryRules.Rule::bar).toList();
        }

        private boolean isNamedBy(Predicate<HistoryRules.Rule> same) {
            return said.stream().filter(same).anyMatch(rule -> rule.level() != HistoryRules.Level.CLEAR);
        }
    }

    /** What was found, clause by clause and award by award, and how far the ledger reached. What is similar is null where nobody asked. */
    record Found(Applied applied, Sought sought, AwardTable.Extent extent, List<Earlier> earlier, List<HistoryRules.Rule> rules, Similar similar,
                 List<Award> judged, SortedSet<String> needed) {

        HistoryRules.Level level() {
            HistoryRules.Level level = rules.stream().map(HistoryRules.Rule::level).min(Comparator.naturalOrder()).orElse(HistoryRules.Level.CLEAR);
            return similar != null && similar.isOpen() && level.compareTo(HistoryRules.Level.SUSPECT) > 0 ? HistoryRules.Level.SUSPECT : level;
        }

        /** The awards that bar, in the order of the ledger. */
        List<Earlier> blockers() {
            return earlier.stream().filter(each -> !each.bars().isEmpty()).toList();
        }

        /** The awards that a clause, each by itself, is not clear of. */
        List<String> awards(HistoryRules.Rule rule) {
            return earlier.stream().filter(each -> each.isNamedBy(one -> Stacking.isSame(applied, rule, one))).map(each -> each.entry().award().code()).toList();
        }

        List<PriorAward> history() {
            return earlier.stream().map(each -> each.entry().fact()).toList();
        }
    }

    /** Candidates worth scoring: among so many of them, the benchmarks find what they look for. */
    private static final int CANDIDATES = 200;

    private final History history;
    private final HistoryRules rules;
    private final Stacking stacking;

    Search(FactCatalogue catalogue) {
        this.history = new History(catalogue);
        this.rules = new HistoryRules(catalogue);
        this.stacking = new Stacking(catalogue);
    }

    History history() {
        return history;
    }

    /** A reading may be the document's own or one between the documents; what neither knows is refused by the document. */
    Applied applied(Desk desk, Desk between, Asked asked, String unit, Function<Award, String> clauses, Problems problems) {
        Map<String, String> own = new LinkedHashMap<>(asked.readings());
        own.entrySet().removeIf(each -> !desk.admits(each.getKey(), each.getValue()) && between != null && between.admits(each.getKey(), each.getValue()));
        own.forEach((reading, option) -> {
            if (!desk.admits(reading, option)) {
                desk.refuse(reading, option, problems);
            }
        });
        problems.raise();
        return new Applied(desk, rules.inquiry(desk, asked, own, problems).orElse(null), between,
                between == null ? null : stacking.inquiry(between, asked, problems).orElse(null), asked, unit, clauses);
    }

    /** Those that the rules must see, those that a judgement names, and those that may be similar, in the order of the ledger. */
    List<Award> awards(Connection connection, Sought sought, Instant knownAt) throws SQLException {
        AwardTable table = new AwardTable(connection);
        SortedMap<Long, Award> awards = new TreeMap<>();
        table.related(sought.standing().all(), sought.contentKey(), knownAt).forEach(award -> awards.put(award.id(), award));
        judged(table, sought, knownAt).forEach(award -> awards.put(award.id(), award));
        if (sought.project() != null) {
            table.numbered(Candidates.of(connection, sought.project(), CANDIDATES), knownAt).forEach(award -> awards.put(award.id(), award));
        }
        return List.copyOf(awards.values());
    }

    /** Named by a judgement and not found, it was copied wrongly, or is not known yet. */
    private static List<Award> judged(AwardTable table, Sought sought, Instant knownAt) throws SQLException {
        Problems problems = new Problems();
        List<Award> awards = new ArrayList<>();
        for (String code : sought.settled().content().keySet()) {
            table.find(code, knownAt).ifPresentOrElse(awards::add, () -> problems.at("/judgements/" + Problems.step(Settled.ofContent(code)),
                    ProblemCode.UNKNOWN_JUDGEMENT, "台账中没有编码为 " + code + " 的支持", "the ledger has no award " + code));
        }
        for (String subject : sought.settled().units().keySet()) {
            if (!sought.standing().uncertain().contains(subject)) {
                problems.at("/judgements/" + Problems.step(Settled.ofUnit(subject)), ProblemCode.UNKNOWN_JUDGEMENT,
                        "是否同一单位不需判断：" + subject, "whether " + subject + " is the same unit is not in question");
            }
        }
        problems.raise();
        return awards;
    }

    /**
     * @param awards   what the ledger says now, or inside a replay what the record names
     * @param compared how many texts the record says were compared; null where these are all
     */
    Found of(Applied applied, Sought sought, AwardTable.Extent extent, List<Award> awards, Instant moment, Integer compared) {
        Alone alone = new Alone(rules, stacking, applied);
        Desk desk = applied.desk();
        List<Award> supporting = History.supporting(awards, moment);
        List<History.Entry> entries = supporting.stream().filter(sought::isHistory).map(award -> history.of(award, sought)).toList();
        List<HistoryRules.Rule> said = applied.itself() == null ? List.of()
                : rules.rules(desk, applied.itself(), entries.stream().map(History.Entry::fact).toList());
        // where all of them together bar nothing, none does by itself, and nobody need ask for each
        boolean clear = said.stream().allMatch(rule -> rule.level() == HistoryRules.Level.CLEAR);
        List<Earlier> earlier = entries.stream().map(entry -> new Earlier(entry, applied.clauses().apply(entry.award()),
                clear ? alone.said(entry, said) : alone.said(entry))).toList();
        List<HistoryRules.Rule> all = Stream.concat(said.stream(), stacking.over(applied, earlier.stream().map(Earlier::said).toList(), said,
                stacking.dependencies(applied, entries)).stream()).toList();
        int texts = compared != null ? compared : (int) supporting.stream().filter(Similar::isComparable).count();
        Similar similar = sought.project() == null ? null : Similar.of(sought, supporting,
                award -> alone.touched(history.of(award, sought, true), history.of(award, sought, false)), texts);
        boolean open = all.stream().anyMatch(rule -> rule.level() == HistoryRules.Level.OPEN);
        SortedSet<String> needed = Points.needed(desk.base().policy().policy(), all, similar,
                open ? Points.ofAwards(history, alone, sought, entries) : Set.of());
        List<Award> judged = awards.stream().filter(award -> sought.settled().sameContent(award).isPresent()).toList();
        return new Found(applied, sought, extent, earlier, all, similar, judged, needed);
    }

    /**
     * Whether nothing stands against it and nothing is open, asked once for all awards together and not for each: where they bar nothing
     * together, none does by itself. What is not clear here may be clear all the same, award by award.
     */
    boolean isClear(Applied applied, Sought sought, List<Award> awards, Instant moment) {
        List<History.Entry> entries = History.supporting(awards, moment).stream().filter(sought::isHistory).map(award -> history.of(award, sought)).toList();
        List<HistoryRules.Rule> said = applied.itself() == null ? List.of()
                : rules.rules(applied.desk(), applied.itself(), entries.stream().map(History.Entry::fact).toList());
        return said.stream().allMatch(rule -> rule.level() == HistoryRules.Level.CLEAR) && stacking.isClear(applied, entries, said);
    }
}
