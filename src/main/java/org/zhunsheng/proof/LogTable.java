package org.zhunsheng.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The SQL of tables log_entry, log_subtree, log_checkpoint and log_key, inside the caller's transaction. */
final class LogTable {

    /** Held to the end of the transaction; who does not get it leaves the work to who has it. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('log'))";
    private static final String SIZE = "select coalesce(max(leaf) + 1, 0) from log_entry";
    private static final String INSERT = "insert into log_entry (leaf, kind, reference, entry, sha256, sm3, salt) select * from unnest(?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_SUBTREE = "insert into log_subtree (level, position, sha256, sm3) values (?, ?, ?, ?)";
    private static final String INSERT_CHECKPOINT = "insert into log_checkpoint (size, note, time) values (?, ?, ?)";
    private static final String LEAVES = "select sha256, sm3 from log_entry where leaf >= ? and leaf < ? order by leaf";
    private static final String SUBTREES = "select sha256, sm3 from log_subtree where position >= ? and position < ? and level = ? order by position";
    private static final String ONE = "select leaf, kind, reference, entry, salt from log_entry where kind = ? and reference = ?";
    private static final String SOME = "select leaf, kind, reference, entry, salt from log_entry where leaf >= ? order by leaf limit ?";
    private static final String NEWEST = "select note from log_checkpoint order by size desc limit 1";
    private static final String AT = "select note from log_checkpoint where size = ?";
    private static final String ALL_CHECKPOINTS = "select note from log_checkpoint order by size";
    private static final String KEYS = "select key from log_key order by since, key";
    private static final String ADD_KEY = "insert into log_key (key) values (?)";

    private final Connection connection;

    /** @param salt null where nothing in what it attests is under seal */
    record Row(long leaf, Kind kind, String reference, byte[] entry, byte[] salt) {
    }

    LogTable(Connection connection) {
        this.connection = connection;
    }

    boolean alone() throws SQLException {
        return one(ALONE, row -> row.getBoolean(1)).orElseThrow();
    }

    long size() throws SQLException {
        return one(SIZE, row -> row.getLong(1)).orElseThrow();
    }

    void add(List<Row> rows, List<Digests> leaves) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, connection.createArrayOf("bigint", rows.stream().map(Row::leaf).toArray()));
            insert.setArray(2, connection.createArrayOf("text", rows.stream().map(row -> row.kind.name()).toArray()));
            insert.setArray(3, connection.createArrayOf("text", rows.stream().map(Row::reference).toArray()));
            insert.setArray(4, bytes(rows, Row::entry));
            insert.setArray(5, bytes(leaves, Digests::sha256));
            insert.setArray(6, bytes(leaves, Digests::sm3));
            insert.setArray(7, bytes(rows, Row::salt));
            insert.executeUpdate();
        }
    }

    private <T> java.sql.Array bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    void add(Edge.Subtree subtree) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_SUBTREE)) {
            insert.setInt(1, subtree.level());
            insert.setLong(2, subtree.position());
            insert.setBytes(3, subtree.root().sha256());
            insert.setBytes(4, subtree.root().sm3());
            insert.executeUpdate();
        }
    }

    void add(Checkpoint checkpoint, String note) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_CHECKPOINT)) {
            insert.setLong(1, checkpoint.size());
            insert.setString(2, note);
            insert.setObject(3, OffsetDateTime.ofInstant(checkpoint.time(), ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    List<Digests> hashes(int level, long from, long to) throws SQLException {
        Object[] range = level == 0 ? new Object[] {from, to} : new Object[] {from, to, level};
        return all(level == 0 ? LEAVES : SUBTREES, row -> new Digests(row.getBytes(1), row.getBytes(2)), range);
    }

    Optional<Row> find(Kind kind, String reference) throws SQLException {
        return one(ONE, LogTable::row, kind.name(), reference);
    }

    List<Row> from(long leaf, int most) throws SQLException {
        return all(SOME, LogTable::row, leaf, most);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), Kind.valueOf(row.getString(2)), row.getString(3), row.getBytes(4), row.getBytes(5));
    }

    Optional<String> newestCheckpoint() throws SQLException {
        return one(NEWEST, row -> row.getString(1));
    }

    Optional<String> checkpoint(long size) throws SQLException {
        return one(AT, row -> row.getString(1), size);
    }

    List<String> checkpoints() throws SQLException {
        return all(ALL_CHECKPOINTS, row -> row.getString(1));
    }

    List<String> keys() throws SQLException {
        return all(KEYS, row -> row.getString(1));
    }

    void addKey(Key key) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_KEY)) {
            insert.setString(1, key.written());
            insert.executeUpdate();
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String query, Reading<T> reading, Object... parameters) throws SQLException {
        return all(query, reading, parameters).stream().findFirst();
    }

    private <T> List<T> all(String query, Reading<T> reading, Object... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<T> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(reading.from(row));
                }
            }
            return all;
        }
    }
}
