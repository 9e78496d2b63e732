package org.zhunsheng.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.proof.Log;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.Ids;

/**
 * Decisions recorded with the log's sequencer beside them and without, in turns; how soon after its answer a decision at 1,000 a second
 * has its receipt; and receipts of a log of a million entries, beside reading the decision itself.
 */
public final class LogBenchmark {

    private static final int DECISIONS = 20_000;
    private static final int UNDER_WAY = 256;
    private static final int ROUNDS = 5;
    private static final int LEAVES = 1_000_000;
    private static final int RECEIPTS = 500;
    private static final Ids IDS = new Ids(Clock.systemUTC());

    private LogBenchmark() {
    }

    public static void main(String[] args) throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        Path folder = Files.createTempDirectory("log-benchmark");
        try (Database database = Database.at(address, 8);
                DecisionLog record = new DecisionLog(database, new DecisionLog.Limits(4096, 128, 1), new SimpleMeterRegistry())) {
            throughput(database, record, folder);
            soonness(database, record, folder);
            million(database, address, folder);
        }
    }

    private static Log log(Database database, Path folder) throws Exception {
        Log log = Log.of(database, folder.resolve("keys"), Duration.ofSeconds(1), 1024);
        log.begin();
        return log;
    }

    private static void throughput(Database database, DecisionLog record, Path folder) throws Exception {
        double[] without = new double[ROUNDS];
        double[] with = new double[ROUNDS];
        recorded(record);
        for (int round = 0; round < ROUNDS; round++) {
            try (Log log = log(database, folder)) {
                with[round] = recorded(record);
                long begun = System.nanoTime();
                long last = log.size();
                while (last < (2L * round + 2) * DECISIONS) {
                    Thread.sleep(20);
                    last = log.size();
                }
                System.out.printf("  log complete %.2f s later%n", (System.nanoTime() - begun) / 1e9);
            }
            without[round] = recorded(record);
            System.out.printf("  decisions a second: %.0f with the log, %.0f without, ratio %.2f%n", with[round], without[round], with[round] / without[round]);
        }
        Arrays.sort(with);
        Arrays.sort(without);
        System.out.printf("recording with the log: %.2f × the same without it (medians)%n", with[ROUNDS / 2] / without[ROUNDS / 2]);
    }

    private static double recorded(DecisionLog record) throws InterruptedException {
        Semaphore room = new Semaphore(UNDER_WAY);
        long begun = System.nanoTime();
        for (int i = 0; i < DECISIONS; i++) {
            room.acquire();
            record.append(entry(IDS.next())).whenComplete((recorded, failed) -> room.release());
        }
        room.acquire(UNDER_WAY);
        return DECISIONS / ((System.nanoTime() - begun) / 1e9);
    }

    private static void soonness(Database database, DecisionLog record, Path folder) throws Exception {
        try (Log log = log(database, folder)) {
            log.awaits(record.append(entry(IDS.next())).toCompletableFuture().join().id(), Duration.ofMinutes(5));
            List<CompletableFuture<Double>> waits = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < 10_000; i++) {
                LockSupport.parkNanos(begun + i * 1_000_000L - System.nanoTime());
                CompletableFuture<String> answered = record.append(entry(IDS.next())).thenApply(recorded -> recorded.id()).toCompletableFuture();
                if (i % 50 == 0) {
                    waits.add(answered.thenApplyAsync(id -> waited(log, id)));
                }
            }
            double[] millis = waits.stream().mapToDouble(CompletableFuture::join).sorted().toArray();
            System.out.printf("receipt after the answer, at 1,000 decisions a second: median %.0f ms, slowest %.0f ms%n", millis[millis.length / 2], millis[millis.length - 1]);
        }
    }

    private static double waited(Log log, String id) {
        try {
            long answered = System.nanoTime();
            log.awaits(id, Duration.ofMinutes(1));
            return (System.nanoTime() - answered) / 1e6;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void million(Database database, Address address, Path folder) throws Exception {
        TestServer.execute(address, "insert into decision (id, time, caller, question, policy, core_digest, rule_base_digest, request_digest, answer) select 'm' || n, now(),"
                + " 'c', 'SUPPORT', 'p', 'd', 'r', 'q', convert_to('{\"core\":{\"n\":' || n || '},\"id\":\"m' || n || '\"}', 'UTF8') from generate_series(1, " + LEAVES + ") n");
        try (Log log = log(database, folder); Connection connection = database.connection();
                var select = connection.prepareStatement("select answer from decision where id = ?")) {
            long before = log.size();
            long begun = System.nanoTime();
            while (log.size() < before + LEAVES) {
                Thread.sleep(200);
            }
            System.out.printf("catching up with %,d small decisions: %,.0f a second%n", LEAVES, LEAVES / ((System.nanoTime() - begun) / 1e9));
            TestServer.execute(address, "analyze");
            Random random = new Random(1);
            double[] reading = new double[RECEIPTS];
            double[] proving = new double[RECEIPTS];
            for (int i = -RECEIPTS; i < RECEIPTS; i++) {
                String id = "m" + (1 + random.nextInt(LEAVES));
                long begin = System.nanoTime();
                select.setString(1, id);
                byte[] answer;
                try (var row = select.executeQuery()) {
                    row.next();
                    answer = row.getBytes(1);
                }
                long read = System.nanoTime();
                log.receipt(id, answer);
                if (i >= 0) {
                    reading[i] = (read - begin) / 1e6;
                    proving[i] = (System.nanoTime() - read) / 1e6;
                }
            }
            Arrays.sort(reading);
            Arrays.sort(proving);
            System.out.printf("receipt in a log of %,d entries: median %.2f ms, slowest %.2f ms; reading the decision alone: median %.2f ms%n", log.size(),
                    proving[RECEIPTS / 2], proving[RECEIPTS - 1], reading[RECEIPTS / 2]);
        }
    }

    /** As large as the answers of the largest document are on average, one judgement in it. */
    private static Entry entry(String id) {
        StringBuilder findings = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            findings.append(i == 0 ? "" : ",").append("{\"clause\":\"jkf_2022_9/6.").append(i).append("\",\"evidence\":[{\"fact\":\"park.siteAreaM2\",\"value\":30000}],\"verdict\":\"MET\"}");
        }
        String answer = "{\"caller\":\"科委\",\"core\":{\"decisions\":[{\"findings\":[" + findings + "]}],\"request\":{\"judgements\":{\"jkf_2022_9/6.2.2\":{\"by\":\"专家组\","
                + "\"reason\":\"属实\",\"value\":true}}}},\"coreDigest\":\"sha256:0\",\"id\":\"" + id + "\",\"simulated\":false,\"time\":\"2026-03-01T09:00:00.000+08:00\"}";
        return new Entry(id, Instant.now(), "科委", "SUPPORT", "jkf_2022_9", "sha256:0", "sha256:0", "sha256:0", null, answer.getBytes(UTF_8));
    }
}
