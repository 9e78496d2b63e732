package org.zhunsheng.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The SQL of table audit, inside the caller's transaction. */
final class AuditTable {

    /** Held to the end of the transaction: of several instances one looks, and the others need not. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(hashtext('audit'), 0)";
    private static final String ADD = """
            insert into audit (id, night, asked_by, seed, up_to, started_at, ended_at, decisions, entries, holds, found)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (night) do nothing""";
    private static final String NEWEST = "select id, night, asked_by, seed, up_to, started_at, ended_at, decisions, entries, holds, found from audit"
            + " order by sequence desc limit 1";
    private static final String DONE = "select exists (select from audit where night = ?)";

    private final Connection connection;

    AuditTable(Connection connection) {
        this.connection = connection;
    }

    boolean alone() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ALONE); ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    boolean done(LocalDate night) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DONE)) {
            select.setObject(1, night);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    void add(Audit audit) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, audit.id());
            insert.setObject(2, audit.night());
            insert.setString(3, audit.askedBy());
            insert.setString(4, audit.seed());
            insert.setLong(5, audit.upTo());
            insert.setObject(6, audit.startedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(7, audit.endedAt().atOffset(ZoneOffset.UTC));
            insert.setInt(8, audit.decisions());
            insert.setLong(9, audit.entries());
            insert.setBoolean(10, audit.holds());
            insert.setString(11, new String(audit.found(), StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    Optional<Audit> newest() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST); ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Audit(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4), row.getLong(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(), row.getObject(7, OffsetDateTime.class).toInstant(), row.getInt(8), row.getLong(9),
                    row.getBoolean(10), row.getString(11).getBytes(StandardCharsets.UTF_8))) : Optional.empty();
        }
    }
}
