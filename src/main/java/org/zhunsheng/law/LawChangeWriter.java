package org.zhunsheng.law;

import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.tables.Cell;
import org.zhunsheng.tables.Row;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** A change of an official text as JSON, with what stands behind the article today. */
final class LawChangeWriter {

    private LawChangeWriter() {
    }

    static CanonicalJson write(CanonicalJson json, LawChange change, Behind behind) {
        json.object();
        if (change.after() != null) {
            wording(json.name("after"), change.after());
        }
        if (change.before() != null) {
            wording(json.name("before"), change.before());
        }
        json.name("clause").value(change.article().clause()).name("clauses").array();
        behind.clauses().forEach(clause -> json.object().name("clause").value(clause.id()).name("en").value(clause.en()).name("status").value(clause.status().name())
                .name("zh").value(clause.zh()).end());
        json.end().name("differences").array();
        Differences.between(change.before(), change.after()).forEach(piece -> json.object().name("text").value(piece.text())
                .name("what").value(piece.what().name()).end());
        json.end().name("foundAt").value(BeijingTime.of(change.foundAt())).name("id").value(change.id()).name("kind").value(change.kind().name())
                .name("open").value(change.isOpen()).name("policy").value(change.article().policy());
        if (!change.isOpen()) {
            json.name("review").object().name("at").value(BeijingTime.of(change.review().at())).name("by").value(change.review().by())
                    .name("reason").value(change.review().reason()).end();
        }
        json.name("rows").array();
        behind.rows().forEach(row -> row(json, row));
        json.end().name("rules").array();
        for (RuleBase.Origin rule : behind.rules()) {
            json.object().name("clause").value(rule.clause()).name("rule").value(rule.rule()).end();
        }
        return json.end().end();
    }

    private static void wording(CanonicalJson json, Wording wording) {
        json.object().name("digest").value(wording.digest()).name("text").value(wording.text()).end();
    }

    private static void row(CanonicalJson json, Row row) {
        json.object().name("cells").array();
        for (Cell cell : row.cells()) {
            json.object().name("heading").value(cell.heading()).name("place").value(cell.place()).name("shown").value(cell.shown()).end();
        }
        json.end().name("clause").value(row.clause()).name("place").value(row.place()).name("row").value(row.id()).name("table").value(row.table()).end();
    }
}
