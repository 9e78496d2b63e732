package org.zhunsheng.affected;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhunsheng.affected.Run.Step;
import org.zhunsheng.database.Database;

/** Owns tables affected, affected_step and affected_part. */
final class RunStore {

    private static final String ADD = """
            insert into affected (id, policy, workbook, edition, digest, base, draft, up_to, seed, each, asked_at, asked_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String STEP = "insert into affected_step (run, state, taken_at, taken_by, detail) values (?, ?, ?, ?, ?)";
    private static final String SELECT = "select id, policy, workbook, edition, digest, base, draft, up_to, seed, each, asked_at, asked_by from affected a ";
    private static final String UNFINISHED = """
            where (select s.state from affected_step s where s.run = a.id order by s.sequence desc limit 1) = 'RUNNING' order by sequence""";

    private static final String SUMMED = """
            select count(*), coalesce(sum(decisions), 0), coalesce(sum(undecidable), 0), coalesce(sum(conclusions), 0), coalesce(sum(flipped), 0),
              coalesce(sum(outcomes), 0), coalesce(sum(amounts), 0), coalesce(sum(from_yuan), 0), coalesce(sum(to_yuan), 0) from affected_part where run = ?""";

    private final Database database;

    RunStore(Database database) {
        this.database = database;
    }

    /** What is to happen to the runs of a document's table in one transaction, while nobody else does anything to them. */
    <T> T alone(String name, Database.Work<T, RuntimeException> work) throws SQLException {
        return database.alone("affected", name, work);
    }

    static void add(Connection connection, Order order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, order.id());
            insert.setString(2, order.policy());
            insert.setString(3, order.workbook());
            insert.setInt(4, order.edition());
            insert.setString(5, order.digest());
            insert.setString(6, order.base());
            insert.setString(7, order.draft());
            insert.setLong(8, order.upTo());
            insert.setString(9, order.sample() == null ? null : order.sample().seed());
            insert.setObject(10, order.sample() == null ? null : order.sample().each());
            insert.setObject(11, order.at().atOffset(ZoneOffset.UTC));
            insert.setString(12, order.by());
            insert.executeUpdate();
        }
    }

    static void take(Connection connection, String run, Step step) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STEP)) {
            insert.setString(1, run);
            insert.setString(2, step.state().name());
            insert.setObject(3, step.at().atOffset(ZoneOffset.UTC));
            insert.setString(4, step.by());
            insert.setString(5, step.detail());
            insert.executeUpdate();
        }
    }

    /** The newest of an edition. */
    Optional<Run> find(String policy, String workbook, int edition) throws SQLException {
        try (Connection connection = database.connection()) {
            return find(connection, policy, workbook, edition);
        }
    }

    static Optional<Run> find(Connection connection, String policy, String workbook, int edition) throws SQLException {
        return runs(connection, "where policy = ? and workbook = ? and edition = ? order by sequence desc limit 1", policy, workbook, edition).stream().findFirst();
    }

    List<Run> unfinished() throws SQLException {
        try (Connection connection = database.connection()) {
            return runs(connection, UNFINISHED);
        }
    }

    static Run.State state(Connection connection, String run) throws SQLException {
        List<Step> steps = steps(connection, run);
        return steps.get(steps.size() - 1).state();
    }

    Run.State state(String run) throws SQLException {
        try (Connection connection = database.connection()) {
            return state(connection, run);
        }
    }

    private static List<Run> runs(Connection connection, String where, Object... parameters) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Order.Sample sample = row.getString(9) == null ? null : new Order.Sample(row.getString(9), row.getInt(10));
                    orders.add(new Order(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5), row.getString(6), row.getString(7),
                            row.getLong(8), sample, row.getObject(11, OffsetDateTime.class).toInstant(), row.getString(12)));
                }
            }
        }
        List<Run> runs = new ArrayList<>();
        for (Order order : orders) {
            runs.add(run(connection, order));
        }
        return runs;
    }

    private static Run run(Connection connection, Order order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUMMED)) {
            select.setString(1, order.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Run(order, steps(connection, order.id()), StratumTable.of(connection, order.id()), row.getInt(1), row.getLong(2), row.getLong(3),
                        new Sums.Total(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getBigDecimal(8), row.getBigDecimal(9)));
            }
        }
    }

    private static List<Step> steps(Connection connection, String run) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select state, taken_at, taken_by, detail from affected_step where run = ? order by sequence")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(new Step(Run.State.valueOf(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), row.getString(4)));
                }
            }
        }
        return steps;
    }

    /** The parts that need not be done again. */
    Set<Integer> parts(String run) throws SQLException {
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement("select part from affected_part where run = ?")) {
            select.setString(1, run);
            Set<Integer> parts = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parts.add(row.getInt(1));
                }
            }
            return parts;
        }
    }

    /** A part and all that flips in it, or nothing of it. */
    void add(String run, int part, int decisions, int undecidable, List<Flip> flips) throws SQLException {
        database.transaction(connection -> {
            Sums sums = Sums.of(flips);
            try (PreparedStatement insert = connection.prepareStatement("insert into affected_part values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setString(1, run);
                insert.setInt(2, part);
                insert.setInt(3, decisions);
                insert.setInt(4, undecidable);
                insert.setLong(5, sums.total().decisions());
                insert.setLong(6, sums.total().conclusions());
                insert.setLong(7, sums.total().outcomes());
                insert.setLong(8, sums.total().amounts());
                insert.setBigDecimal(9, sums.total().before());
                insert.setBigDecimal(10, sums.total().after());
                insert.executeUpdate();
            }
            FlipTable.add(connection, run, part, flips);
            FlipTable.add(connection, run, part, sums);
            return null;
        });
    }
}
