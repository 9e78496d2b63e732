package org.zhunsheng.benchmarks;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.Ids;
import org.zhunsheng.subjects.CodeSamples;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Subjects;

/**
 * Units of an import: 100,000 founded, and 100,000 found, beside as many rows that the server makes and inserts by itself. Then one by
 * one: finding by code, founding, lineage, with these units and their codes there.
 */
public final class SubjectBenchmark {

    private static final int UNITS = 100_000;
    private static final int PORTION = 5_000;
    private static final int SINGLE = 1_000;

    private SubjectBenchmark() {
    }

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 2); Connection connection = database.connection(); Statement plain = connection.createStatement()) {
            Subjects subjects = new Subjects(new Ids(Clock.systemUTC()));
            Instant at = Instant.now();
            List<CreditCode> codes = LongStream.range(0, UNITS).mapToObj(i -> CodeSamples.code(i * 7_919 % 1_000_000_007L)).toList();
            List<String> names = codes.stream().map(code -> "单位" + code).toList();
            connection.setAutoCommit(false);
            plain.execute("create table plain (sequence bigint generated always as identity primary key, id text unique, value text, at timestamptz)");
            plain.execute("create unique index on plain (value, sequence)");
            double base = seconds("as many plain rows, thrice", () -> {
                for (int i = 0; i < 3 * UNITS / PORTION; i++) {
                    plain.execute("insert into plain (id, value, at) select gen_random_uuid(), md5(n::text), now() from generate_series(1, " + PORTION + ") n");
                }
                connection.commit();
            });
            for (String what : List.of("founded", "found")) {
                double taken = seconds(UNITS + " units " + what, () -> {
                    subjects.ensureAll(connection, codes, names, "benchmark", "benchmark", at);
                    connection.commit();
                });
                System.out.printf("  %.2f × the plain rows%n", taken / base);
            }
            plain.execute("analyze");
            connection.commit();
            for (int round = 0; round < 2; round++) {
                int from = round * SINGLE;
                each("found by code", i -> subjects.byCode(connection, codes.get(i), at).orElseThrow());
                each("ensured, there", i -> subjects.ensure(connection, codes.get(i), null, "benchmark", "benchmark", at));
                each("ensured, new, committed", i -> {
                    subjects.ensure(connection, CodeSamples.code(500_000_000 + from + i), null, "benchmark", "benchmark", at);
                    connection.commit();
                });
                String unit = subjects.byCode(connection, codes.get(0), at).orElseThrow().id();
                each("lineage of a unit without events", i -> subjects.lineage(connection, unit, LocalDate.now(), at));
            }
        }
    }

    private interface One {
        void run(int number) throws Exception;
    }

    private static void each(String what, One one) throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < SINGLE; i++) {
            one.run(i);
        }
        System.out.printf("%s: %.3f ms each%n", what, (System.nanoTime() - begun) / 1e6 / SINGLE);
    }

    private static double seconds(String what, Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        double taken = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%s: %.2f s%n", what, taken);
        return taken;
    }
}
