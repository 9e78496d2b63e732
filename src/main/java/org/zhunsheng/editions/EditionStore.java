package org.zhunsheng.editions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.Database.Work;

/** Owns the tables table_edition and edition_step; which step may follow which, and by whom, stands in their trigger. */
public final class EditionStore {

    private static final String LOCK = "edition_step";
    private static final String ADD = """
            insert into table_edition (policy, workbook, edition, digest, content, base, report, uploaded_at, author)
            select ?, ?, coalesce(max(edition), 0) + 1, ?, ?, ?, ?, ?, ? from table_edition where policy = ? and workbook = ? returning edition""";
    private static final String STEP = """
            insert into edition_step (policy, workbook, edition, step, taken_at, taken_by, reason, digest, rule_base, effective_from, build)
            select policy, workbook, edition, ?, ?, ?, ?, case when ? then digest end, ?, ?, ? from table_edition where policy = ? and workbook = ? and edition = ?""";
    private static final String FIND = """
            select e.policy, e.workbook, e.edition, e.digest, e.base, e.report, e.uploaded_at, e.author, s.step, s.taken_at, s.taken_by, s.reason, s.rule_base, s.effective_from, s.build
            from table_edition e join edition_step s using (policy, workbook, edition)
            where (?::text is null or policy = ? and workbook = ?) and (? = 0 or edition = ?) order by policy, workbook, edition, s.sequence""";
    private static final String DECIDING = "select policy, workbook, edition, step, rule_base, effective_from, sequence, build from deciding('infinity', ?)";
    private static final String CONTENT = "select content from table_edition where policy = ? and workbook = ? and edition = ?";

    private final Database database;

    EditionStore(Database database) {
        this.database = database;
    }

    /** What is to happen to the editions of a document in one transaction, while nobody else does anything to them. */
    <T> T alone(String policy, Work<T, RuntimeException> work) throws SQLException {
        return database.alone(LOCK, policy, work);
    }

    /**
     * For whoever makes a document's rules anew, a connection that keeps other instances from doing the same until it is closed; nothing
     * while one of them has it. It does not hold up who hands in or approves.
     */
    Optional<Connection> rebasing(String policy) throws SQLException {
        Connection connection = database.connection();
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('rebase'), hashtext(?))")) {
            connection.setAutoCommit(false);
            lock.setString(1, policy);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    return Optional.of(connection);
                }
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        connection.close();
        return Optional.empty();
    }

    static void lock(Connection connection, String policy) throws SQLException {
        Database.lock(connection, LOCK, policy);
    }

    /** Adds the next edition of a table and returns its number; the caller holds the lock of its document. */
    static int add(Connection connection, TableId table, byte[] content, String digest, String base, String report, Instant at, String author)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, table.policy());
            insert.setString(2, table.workbook());
            insert.setString(3, digest);
            insert.setBytes(4, content);
            insert.setString(5, base);
            insert.setString(6, report);
            insert.setObject(7, at.atOffset(ZoneOffset.UTC));
            insert.setString(8, author);
            insert.setString(9, table.policy());
            insert.setString(10, table.workbook());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Throws an exception of class 23 where the trigger refuses the step; the edition is then as it was. */
    static void take(Connection connection, TableId table, int edition, Step step) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STEP)) {
            insert.setString(1, step.state().name());
            insert.setObject(2, step.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, step.by());
            insert.setString(4, step.reason());
            insert.setBoolean(5, step.state() == Step.State.APPROVED);
            insert.setString(6, step.ruleBase());
            insert.setObject(7, step.effectiveFrom() == null ? null : step.effectiveFrom().atOffset(ZoneOffset.UTC));
            insert.setString(8, step.build());
            insert.setString(9, table.policy());
            insert.setString(10, table.workbook());
            insert.setInt(11, edition);
            insert.executeUpdate();
        }
    }

    List<Edition> all() throws SQLException {
        try (Connection connection = database.connection()) {
            return find(connection, null, 0);
        }
    }

    List<Edition> of(TableId table) throws SQLException {
        try (Connection connection = database.connection()) {
            return find(connection, table, 0);
        }
    }

    Optional<Edition> find(TableId table, int number) throws SQLException {
        try (Connection connection = database.connection()) {
            return find(connection, table, number).stream().findFirst();
        }
    }

    /** @param table of which; null for all */
    static List<Edition> find(Connection connection, TableId table, int number) throws SQLException {
        Map<String, Edition> found = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, table == null ? null : table.policy());
            select.setString(2, table == null ? null : table.policy());
            select.setString(3, table == null ? null : table.workbook());
            select.setInt(4, number);
            select.setInt(5, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    edition(row, found).steps().add(new Step(Step.State.valueOf(row.getString(9)), instant(row, 10), row.getString(11), row.getString(12),
                            row.getString(13), instant(row, 14), row.getString(15)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Edition edition(ResultSet row, Map<String, Edition> found) throws SQLException {
        TableId table = new TableId(row.getString(1), row.getString(2));
        int number = row.getInt(3);
        String key = table + "/" + number;
        if (!found.containsKey(key)) {
            found.put(key, new Edition(table, number, row.getString(4), row.getString(5), row.getString(6), instant(row, 7), row.getString(8), new ArrayList<>()));
        }
        return found.get(key);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** What documents are decided by at a moment, where it is not what was built. */
    Map<String, InForce> deciding(Instant at) throws SQLException {
        try (Connection connection = database.connection()) {
            return deciding(connection, at);
        }
    }

    static Map<String, InForce> deciding(Connection connection, Instant at) throws SQLException {
        Map<String, InForce> deciding = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DECIDING)) {
            select.setObject(1, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    deciding.put(row.getString(1), new InForce(new TableId(row.getString(1), row.getString(2)), row.getInt(3),
                            Step.State.valueOf(row.getString(4)), row.getString(5), instant(row, 6), row.getLong(7), row.getString(8)));
                }
            }
        }
        return deciding;
    }

    List<Edition> ofPolicy(String policy) throws SQLException {
        try (Connection connection = database.connection()) {
            return ofPolicy(connection, policy);
        }
    }

    /** The editions of all tables of a document. */
    static List<Edition> ofPolicy(Connection connection, String policy) throws SQLException {
        return find(connection, null, 0).stream().filter(edition -> edition.table().policy().equals(policy)).toList();
    }

    byte[] content(TableId table, int number) throws SQLException {
        try (Connection connection = database.connection()) {
            return content(connection, table, number);
        }
    }

    static byte[] content(Connection connection, TableId table, int number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONTENT)) {
            select.setString(1, table.policy());
            select.setString(2, table.workbook());
            select.setInt(3, number);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
