package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Inquiry;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.PriorAward;

/** Looks through the ledger for one question and lets the rules of a document speak about what it finds. */
final class Search {

    /** An earlier award, and what it alone would set against the application. */
    record Earlier(History.Entry entry, List<HistoryRules.Bar> bars) {
    }

    /** What was found, clause by clause and award by award, and how far the ledger reached. */
    record Found(Standing standing, AwardTable.Extent extent, List<Earlier> earlier, List<HistoryRules.Rule> rules) {

        HistoryRules.Level level() {
            return rules.stream().map(HistoryRules.Rule::level).min(Comparator.naturalOrder()).orElse(HistoryRules.Level.CLEAR);
        }

        /** The awards that bar, in the order of the ledger. */
        List<Earlier> blockers() {
            return earlier.stream().filter(each -> !each.bars().isEmpty()).toList();
        }

        List<PriorAward> history() {
            return earlier.stream().map(each -> each.entry().fact()).toList();
        }
    }

    private final History history;
    private final HistoryRules rules;

    Search(FactCatalogue catalogue) {
        this.history = new History(catalogue);
        this.rules = new HistoryRules(catalogue);
    }

    History history() {
        return history;
    }

    HistoryRules rules() {
        return rules;
    }

    /** @param inquiry null where the document asks nobody for a history */
    Found in(Connection connection, Desk desk, Inquiry inquiry, Standing standing, String contentKey, Instant knownAt, Instant moment)
            throws SQLException {
        AwardTable table = new AwardTable(connection);
        AwardTable.Extent extent = table.extent();
        return of(desk, inquiry, standing, extent, table.related(standing.all(), contentKey, knownAt), moment);
    }

    /** The same with awards already at hand: inside a replay, those that the record names. */
    Found of(Desk desk, Inquiry inquiry, Standing standing, AwardTable.Extent extent, List<Award> awards, Instant moment) {
        List<History.Entry> entries = history.of(awards, standing, moment);
        List<PriorAward> facts = entries.stream().map(History.Entry::fact).toList();
        List<HistoryRules.Rule> said = inquiry == null ? List.of() : rules.rules(desk, inquiry, facts);
        // where all of them together bar nothing, none does by itself, and nobody need ask for each
        boolean barred = said.stream().anyMatch(rule -> rule.level() != HistoryRules.Level.CLEAR);
        List<Earlier> earlier = entries.stream().map(entry -> new Earlier(entry,
                barred ? rules.bars(desk, inquiry, entry.fact()) : List.of())).toList();
        return new Found(standing, extent, earlier, said);
    }
}
