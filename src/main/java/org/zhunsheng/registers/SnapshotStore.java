package org.zhunsheng.registers;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhunsheng.database.Database;
import org.zhunsheng.imports.Row;

/** Owns tables register_snapshot and register_entry. */
public final class SnapshotStore {

    /** Held to the commit, so that snapshots become visible in the order of taken_at: who asks by that time gets the same answer for ever. */
    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtext('register_snapshot'))";

    private static final String INSERT = """
            insert into register_snapshot (id, register, complete, source, covers_from, covers_until, fetched_at, taken_at, taken_by)
            values (?, ?, ?, ?, ?, ?, ?, date_trunc('milliseconds', clock_timestamp()), ?)""";

    private static final String ENTRIES = """
            insert into register_entry (snapshot, register, code, listed_from, listed_until, reference, line)
            select ?, ?, t.* from unnest(?::text[], ?::date[], ?::date[], ?::text[], ?::integer[]) t""";

    private static final String SNAPSHOTS = "select id, register, complete, source, covers_from, covers_until, fetched_at, taken_at, taken_by"
            + " from register_snapshot";

    private final Database database;

    public SnapshotStore(Database database) {
        this.database = database;
    }

    static void begin(Connection connection, Snapshot snapshot) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AFTER_THE_OTHER); PreparedStatement insert = connection.prepareStatement(INSERT)) {
            lock.execute();
            insert.setString(1, snapshot.id());
            insert.setString(2, snapshot.register());
            insert.setBoolean(3, snapshot.complete());
            insert.setString(4, snapshot.source());
            insert.setObject(5, snapshot.coversFrom());
            insert.setObject(6, snapshot.coversUntil());
            insert.setObject(7, snapshot.fetchedAt().atOffset(ZoneOffset.UTC));
            insert.setString(8, snapshot.takenBy());
            insert.executeUpdate();
        }
    }

    static void add(Connection connection, String snapshot, String register, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES)) {
            insert.setString(1, snapshot);
            insert.setString(2, register);
            insert.setArray(3, texts(connection, rows.stream().map(row -> row.text("code"))));
            insert.setArray(4, texts(connection, rows.stream().map(row -> row.day("from").toString())));
            insert.setArray(5, texts(connection, rows.stream().map(row -> row.day("until") == null ? null : row.day("until").toString())));
            insert.setArray(6, texts(connection, rows.stream().map(row -> row.text("reference") == null ? "" : row.text("reference"))));
            insert.setArray(7, connection.createArrayOf("integer", rows.stream().map(Row::line).toArray()));
            insert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** Of one register, as they were taken. */
    List<Snapshot> snapshots(String register, Instant knownAt) throws SQLException {
        return read(SNAPSHOTS + " where register = ? and taken_at <= ? order by sequence", select -> {
            select.setString(1, register);
            select.setObject(2, knownAt.atOffset(ZoneOffset.UTC));
        });
    }

    /** Of each register the one that was taken last. */
    List<Snapshot> newest() throws SQLException {
        return read(SNAPSHOTS + " where sequence in (select max(sequence) from register_snapshot group by register)", select -> { });
    }

    List<Entry> entries(String register, String code, Instant knownAt) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement("""
                select e.snapshot, e.listed_from, e.listed_until, e.reference from register_entry e join register_snapshot s on s.id = e.snapshot
                where e.register = ? and e.code = ? and s.taken_at <= ? order by s.sequence, e.line""")) {
            select.setString(1, register);
            select.setString(2, code);
            select.setObject(3, knownAt.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class), row.getString(4)));
                }
            }
        }
        return entries;
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement select) throws SQLException;
    }

    private List<Snapshot> read(String sql, Parameters parameters) throws SQLException {
        List<Snapshot> snapshots = new ArrayList<>();
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    snapshots.add(new Snapshot(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4),
                            row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class), instant(row, 7), instant(row, 8), row.getString(9)));
                }
            }
        }
        return snapshots;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
