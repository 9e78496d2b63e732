package org.zhunsheng.benchmarks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.Recorded;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.record.Reliance.Ground;

/**
 * What it costs that later facts find the answers they touch: decisions recorded a second, with and without three grounds each, by turns;
 * and versions of awards entered a second, with and without a word of them in the outbox.
 */
public final class RelianceBenchmark {

    private static final int DECISIONS = 20_000;
    private static final int AWARDS = 20_000;
    private static final int ROUNDS = 5;
    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    private static final Ids IDS = new Ids(Clock.systemUTC());
    private static final byte[] ANSWER = ("{\"core\":\"" + "准".repeat(1_300) + "\"}").getBytes(StandardCharsets.UTF_8);

    private RelianceBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        try (Database database = Database.at(TestServer.POSTGRES_18.emptyDatabase(), 4)) {
            decisions(database);
            awards(database);
        }
    }

    private static void decisions(Database database) throws Exception {
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        try (DecisionLog log = new DecisionLog(database, new DecisionLog.Limits(DECISIONS, 128, 1), new SimpleMeterRegistry())) {
            decided(log, false);
            decided(log, true);
            for (int round = 0; round < ROUNDS; round++) {
                without[round] = decided(log, false);
                with[round] = decided(log, true);
            }
            System.out.printf("decisions a second: %.0f without grounds, %.0f with three each, %.2f ×%n", median(without), median(with),
                    median(with) / median(without));
        }
    }

    private static double decided(DecisionLog log, boolean relying) {
        long mark = log.mark();
        long begun = System.nanoTime();
        List<CompletableFuture<Recorded>> answers = new ArrayList<>(DECISIONS);
        for (int i = 0; i < DECISIONS; i++) {
            Reliance reliance = !relying ? Reliance.NONE
                    : new Reliance(mark, Set.of(Ground.unit(IDS.next(), DAY), Ground.code("C" + i, DAY), Ground.content("K" + i, DAY)));
            answers.add(log.append(new Entry(IDS.next(), Instant.now(), "科委", "SUPPORT", "jkf_2022_9", "sha256:core", "sha256:rules",
                    "sha256:request", null, ANSWER, reliance)).toCompletableFuture());
        }
        answers.forEach(CompletableFuture::join);
        return DECISIONS / seconds(begun);
    }

    private static void awards(Database database) throws SQLException {
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        try (Connection connection = database.connection(); Statement statement = connection.createStatement()) {
            entered(connection);
            for (int round = 0; round < ROUNDS; round++) {
                statement.execute("alter table award_version disable trigger told");
                without[round] = entered(connection);
                statement.execute("alter table award_version enable always trigger told");
                with[round] = entered(connection);
            }
        }
        System.out.printf("versions a second in batches of 1,000: %.0f without the outbox, %.0f with it, %.2f ×%n", median(without), median(with),
                median(with) / median(without));
    }

    private static double entered(Connection connection) throws SQLException {
        long begun = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement award = connection.prepareStatement("""
                    insert into award (code, origin, entered_at, entered_by) values (?, 'REPORTED', now(), 'benchmark')""");
                PreparedStatement version = connection.prepareStatement("""
                    insert into award_version (award, version, learned_at, learned_by, subject, unit_code, policy, content_key, funder_level, form, state,
                        decided_on) values ((select id from award where code = ?), 1, now(), 'benchmark', ?, 'C', 'p', ?, 'OTHER', 'MONEY', 'PAID', now())""")) {
            for (int i = 1; i <= AWARDS; i++) {
                String code = IDS.next();
                award.setString(1, code);
                award.addBatch();
                version.setString(1, code);
                version.setString(2, IDS.next());
                version.setString(3, "K" + code);
                version.addBatch();
                if (i % 1_000 == 0) {
                    award.executeBatch();
                    version.executeBatch();
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return AWARDS / seconds(begun);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
