package org.zhunsheng.events;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of table event, inside the caller's transaction. */
final class EventTable {

    private static final String NEXT = "select coalesce(max(number), 0) + 1 from event";
    private static final String LAST = "select answer from event where decision = ? order by number desc limit 1";
    private static final String INSERT = "insert into event (number, at, decision, caller, answer, body) values (?, ?, ?, ?, ?, ?)";
    private static final String ALL = "select number, body from event where number > ? order by number limit ?";
    private static final String OF_CALLER = "select number, body from event where caller = ? and number > ? order by number limit ?";

    /** An event as it is told. */
    record Told(long number, byte[] body) {
    }

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** For whoever holds the claim: the number is his until he commits, and nobody has a smaller one that is yet to be seen. */
    long next() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What was told last of a decision, if anything was. */
    Optional<byte[]> last(long decision) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setLong(1, decision);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1).getBytes(StandardCharsets.UTF_8)) : Optional.empty();
            }
        }
    }

    void add(long number, Instant at, long decision, String caller, byte[] answer, byte[] body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, number);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setLong(3, decision);
            insert.setString(4, caller);
            insert.setString(5, new String(answer, StandardCharsets.UTF_8));
            insert.setString(6, new String(body, StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    /** @param caller whose decisions, or null for everybody's */
    List<Told> after(long number, String caller, int most) throws SQLException {
        List<Told> told = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(caller == null ? ALL : OF_CALLER)) {
            int parameter = 1;
            if (caller != null) {
                select.setString(parameter++, caller);
            }
            select.setLong(parameter++, number);
            select.setInt(parameter, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    told.add(new Told(row.getLong(1), row.getString(2).getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return told;
    }
}
