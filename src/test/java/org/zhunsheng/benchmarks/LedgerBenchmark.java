package org.zhunsheng.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.duplication.LedgerCalls;
import org.zhunsheng.rulebase.RuleBases;

/**
 * A duplication check against a large ledger beside the same against a small one, both with three or four awards a unit; then, in the large
 * one, places reserved and confirmed beside transactions that insert two rows and nothing else, with one caller and with eight.
 */
public final class LedgerBenchmark {

    private static final int AWARDS = Integer.getInteger("awards", 1_000_000);
    private static final int SMALL = Integer.getInteger("small", 10_000);
    private static final int CALLERS = 8;
    private static final int ROUNDS = 5;
    private static final double SECONDS = Double.parseDouble(System.getProperty("seconds", "4"));

    /** After the window of every award that is there. */
    private static final String LATER = "2026-05-30";
    private static final String WITHIN = "2022-12-30";

    private LedgerBenchmark() {
    }

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] none) throws Exception {
        // the engine writes traces unless it is told before it starts that nobody wants them
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBases bases = new RuleBases();
        FilledLedger small = filled(SMALL);
        FilledLedger large = filled(AWARDS);
        try (Database ofSmall = Database.at(small.address(), 2); Database ofLarge = Database.at(large.address(), CALLERS + 1)) {
            LedgerCalls calls = new LedgerCalls(ofLarge, bases);
            for (String day : List.of(WITHIN, LATER)) {
                System.out.printf("check on %s%n", day);
                new Race(checks(new LedgerCalls(ofSmall, bases), small, day), checks(calls, large, day), 1)
                        .run(small.awards() + " awards", large.awards() + " awards");
            }
            try (Connection connection = ofLarge.connection(); Statement statement = connection.createStatement()) {
                statement.execute("create table plain (id bigint generated always as identity primary key, unit text, content text, at timestamptz)");
            }
            AtomicInteger next = new AtomicInteger();
            for (int callers : List.of(1, CALLERS)) {
                reservations(ofLarge, calls, large, next, callers);
            }
        }
    }

    private static FilledLedger filled(int awards) throws Exception {
        long begun = System.nanoTime();
        FilledLedger filled = FilledLedger.of(awards, awards * 3 / 10);
        System.out.printf("%d awards of %d units in %.1f s%n", awards, filled.units(), (System.nanoTime() - begun) / 1e9);
        return filled;
    }

    private static Runnable checks(LedgerCalls calls, FilledLedger ledger, String day) {
        Random random = new Random(1);
        return () -> calls.check(FilledLedger.code(random.nextInt(ledger.units())), (day.equals(WITHIN) ? "K-" : "N-") + (1 + random.nextInt(ledger.awards())), day);
    }

    private static void reservations(Database database, LedgerCalls calls, FilledLedger ledger, AtomicInteger next, int callers) throws Exception {
        List<Double> ratios = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            for (int round = 0; round <= ROUNDS; round++) {
                double plain = perSecond(threads, callers, () -> twoRows(database));
                double pairs = perSecond(threads, callers, () -> {
                    int unit = next.getAndIncrement();
                    calls.reserveAndConfirm(FilledLedger.code(unit % ledger.units()), "N-" + unit, LATER);
                });
                System.out.printf("%d callers%s: %.0f two-row transactions/s, %.0f reserved and confirmed/s, ratio %.2f (%.2f by transactions)%n", callers,
                        round == 0 ? ", warming" : "", plain, pairs, pairs / plain, 2 * pairs / plain);
                if (round > 0) {
                    ratios.add(pairs / plain);
                }
            }
        } finally {
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
        Collections.sort(ratios);
        System.out.printf("%d callers: median ratio %.2f%n", callers, ratios.get(ratios.size() / 2));
    }

    private static double perSecond(ExecutorService threads, int callers, Work work) throws Exception {
        long begun = System.nanoTime();
        long end = begun + (long) (SECONDS * 1e9);
        List<Future<Integer>> done = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            done.add(threads.submit(() -> {
                int times = 0;
                for (; System.nanoTime() < end; times++) {
                    work.run();
                }
                return times;
            }));
        }
        int times = 0;
        for (Future<Integer> each : done) {
            times += each.get();
        }
        return times / ((System.nanoTime() - begun) / 1e9);
    }

    private static void twoRows(Database database) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("insert into plain (unit, content, at) values (?, ?, now())")) {
                for (int row = 0; row < 2; row++) {
                    insert.setString(1, "u" + row);
                    insert.setString(2, UUID.randomUUID().toString());
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
