package org.zhunsheng.proof;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table whose rows the log attests, whatever else is in them: it is known by its name only, so that whoever owns the table need not
 * know of the log.
 *
 * @param key      SQL for the name of a row, which no other row of the table has
 * @param order    the column that counts the rows; null for a table of few, which is looked through as a whole
 * @param columns  what is read of it
 * @param personal columns that name persons
 */
record Source(Kind kind, String table, String key, String order, String columns, Set<String> personal) {

    /** @param order the row's number, 0 in a table that does not count */
    record Waiting(long order, Attested attested) {
    }

    static Source rows(Kind kind, String table, String key, String order, String... personal) {
        return new Source(kind, table, key, order, "t.*", Set.of(personal));
    }

    private static final Source DECISIONS = new Source(Kind.DECISION, "decision", "t.id", "sequence", "t.answer", Set.of());

    /** A snapshot comes with very many lines: it attests all of them together. */
    private static final String LINES = """
            t.*, (select encode(sha256(convert_to(string_agg(concat_ws('|', e.line, e.code, e.listed_from, coalesce(e.listed_until::text, '-'), e.reference),
            chr(10) order by e.line), 'UTF8')), 'hex') from register_entry e where e.snapshot = t.id) as entries""";

    /** The wording by its digest alone: it is its issuer's, and whoever holds the log need not hold the law. */
    private static final String TEXT = "t.sequence, t.id, t.policy, t.clause, t.version, t.digest, t.found_at, t.flagged, sha256(convert_to(t.wording, 'UTF8')) as wording";

    static final List<Source> ALL = List.of(DECISIONS,
            rows(Kind.JUDGEMENT, "judgement", "t.id", "sequence", "judge", "reason"),
            rows(Kind.RULE_BASE, "rule_base", "t.digest", null),
            rows(Kind.RULE_BASE, "build_begun", "t.policy || '/' || t.sequence", "sequence"),
            rows(Kind.GUIDE, "guide", "t.policy || '/' || t.year || '/' || t.edition", "sequence", "entered_by"),
            rows(Kind.TABLE, "table_edition", "t.policy || '.' || t.workbook || '/' || t.edition", "sequence", "author"),
            rows(Kind.TABLE, "edition_step", "t.policy || '.' || t.workbook || '/' || t.edition || '/' || t.sequence", "sequence", "taken_by", "reason"),
            rows(Kind.TABLE, "affected", "t.id", "sequence", "asked_by"),
            rows(Kind.TABLE, "affected_step", "t.run || '/' || t.sequence", "sequence", "taken_by"),
            new Source(Kind.LAW, "official_text", "t.id", "sequence", TEXT, Set.of()),
            rows(Kind.LAW, "text_review", "t.text", "sequence", "reviewed_by", "reason"),
            rows(Kind.ROLE, "role_change", "t.id", "sequence", "subject", "proposed_by", "reason"),
            rows(Kind.ROLE, "role_decision", "t.change", "sequence", "decided_by", "proposed_by"),
            rows(Kind.AUDIT, "audit", "t.id", "sequence", "asked_by"),
            rows(Kind.SUBJECT, "subject", "t.id", "sequence", "recorded_by"),
            rows(Kind.SUBJECT, "subject_entry", "t.id", "sequence", "recorded_by"),
            rows(Kind.SUBJECT, "subject_party", "t.event || '/' || t.side || '/' || t.subject", "sequence"),
            rows(Kind.LEDGER, "award", "t.id", "id", "entered_by"),
            rows(Kind.LEDGER, "award_version", "t.award || '/' || t.version", "sequence", "learned_by"),
            rows(Kind.REGISTER, "import", "t.id", "sequence", "by"),
            new Source(Kind.REGISTER, "register_snapshot", "t.id", "sequence", LINES, Set.of("taken_by")));

    static Source of(Kind kind, String reference) {
        return ALL.stream().filter(source -> source.kind == kind && (source == DECISIONS || reference.startsWith(source.table + "/"))).findFirst().orElseThrow();
    }

    /** Decisions go by their id alone; of the others the log names the table as well. */
    private String reference() {
        return this == DECISIONS ? key : "'" + table + "/' || " + key;
    }

    /** Committed, among those numbered after one number up to another, and not in the log; the smallest numbers first. */
    List<Waiting> waiting(Connection connection, long after, long until, int most) throws SQLException {
        String number = order == null ? "0" : "t." + order;
        String sql = "select " + reference() + ", " + number + ", " + columns + " from " + table + " t where " + (order == null ? "" : number + " > ? and " + number + " <= ? and ")
                + "not exists (select from log_entry e where e.kind = '" + kind + "' and e.reference = " + reference() + ") order by 2 limit " + most;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (order != null) {
                select.setLong(1, after);
                select.setLong(2, until);
            }
            List<Waiting> waiting = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Waiting(row.getLong(2), attested(row, null)));
                }
            }
            return waiting;
        }
    }

    /** What stands there is not even what is recorded there. */
    static final class Unreadable extends SQLException {

        private static final long serialVersionUID = 1L;

        private Unreadable(String row, String table, IOException broken) {
            super("row " + row + " of " + table + " is not what is recorded there", broken);
        }
    }

    /** The largest number committed so far. */
    long newest(Connection connection) throws SQLException {
        return order == null ? 0 : one(connection, "select coalesce(max(" + order + "), 0) from " + table, row -> row.getLong(1));
    }

    /** The same row as it stands there now, under the secret that it was attested with; nothing where it is gone. */
    Optional<Attested> again(Connection connection, String reference, byte[] secret) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + reference() + ", 0, " + columns + " from " + table + " t where "
                + reference() + " = ?")) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(attested(row, secret)) : Optional.empty();
            }
        }
    }

    /** @param given the secret that it was attested with; null where it is attested now */
    private Attested attested(ResultSet row, byte[] given) throws SQLException {
        try {
            if (this == DECISIONS) {
                return Attested.decision(row.getString(1), row.getBytes(3), given);
            }
            return RecordedRow.attested(kind, personal, row, given);
        } catch (IOException broken) {
            throw new Unreadable(row.getString(1), table, broken);
        }
    }

    /**
     * The largest number that every row with a smaller one is committed or will never be: numbers are given under the shared lock that
     * a trigger takes, and here nobody holds it. It waits for nobody; who records may wait while one number is read.
     */
    Optional<Long> settled(Connection connection) throws SQLException {
        if (order == null || !one(connection, "select pg_try_advisory_lock(hashtext('log of'), hashtext('" + table + "'))", row -> row.getBoolean(1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(newest(connection));
        } finally {
            one(connection, "select pg_advisory_unlock(hashtext('log of'), hashtext('" + table + "'))", row -> row.getBoolean(1));
        }
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    private static <T> T one(Connection connection, String query, Reading<T> reading) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query); ResultSet row = select.executeQuery()) {
            row.next();
            return reading.from(row);
        }
    }
}
