package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.PriorAward;
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

    /** What was found, clause by clause and award by award, and how far the ledger reached. */
    record Found(Standing standing, AwardTable.Extent extent, List<Earlier> earlier, List<HistoryRules.Rule> rules, Applied applied) {

        HistoryRules.Level level() {
            return rules.stream().map(HistoryRules.Rule::level).min(Comparator.naturalOrder()).orElse(HistoryRules.Level.CLEAR);
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

    Found in(Connection connection, Applied applied, Standing standing, Instant knownAt, Instant moment) throws SQLException {
        AwardTable table = new AwardTable(connection);
        AwardTable.Extent extent = table.extent();
        return of(applied, standing, extent, table.related(standing.all(), applied.asked().contentKey(), knownAt), moment);
    }

    /** The same with awards already at hand: inside a replay, those that the record names. */
    Found of(Applied applied, Standing standing, AwardTable.Extent extent, List<Award> awards, Instant moment) {
        List<History.Entry> entries = history.of(awards, standing, moment);
        List<Earlier> earlier = entries.stream().map(entry -> alone(applied, entry)).toList();
        List<HistoryRules.Rule> said = new ArrayList<>();
        if (applied.itself() != null) {
            said.addAll(rules.rules(applied.desk(), applied.itself(), entries.stream().map(History.Entry::fact).toList()));
        }
        said.addAll(stacking.over(applied, earlier.stream().map(Earlier::said).toList(), said));
        return new Found(standing, extent, earlier, said, applied);
    }

    private Earlier alone(Applied applied, History.Entry entry) {
        List<HistoryRules.Rule> itself = applied.itself() == null ? List.of()
                : rules.rules(applied.desk(), applied.itself(), List.of(entry.fact()));
        return new Earlier(entry, applied.clauses().apply(entry.award()),
                Stream.concat(itself.stream(), stacking.rules(applied, entry, itself).stream()).toList());
    }
}
