package org.zhunsheng.events;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.record.Reliance.Ground;
import org.zhunsheng.record.RelianceTable;

/** The SQL of tables later_fact and event_due, inside the transaction of whoever follows facts up. Of several instances one does. */
final class Outbox {

    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtext('event'), 0)";
    private static final String WAITING = "select sequence from later_fact where taken is null and not_before <= ? order by not_before, sequence limit ?";

    /** In the order of facts, and of answers within a fact, so that a place in it says how far it got. */
    private static final String TOUCHED = """
            select f.sequence, r.decision from unnest(?::bigint[]) w (sequence) join later_fact f on f.sequence = w.sequence
              join reliance r on r.key = f.key and r.decision > f.reached and r.day >= f.from_day
            order by f.sequence, r.decision limit ?""";
    private static final String NOTE = "insert into event_due (fact, decision) select * from unnest(?::bigint[], ?::bigint[]) on conflict do nothing";
    private static final String TAKE = "update later_fact set taken = ? where sequence = any(?) and sequence < ?";
    private static final String REACH = "update later_fact set reached = ? where sequence = ?";

    private static final String DUE = """
            select decision, array_agg(fact order by fact) from event_due
            where decision in (select decision from event_due order by fact, decision limit ?) group by decision order by min(fact), decision""";
    private static final String FACTS = """
            with due as (select * from later_fact where sequence = any(?)),
              since as (select f.* from unnest(?::text[], ?::date[]) as g (key, day) join later_fact f on f.key = hashtextextended(g.key, 0)
                        where g.day >= f.from_day and (f.taken is null and f.not_before <= clock_timestamp() or f.taken >= (select min(taken) from due)))
            select kind, about, version, what, at from (
              select distinct on (kind, about, version) * from (table due union all table since) told order by kind, about, version, sequence) told
            order by sequence""";
    private static final String SETTLE = "delete from event_due where decision = ? and fact = any(?)";

    /** An answer that is due to be made again, and the facts that touch it. */
    record Due(long decision, List<Long> facts) {
    }

    private final Connection connection;

    Outbox(Connection connection) {
        this.connection = connection;
    }

    /** Held to the end of the transaction. */
    boolean claimed() throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM); ResultSet row = claim.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Facts that nobody has followed up, and whose time has come. */
    List<Long> waiting(Instant now, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setInt(2, most);
            return numbers(select, 1);
        }
    }

    /** Notes which answers the facts touch, at most so many; what is left is noted the next time. */
    void spread(List<Long> facts, int most) throws SQLException {
        RelianceTable reliance = new RelianceTable(connection);
        reliance.awaitWriters();
        long round = reliance.mark() + 1;
        List<Long> told = new ArrayList<>();
        List<Long> decisions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TOUCHED)) {
            select.setArray(1, array(facts));
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    told.add(row.getLong(1));
                    decisions.add(row.getLong(2));
                }
            }
        }
        if (!told.isEmpty()) {
            execute(NOTE, array(told), array(decisions));
        }
        boolean all = told.size() < most;
        execute(TAKE, round, array(facts), all ? Long.MAX_VALUE : told.get(most - 1));
        if (!all) {
            execute(REACH, decisions.get(most - 1), told.get(most - 1));
        }
    }

    List<Due> due(int most) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(row.getLong(1), List.of((Long[]) row.getArray(2).getArray())));
                }
            }
        }
        return due;
    }

    /**
     * What led an answer to be made again. What was told of the same award, list or entry under several keys is one fact. What came in
     * since then is named as well: the answer may know it already, and what altered it must be among the causes.
     *
     * @param now what the answer rests on now, which is more where a fact has led it to others
     */
    List<LaterFact> facts(Due due, Reliance now) throws SQLException {
        List<Ground> grounds = List.copyOf(now.grounds());
        List<LaterFact> facts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FACTS)) {
            select.setArray(1, array(due.facts));
            select.setArray(2, connection.createArrayOf("text", grounds.stream().map(Ground::key).toArray()));
            select.setArray(3, connection.createArrayOf("date", grounds.stream().map(ground -> ground.day().toString()).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    facts.add(new LaterFact(LaterFact.Kind.valueOf(row.getString(1)), row.getString(2), row.getObject(3, Integer.class), row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return facts;
    }

    void settle(Due due) throws SQLException {
        execute(SETTLE, due.decision, array(due.facts));
    }

    private Array array(List<Long> numbers) throws SQLException {
        return connection.createArrayOf("bigint", numbers.toArray());
    }

    private static List<Long> numbers(PreparedStatement select, int column) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(column));
            }
        }
        return numbers;
    }

    private void execute(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        }
    }
}
