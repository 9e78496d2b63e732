package org.zhunsheng.editions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.database.Database;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.Tenure;

/** Owns table build_begun, and tells from it and from the steps of editions what decided when. */
final class TenureStore {

    private static final String TENURES = """
            select policy, rule_base, effective_from, taken_at, (select min(c.taken_at) from edition_step c
              where (c.policy, c.workbook, c.edition) = (s.policy, s.workbook, s.edition) and (c.step = 'REFUSED' or c.step = 'WITHDRAWN' and c.rule_base is null)), sequence
            from edition_step s where rule_base is not null
            union all select policy, rule_base, null, begun_at, lead(begun_at) over (partition by policy order by sequence), sequence from build_begun
            order by policy, sequence""";
    private static final String BEGIN = """
            insert into build_begun (policy, rule_base, begun_at) select policy, rule_base, ? from unnest(?::text[], ?::text[]) as b (policy, rule_base)
            where rule_base is distinct from (select l.rule_base from build_begun l where l.policy = b.policy order by sequence desc limit 1)""";

    private final Database database;

    TenureStore(Database database) {
        this.database = database;
    }

    /** That from now on this is what the build brought, where it was not before. */
    void begin(Collection<RuleBase> built, Instant now) throws SQLException {
        try (Connection connection = database.connection(); PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setArray(2, connection.createArrayOf("text", built.stream().map(base -> base.policy().policy()).toArray()));
            insert.setArray(3, connection.createArrayOf("text", built.stream().map(RuleBase::digest).toArray()));
            insert.executeUpdate();
        }
    }

    /** By document, in the order in which they came to be known. */
    Map<String, List<Tenure>> all() throws SQLException {
        Map<String, List<Tenure>> tenures = new LinkedHashMap<>();
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement(TENURES); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tenures.computeIfAbsent(row.getString(1), policy -> new ArrayList<>())
                        .add(new Tenure(row.getString(2), EditionStore.instant(row, 3), EditionStore.instant(row, 4), EditionStore.instant(row, 5)));
            }
        }
        return tenures;
    }

    /** The number of the last step taken so far. */
    long newest() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement("select coalesce(max(sequence), 0) from edition_step"); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
