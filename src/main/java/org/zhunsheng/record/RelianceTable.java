package org.zhunsheng.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.record.Reliance.Ground;

/**
 * The SQL of table reliance, inside the transaction of the answers. An answer and a fact that it does not know yet find each other,
 * whichever is committed first: who looks for the answers that a fact touches lets those who are writing finish, after it saw the fact;
 * who writes an answer looks, holding that up, for facts that were told since it read.
 */
public final class RelianceTable {

    private static final String MARK = "select coalesce(max(taken), 0) from later_fact";
    private static final String WRITING = "select pg_advisory_xact_lock_shared(hashtext('reliance'), 0)";

    /** Given back at once: that it was had is what counts. */
    private static final String WRITTEN = "select pg_advisory_lock(hashtext('reliance'), 0), pg_advisory_unlock(hashtext('reliance'), 0)";

    /** A place that expires within the minute counts as expired: clocks differ, and to look once too often alters nothing. */
    private static final String ADD = """
            with new as materialized (
                select hashtextextended(key, 0) as key, (select sequence from decision d where d.id = decision) as decision, day, mark
                from unnest(?::text[], ?::text[], ?::date[], ?::bigint[]) as n (key, decision, day, mark)),
              due as (insert into event_due (decision, fact)
                      select new.decision, f.sequence from new cross join lateral (
                        select sequence from later_fact where later_fact.key = new.key and new.day >= from_day
                          and (taken > new.mark or taken is null and not_before <= clock_timestamp() + interval '1 minute') offset 0) f
                      where new.decision is not null on conflict do nothing)
            insert into reliance (key, decision, day, mark) select key, decision, day, mark from new where decision is not null
            on conflict do nothing""";
    private static final String MARK_OF = """
            select coalesce(min(mark), 0) from reliance where decision = (select sequence from decision where id = ?)
              and key in (select hashtextextended(key, 0) from unnest(?::text[]) as n (key))""";

    private final Connection connection;

    public RelianceTable(Connection connection) {
        this.connection = connection;
    }

    /** To be read before whatever an answer is made of. */
    public long mark() throws SQLException {
        return number(connection.prepareStatement(MARK));
    }

    /** Whoever was writing an answer when this was called has finished when it returns. */
    public void awaitWriters() throws SQLException {
        try (PreparedStatement written = connection.prepareStatement(WRITTEN)) {
            written.execute();
        }
    }

    /** An answer made of what an earlier one knew has missed what that one missed. */
    Reliance asOf(String decision, Reliance reliance) throws SQLException {
        PreparedStatement select = connection.prepareStatement(MARK_OF);
        select.setString(1, decision);
        select.setArray(2, connection.createArrayOf("text", reliance.grounds().stream().map(Ground::key).toArray()));
        return new Reliance(number(select), reliance.grounds());
    }

    /** An answer, and what it rests on. */
    public record Relying(String decision, Reliance reliance) {
    }

    /** The last thing in a transaction, for nothing may be waited for behind the lock. An answer that is not in the record rests on nothing. */
    public void add(List<Relying> answers) throws SQLException {
        List<String> keys = new ArrayList<>();
        List<String> decisions = new ArrayList<>();
        List<String> days = new ArrayList<>();
        List<Long> marks = new ArrayList<>();
        for (Relying answer : answers) {
            for (Ground ground : answer.reliance.grounds()) {
                keys.add(ground.key());
                decisions.add(answer.decision);
                days.add(ground.day().toString());
                marks.add(answer.reliance.mark());
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement(WRITING); PreparedStatement insert = connection.prepareStatement(ADD)) {
            lock.execute();
            insert.setArray(1, connection.createArrayOf("text", keys.toArray()));
            insert.setArray(2, connection.createArrayOf("text", decisions.toArray()));
            insert.setArray(3, connection.createArrayOf("date", days.toArray()));
            insert.setArray(4, connection.createArrayOf("bigint", marks.toArray()));
            insert.executeUpdate();
        }
    }

    private static long number(PreparedStatement prepared) throws SQLException {
        try (PreparedStatement select = prepared; ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
