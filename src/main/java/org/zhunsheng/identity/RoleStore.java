package org.zhunsheng.identity;

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

/** Owns the tables role_change, role_decision and role_held; what they admit stands in their constraints. */
public final class RoleStore {

    private static final String PROPOSE = """
            insert into role_change (id, action, role, issuer, subject, system, reason, proposed_at, proposed_by, founding)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DECIDE = """
            insert into role_decision (change, decision, decided_at, decided_by, proposed_by, founding)
            select id, ?, ?, ?, proposed_by, founding from role_change where id = ?""";
    private static final String CHANGES = """
            select id, action, role, issuer, subject, system, reason, proposed_at, c.proposed_by, decision, decided_at, decided_by
            from role_change c left join role_decision d on d.change = c.id where ?::text is null or id = ? order by c.sequence""";
    private static final String HELD = "select issuer, subject, role, system from role_held order by issuer, subject, role";

    /** By whom the first roles are proposed and decided: the service itself at its first start, or an operator's command. */
    private static final List<String> FOUNDERS = List.of("zhunsheng", "zhunsheng (founding)");

    private final Database database;

    public RoleStore(Database database) {
        this.database = database;
    }

    void propose(RoleChange change) throws SQLException {
        database.transaction(connection -> {
            propose(connection, change, false);
            return null;
        });
    }

    /** Throws an exception of class 23 where the constraints refuse it; what the change is then stays open. */
    void decide(String id, RoleChange.Decision decision) throws SQLException {
        database.transaction(connection -> {
            decide(connection, id, decision);
            return null;
        });
    }

    /** The first roles of an issuer, all or none; returns whether there were none before. */
    boolean found(List<RoleChange> changes) throws SQLException {
        return database.transaction(connection -> {
            boolean founded;
            try (PreparedStatement lock = connection.prepareStatement("lock table role_held in share row exclusive mode");
                    PreparedStatement select = connection.prepareStatement("select from role_held where issuer = ? and role = 'SECURITY_ADMIN'")) {
                lock.execute();
                select.setString(1, changes.get(0).holder().issuer());
                try (ResultSet row = select.executeQuery()) {
                    founded = !row.next();
                }
            }
            if (founded) {
                for (RoleChange change : changes) {
                    propose(connection, change, true);
                }
                for (RoleChange change : changes) {
                    decide(connection, change.id(), new RoleChange.Decision(RoleChange.Verdict.CONFIRMED, change.proposal().at(), FOUNDERS.get(1)));
                }
            }
            return founded;
        });
    }

    private static void propose(Connection connection, RoleChange change, boolean founding) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PROPOSE)) {
            insert.setString(1, change.id());
            insert.setString(2, change.action().name());
            insert.setString(3, change.role().name());
            insert.setString(4, change.holder().issuer());
            insert.setString(5, change.holder().subject());
            insert.setString(6, change.system());
            insert.setString(7, change.reason());
            insert.setObject(8, change.proposal().at().atOffset(ZoneOffset.UTC));
            insert.setString(9, founding ? FOUNDERS.get(0) : change.proposal().by());
            insert.setBoolean(10, founding);
            insert.executeUpdate();
        }
    }

    private static void decide(Connection connection, String id, RoleChange.Decision decision) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DECIDE)) {
            insert.setString(1, decision.verdict().name());
            insert.setObject(2, decision.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, decision.by());
            insert.setString(4, id);
            insert.executeUpdate();
        }
    }

    List<RoleChange> changes() throws SQLException {
        return changes(null);
    }

    Optional<RoleChange> change(String id) throws SQLException {
        return changes(id).stream().findFirst();
    }

    private List<RoleChange> changes(String id) throws SQLException {
        List<RoleChange> changes = new ArrayList<>();
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement(CHANGES)) {
            select.setString(1, id);
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    changes.add(new RoleChange(row.getString(1), RoleChange.Action.valueOf(row.getString(2)), Role.valueOf(row.getString(3)),
                            new Holder(row.getString(4), row.getString(5)), row.getString(6), row.getString(7),
                            new RoleChange.Step(instant(row, 8), row.getString(9)), row.getString(10) == null ? null
                            : new RoleChange.Decision(RoleChange.Verdict.valueOf(row.getString(10)), instant(row, 11), row.getString(12))));
                }
            }
        }
        return changes;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Everybody who holds a role. */
    Map<Holder, Held> held() throws SQLException {
        Map<Holder, Held> held = new LinkedHashMap<>();
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement(HELD);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String system = row.getString(4);
                Role role = Role.valueOf(row.getString(3));
                held.merge(new Holder(row.getString(1), row.getString(2)), Held.of(role, system), Held::and);
            }
        }
        return held;
    }
}
