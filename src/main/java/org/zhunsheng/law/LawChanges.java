package org.zhunsheng.law;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Which articles say something else than before, found by holding what an operator supplies against what was last seen, and what was said of them. */
public final class LawChanges {

    private static final Logger LOG = Logger.getLogger(LawChanges.class);

    private final Database database;
    private final RuleBases bases;
    private final Ids ids;
    private final OfficialTexts texts;

    LawChanges(Database database, RuleBases bases, Ids ids, OfficialTexts texts) {
        this.database = database;
        this.bases = bases;
        this.ids = ids;
        this.texts = texts;
    }

    /** Of documents of which nothing was supplied nothing is compared: a folder that is not there is no law that was repealed. */
    void compare(SortedMap<Article, Wording> supplied) throws SQLException {
        database.transaction(connection -> {
            TextTable table = new TextTable(connection);
            table.alone();
            compare(supplied, table);
            return null;
        });
        refresh();
    }

    private void compare(SortedMap<Article, Wording> supplied, TextTable table) throws SQLException {
        Map<Article, TextTable.Seen> seen = table.newest();
        Set<String> before = new HashSet<>();
        seen.keySet().forEach(article -> before.add(article.policy()));
        Set<String> now = new HashSet<>();
        supplied.keySet().forEach(article -> now.add(article.policy()));
        Set<Article> all = new TreeSet<>(supplied.keySet());
        seen.keySet().stream().filter(article -> now.contains(article.policy())).forEach(all::add);
        Instant moment = now();
        for (Article article : all) {
            Wording wording = supplied.get(article);
            TextTable.Seen last = seen.get(article);
            boolean held = isHeld(article);
            if (last == null) {
                // the first text of an article that the ledger has changes nothing; one that it has not was added to the document
                boolean flagged = !held && before.contains(article.policy());
                table.add(ids.next(), article, 1, wording, moment, flagged);
                if (!held) {
                    LOG.warnf("official text %s: the ledger has no such clause%s", article, flagged ? ", flagged to be reviewed" : "");
                }
            } else if (wording == null ? last.digest() != null : !wording.digest().equals(last.digest())) {
                table.add(ids.next(), article, last.version() + 1, wording, moment, true);
                LOG.warnf("official text %s %s; what stands behind it is to be reviewed, see GET /v1/law-changes", article, wording == null ? "was taken away" : "changed");
            }
        }
    }

    private boolean isHeld(Article article) {
        return bases.inForce(article.policy()).flatMap(base -> base.policy().clause(article.clause())).isPresent();
    }

    /** Another instance may have found one, or somebody there reviewed it. */
    void refresh() throws SQLException {
        try (Connection connection = database.connection()) {
            texts.awaitReview(new TextTable(connection).open().stream().map(LawChange::article).toList());
        }
    }

    List<LawChange> all(boolean openOnly) throws SQLException {
        try (Connection connection = database.connection()) {
            TextTable table = new TextTable(connection);
            return openOnly ? table.open() : table.changes();
        }
    }

    LawChange find(String id) throws SQLException {
        try (Connection connection = database.connection()) {
            return new TextTable(connection).find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的原文变更",
                    "there is no change of an official text " + id));
        }
    }

    LawChange review(String id, String by, String reason) throws SQLException {
        find(id);
        try (Connection connection = database.connection()) {
            new TextTable(connection).review(id, new LawChange.Review(now(), by, reason));
        }
        refresh();
        return find(id);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
