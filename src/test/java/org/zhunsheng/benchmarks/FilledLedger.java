package org.zhunsheng.benchmarks;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.subjects.CodeSamples;

/** A ledger in a database of its own, filled past the service: units with a code each, awards dealt out to them in turn. */
record FilledLedger(Address address, int units, int awards) {

    static FilledLedger of(int awards, int units) throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database migrated = Database.at(address, 1)) {
            migrated.await();
        }
        // not from the pool, whose patience is shorter than this takes
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            StringBuilder codes = new StringBuilder();
            for (int unit = 0; unit < units; unit++) {
                codes.append(unit).append('\t').append(code(unit)).append('\n');
            }
            statement.execute("create temporary table code_of (unit int, code text)");
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy code_of from stdin", new StringReader(codes.toString()));
            statement.execute("insert into subject select 'u' || unit, now(), 'benchmark' from code_of");
            statement.execute("insert into subject_entry (id, subject, kind, value, edition, source, recorded_at, recorded_by)"
                    + " select 'e' || unit, 'u' || unit, 'CODE', code, 1, 'benchmark', now(), 'benchmark' from code_of");
            statement.execute("""
                    insert into award (id, code, origin, entered_at, entered_by) overriding system value
                    select n, 'ZS' || lpad(n::text, 8, '0') || '-' || lpad((98 - n * 100 %% 97)::text, 2, '0'), 'REPORTED', now(), 'benchmark'
                    from generate_series(1::bigint, %d) n""".formatted(awards));
            statement.execute("""
                    insert into award_version (award, version, learned_at, learned_by, source, subject, unit_code, policy, direction, content_key, title,
                        funder_level, form, amount_yuan, state, decided_on, received_on)
                    select n, 1, now(), 'benchmark', 'benchmark', 'u' || unit, code, 'jkf_2022_9', 'JOURNAL', 'K-' || n, '项目' || n, 'MUNICIPAL', 'MONEY',
                        500000, 'PAID', date '2015-01-01' + (n %% 3000)::int, date '2015-02-01' + (n %% 3000)::int
                    from generate_series(1::bigint, %d) n join code_of on unit = n %% %d""".formatted(awards, units));
            statement.execute("select setval(pg_get_serial_sequence('award', 'id'), " + awards + ")");
            statement.execute("vacuum analyze");
        }
        return new FilledLedger(address, units, awards);
    }

    static String code(int unit) {
        return CodeSamples.code(unit).text();
    }
}
