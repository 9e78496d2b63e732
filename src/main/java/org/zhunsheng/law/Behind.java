package org.zhunsheng.law;

import java.util.List;
import java.util.function.Function;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.Row;

/** What stands behind an article today: its clauses in the ledger, the rules written for them, and the rows of decision tables that decide them or state their figures. */
record Behind(List<Clause> clauses, List<RuleBase.Origin> rules, List<Row> rows) {

    private static final Behind NOTHING = new Behind(List.of(), List.of(), List.of());

    /** Nothing where no document of this name is held, or the article has nothing in its ledger. */
    static Behind of(Article article, RuleBases bases, Function<RuleBase, List<Row>> rows) {
        return bases.inForce(article.policy()).map(base -> of(article, base, rows)).orElse(NOTHING);
    }

    private static Behind of(Article article, RuleBase base, Function<RuleBase, List<Row>> rows) {
        List<Clause> clauses = base.policy().clauses().stream().filter(clause -> article.covers(article.policy(), clause.id())).toList();
        // a rule that a workbook was made into is told by its row
        List<RuleBase.Origin> rules = clauses.stream().flatMap(clause -> base.behind(clause.id()).stream()).filter(origin -> origin.place() == null).toList();
        return new Behind(clauses, rules, clauses.isEmpty() ? List.of()
                : rows.apply(base).stream().filter(row -> clauses.stream().anyMatch(clause -> row.speaksOf(clause.id()))).toList());
    }

    /** Of all tables of a document: its workbooks are opened for this. */
    static List<Row> rows(RuleBase base) {
        boolean hasTables = base.sources().tables().keySet().stream().anyMatch(file -> file.endsWith(".xlsx"));
        return hasTables ? base.tables().tables().stream().flatMap(table -> table.rows().stream()).toList() : List.of();
    }
}
