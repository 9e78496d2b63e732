package org.zhunsheng.affected;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhunsheng.affected.Sums.By;
import org.zhunsheng.affected.Sums.Group;

/** The SQL of tables affected_flip and affected_sum. */
final class FlipTable {

    private static final String ADD = """
            insert into affected_flip select ?, ?, d, q, r, s, p, b, a, m, n, string_to_array(c, ' ')
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as t (d, q, r, s, p, b, a, m, n, c)""";
    private static final String SELECT = """
            select decision, question, direction, step, district, outcome_before, outcome_after, amount_before, amount_after, clauses
            from affected_flip where run = ? order by decision, question, direction, step limit ?""";
    private static final String FOUND = """
            select decision, count(*), sum(coalesce(amount_after, 0) - coalesce(amount_before, 0)) from affected_flip where run = ? group by decision""";
    private static final String SUM = "insert into affected_sum values (?, ?, ?, ?, ?, ?)";
    private static final String SUMMED = """
            select name, sum(count), sum(difference) from affected_sum where run = ? and by = ? group by name order by 2 desc, 1""";

    private FlipTable() {
    }

    static void add(Connection connection, String run, int part, List<Flip> flips) throws SQLException {
        if (flips.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, run);
            insert.setInt(2, part);
            List<Function<Flip, Object>> columns = List.of(Flip::decision, Flip::question, Flip::direction, Flip::step, Flip::district, Flip::outcomeBefore,
                    Flip::outcomeAfter, Flip::amountBefore, Flip::amountAfter, flip -> String.join(" ", flip.clauses()));
            for (int i = 0; i < columns.size(); i++) {
                Array column = connection.createArrayOf(i == 7 || i == 8 ? "numeric" : "text", flips.stream().map(columns.get(i)).toArray());
                insert.setArray(i + 3, column);
            }
            insert.executeUpdate();
        }
    }

    static List<Flip> of(Connection connection, String run, int most) throws SQLException {
        List<Flip> flips = new ArrayList<>();
        each(connection, run, most, flips::add);
        return flips;
    }

    interface Taking {
        void take(Flip flip);
    }

    /** In batches from the database: a million of them need not fit into memory. */
    static void each(Connection connection, String run, int most, Taking taking) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setFetchSize(1_000);
            select.setString(1, run);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taking.take(new Flip(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                            row.getString(7), row.getBigDecimal(8), row.getBigDecimal(9), List.of((String[]) row.getArray(10).getArray())));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What flips, decision by decision. */
    static Map<String, Projection.Found> found(Connection connection, String run) throws SQLException {
        Map<String, Projection.Found> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FOUND)) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), new Projection.Found(row.getLong(2), row.getBigDecimal(3)));
                }
            }
        }
        return found;
    }

    static void add(Connection connection, String run, int part, Sums sums) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SUM)) {
            for (Map.Entry<By, Map<String, Group>> groups : sums.groups().entrySet()) {
                for (Group group : groups.getValue().values()) {
                    insert.setString(1, run);
                    insert.setInt(2, part);
                    insert.setString(3, groups.getKey().name());
                    insert.setString(4, group.name());
                    insert.setLong(5, group.count());
                    insert.setBigDecimal(6, group.difference());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** The most frequent first. */
    static List<Group> summed(Connection connection, String run, By by) throws SQLException {
        List<Group> groups = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SUMMED)) {
            select.setString(1, run);
            select.setString(2, by.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(row.getString(1), row.getLong(2), row.getBigDecimal(3)));
                }
            }
        }
        return groups;
    }
}
