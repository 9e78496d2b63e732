package org.zhunsheng.law;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of tables official_text and text_review, inside the caller's transaction. */
final class TextTable {

    /** Held to the end of the transaction: of several instances one compares, and the others find what it found. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('official_text'), 0)";
    private static final String NEWEST = "select distinct on (policy, clause) policy, clause, version, digest from official_text order by policy, clause, version desc";
    private static final String ADD = "insert into official_text (id, policy, clause, version, digest, wording, found_at, flagged) values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CHANGES = """
            select t.id, t.policy, t.clause, t.found_at, b.wording, t.wording, r.reviewed_at, r.reviewed_by, r.reason
            from official_text t left join official_text b on b.policy = t.policy and b.clause = t.clause and b.version = t.version - 1
            left join text_review r on r.text = t.id where t.flagged""";
    private static final String REVIEW = "insert into text_review (text, reviewed_at, reviewed_by, reason) values (?, ?, ?, ?)";

    /** What was last seen of an article. */
    record Seen(int version, String digest) {
    }

    private final Connection connection;

    TextTable(Connection connection) {
        this.connection = connection;
    }

    void alone() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ALONE)) {
            lock.execute();
        }
    }

    Map<Article, Seen> newest() throws SQLException {
        Map<Article, Seen> newest = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(NEWEST); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                newest.put(new Article(row.getString(1), row.getString(2)), new Seen(row.getInt(3), row.getString(4)));
            }
        }
        return newest;
    }

    /** @param wording null where the text was taken away */
    void add(String id, Article article, int version, Wording wording, Instant foundAt, boolean flagged) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, id);
            insert.setString(2, article.policy());
            insert.setString(3, article.clause());
            insert.setInt(4, version);
            insert.setString(5, wording == null ? null : wording.digest());
            insert.setString(6, wording == null ? null : wording.text());
            insert.setObject(7, foundAt.atOffset(ZoneOffset.UTC));
            insert.setBoolean(8, flagged);
            insert.executeUpdate();
        }
    }

    /** The latest first. */
    List<LawChange> changes() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGES + " order by t.sequence desc")) {
            return read(select);
        }
    }

    /** Nobody reviewed them yet. */
    List<LawChange> open() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGES + " and r.text is null order by t.sequence desc")) {
            return read(select);
        }
    }

    Optional<LawChange> find(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGES + " and t.id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    void review(String id, LawChange.Review review) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REVIEW)) {
            insert.setString(1, id);
            insert.setObject(2, review.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, review.by());
            insert.setString(4, review.reason());
            insert.executeUpdate();
        }
    }

    private static List<LawChange> read(PreparedStatement select) throws SQLException {
        List<LawChange> changes = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                LawChange.Review review = row.getString(8) == null ? null : new LawChange.Review(moment(row, 7), row.getString(8), row.getString(9));
                changes.add(new LawChange(row.getString(1), new Article(row.getString(2), row.getString(3)), moment(row, 4), wording(row, 5), wording(row, 6), review));
            }
        }
        return changes;
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Wording wording(ResultSet row, int column) throws SQLException {
        return row.getString(column) == null ? null : new Wording(row.getString(column));
    }
}
