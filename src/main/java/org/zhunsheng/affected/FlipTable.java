package org.zhunsheng.affected;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The SQL of table affected_flip. */
final class FlipTable {

    private static final String ADD = """
            insert into affected_flip select ?, ?, d, q, r, s, p, b, a, m, n, string_to_array(c, ' ')
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as t (d, q, r, s, p, b, a, m, n, c)""";
    private static final String SELECT = """
            select decision, question, direction, step, district, outcome_before, outcome_after, amount_before, amount_after, clauses
            from affected_flip where run = ? order by part, decision, question, direction, step limit ?""";
    private static final String TOTAL = """
            select count(*), count(distinct decision), count(*) filter (where outcome_before <> outcome_after),
              count(*) filter (where amount_before is distinct from amount_after), coalesce(sum(amount_before), 0), coalesce(sum(amount_after), 0)
            from affected_flip where run = ?""";
    private static final String GROUPED = """
            select %s, count(*), coalesce(sum(amount_after), 0) - coalesce(sum(amount_before), 0) from affected_flip f%s where run = ?
            group by 1 order by 2 desc, 1""";

    private FlipTable() {
    }

    /** By what flips are counted. */
    enum By {
        CLAUSE("clause", ", unnest(f.clauses) clause"), DIRECTION("direction", ""), DISTRICT("district", ""), QUESTION("question", ""),
        OUTCOME("outcome_before || ' ' || outcome_after", "");

        private final String expression;
        private final String join;

        By(String expression, String join) {
            this.expression = expression;
            this.join = join;
        }
    }

    /** @param difference of the amounts, in yuan */
    record Group(String name, long count, BigDecimal difference) {
    }

    record Total(long conclusions, long decisions, long outcomes, long amounts, BigDecimal before, BigDecimal after) {
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

    static Total total(Connection connection, String run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOTAL)) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Total(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBigDecimal(5), row.getBigDecimal(6));
            }
        }
    }

    /** The most frequent first. */
    static List<Group> grouped(Connection connection, String run, By by) throws SQLException {
        List<Group> groups = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(GROUPED.formatted(by.expression, by.join))) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(row.getString(1), row.getLong(2), row.getBigDecimal(3)));
                }
            }
        }
        return groups;
    }
}
