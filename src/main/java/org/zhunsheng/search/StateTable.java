package org.zhunsheng.search;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The SQL of table search_state. */
final class StateTable {

    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtext('search'), 0)";
    private static final String BEGIN = "insert into search_state (position, secret) values (0, ?) on conflict do nothing";
    private static final String READ = "select position, secret from search_state";
    private static final String REACH = "update search_state set position = ?";
    private static final String LOG_SIZE = "select coalesce(max(leaf) + 1, 0) from log_entry";

    private static final String NEWEST = "select max(sequence) from decision";
    private static final String OF = "select e.leaf + 1 from decision d join log_entry e on e.kind = 'DECISION' and e.reference = d.id where d.sequence = ?";

    /** @param position how many entries of the log were looked at */
    record State(long position, Keyed keyed) {
    }

    private final Connection connection;

    StateTable(Connection connection) {
        this.connection = connection;
    }

    /** Held to the end of the transaction: of several instances one fills the index. */
    boolean claimed() throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM); ResultSet row = claim.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    State begun() throws SQLException {
        byte[] secret = new byte[Keyed.SECRET_LENGTH];
        new SecureRandom().nextBytes(secret);
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setBytes(1, secret);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(READ); ResultSet row = select.executeQuery()) {
            row.next();
            return new State(row.getLong(1), new Keyed(row.getBytes(2)));
        }
    }

    void reach(long position) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REACH)) {
            update.setLong(1, position);
            update.executeUpdate();
        }
    }

    long position() throws SQLException {
        return number(READ);
    }

    long logSize() throws SQLException {
        return number(LOG_SIZE);
    }

    /** 0 where nothing was decided yet. */
    long newestDecision() throws SQLException {
        return number(NEWEST);
    }

    /** The position behind a decision, 0 while the log does not have it. */
    long behind(long decision) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setLong(1, decision);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query); ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
