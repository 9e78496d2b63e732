package org.zhunsheng.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The SQL of table decision, inside the caller's transaction. */
final class DecisionTable {

    /** One statement for the whole batch: rows cost little, round trips and commits cost. */
    private static final String INSERT = """
            insert into decision (id, time, caller, question, policy, core_digest, rule_base_digest, request_digest,
                                  idempotency_key, answer)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (caller, idempotency_key) where idempotency_key is not null do nothing
            returning id""";
    private static final String BY_SEQUENCE = "select id, caller, question, policy, answer, exists (select from judgement j where j.decision = d.id)"
            + " from decision d where sequence = ?";
    /** Those that another decision stands in the place of, since somebody judged, are left out. */
    private static final String OF_POLICY = "select sequence, id, answer from decision d where policy = ? and not exists (select from judgement j where j.decision = d.id)";
    private static final String BY_ID = "select id, request_digest, answer from decision where id = ?";
    private static final String BY_KEY =
            "select id, request_digest, answer from decision where caller = ? and idempotency_key = ?";

    private final Connection connection;

    DecisionTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * What the table holds for each entry afterwards, in the order of the entries. A key taken earlier in this batch, in an
     * earlier one, or by another instance (whose commit the insert waits for) is one case: the row was left out, and is read.
     */
    List<Recorded> add(List<Entry> entries) throws SQLException {
        Set<String> added = entries.isEmpty() ? Set.of() : insert(entries);
        List<Recorded> recorded = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            recorded.add(added.contains(entry.id())
                    ? new Recorded(entry.id(), entry.requestDigest(), entry.answer(), false)
                    : byKey(entry.caller(), entry.idempotencyKey()).orElseThrow());
        }
        return recorded;
    }

    Optional<RecordedDecision> bySequence(long sequence) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BY_SEQUENCE)) {
            select.setLong(1, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new RecordedDecision(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getBytes(5), row.getBoolean(6))) : Optional.empty();
            }
        }
    }

    List<Placed> between(String policy, long after, long upTo) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_POLICY + " and sequence > ? and sequence <= ? order by sequence")) {
            select.setString(1, policy);
            select.setLong(2, after);
            select.setLong(3, upTo);
            return placed(select);
        }
    }

    List<Placed> at(String policy, List<Long> places) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_POLICY + " and sequence = any (?) order by sequence")) {
            select.setString(1, policy);
            select.setArray(2, connection.createArrayOf("bigint", places.toArray()));
            return placed(select);
        }
    }

    Map<String, Long> places(Collection<String> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id, sequence from decision where id = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            Map<String, Long> places = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.put(row.getString(1), row.getLong(2));
                }
            }
            return places;
        }
    }

    private static List<Placed> placed(PreparedStatement select) throws SQLException {
        List<Placed> placed = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                placed.add(new Placed(row.getLong(1), row.getString(2), row.getBytes(3)));
            }
        }
        return placed;
    }

    long newest() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select coalesce(max(sequence), 0) from decision"); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    Optional<Recorded> byId(String id) throws SQLException {
        return one(BY_ID, id);
    }

    Optional<Recorded> byKey(String caller, String key) throws SQLException {
        return one(BY_KEY, caller, key);
    }

    private Set<String> insert(List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, texts(entries, Entry::id));
            insert.setArray(2, column(entries, "timestamptz", entry -> entry.time().toString()));
            insert.setArray(3, texts(entries, Entry::caller));
            insert.setArray(4, texts(entries, Entry::question));
            insert.setArray(5, texts(entries, Entry::policy));
            insert.setArray(6, texts(entries, Entry::coreDigest));
            insert.setArray(7, texts(entries, Entry::ruleBaseDigest));
            insert.setArray(8, texts(entries, Entry::requestDigest));
            insert.setArray(9, texts(entries, Entry::idempotencyKey));
            insert.setArray(10, connection.createArrayOf("bytea", entries.stream().map(Entry::answer).toArray(byte[][]::new)));
            Set<String> added = new HashSet<>();
            try (ResultSet ids = insert.executeQuery()) {
                while (ids.next()) {
                    added.add(ids.getString(1));
                }
            }
            return added;
        }
    }

    private Array texts(List<Entry> entries, Function<Entry, String> field) throws SQLException {
        return column(entries, "text", field);
    }

    private Array column(List<Entry> entries, String type, Function<Entry, String> field) throws SQLException {
        return connection.createArrayOf(type, entries.stream().map(field).toArray(String[]::new));
    }

    private Optional<Recorded> one(String query, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Recorded(row.getString(1), row.getString(2), row.getBytes(3), true))
                        : Optional.empty();
            }
        }
    }
}
