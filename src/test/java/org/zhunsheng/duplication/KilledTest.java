package org.zhunsheng.duplication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemException;

@DisplayName("保留名额时服务或数据库的进程被强行终止")
class KilledTest {

    /** Five of either in every build; -Dbroken=100 for a night. */
    private static final int TIMES = Integer.getInteger("broken", 5);

    private Path folder;
    private int asked;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-killed")), "").toAbsolutePath();
    }

    @AfterEach
    void remove() throws IOException {
        // takes over what a killed process has left running, and stops it
        try (Database left = Database.in(folder, 1)) {
            left.await();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @DisplayName("服务：换一个进程接管，以同一幂等键重发，得到的是实情")
    void service() throws Exception {
        try (ReservingProcess.Supply supply = new ReservingProcess.Supply(folder, 1 + TIMES)) {
            ReservingProcess service = supply.next();
            long begun = System.nanoTime();
            assertTrue(service.ask(key(), body(Unit.content())).startsWith("{"));
            long usual = System.nanoTime() - begun;
            asked++;
            for (int time = 0; time < TIMES; time++) {
                String key = key();
                String content = Unit.content();
                String body = body(content);
                service.send(key, body);
                if (time % 2 == 0) {
                    assertTrue(service.written());
                } else {
                    TimeUnit.NANOSECONDS.sleep(2 * usual * time / TIMES);
                }
                String answered = service.kill();
                service = supply.next();
                String again = service.ask(key, body);
                asked++;
                assertTrue(again.startsWith("{"), again);
                assertTrue(answered == null || answered.equals(again), "两次答复不同");
                String other = service.ask(key(), body(content));
                assertTrue(other.startsWith("problem BLOCKED") && other.contains(award(again)), other);
            }
            service.close();
        }
        try (Database database = Database.in(folder, 1)) {
            nothingLostNothingDoubled(database);
        }
    }

    @Test
    @DisplayName("数据库：同一目录重新启动之后，以同一幂等键重发，得到的是实情")
    void database() throws Exception {
        RuleBases bases = ReservingService.bases();
        Database database = Database.in(folder, 2);
        try {
            database.await();
            long usual = usual(ReservingService.over(database, bases));
            for (int time = 0; time < TIMES; time++) {
                Reservations reservations = ReservingService.over(database, bases);
                byte[] body = body(Unit.content()).getBytes(StandardCharsets.UTF_8);
                String key = key();
                CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> attempt(reservations, body, key));
                TimeUnit.NANOSECONDS.sleep(2 * usual * time / TIMES);
                killPostmaster();
                byte[] answered = first.join();
                closeDead(database);
                database = Database.in(folder, 2);
                byte[] again = ReservingService.over(database, bases).reserve("调用方", body, key);
                asked++;
                assertTrue(answered == null || new String(answered, StandardCharsets.UTF_8).equals(new String(again, StandardCharsets.UTF_8)), "两次答复不同");
                nothingLostNothingDoubled(database);
            }
        } finally {
            database.close();
        }
    }

    /** What a reservation takes once the classes are loaded: the kills are spread over this time. */
    private long usual(Reservations reservations) {
        long begun = 0;
        for (int time = 0; time < 3; time++) {
            begun = System.nanoTime();
            reservations.reserve("调用方", body(Unit.content()).getBytes(StandardCharsets.UTF_8), key());
            asked++;
        }
        return System.nanoTime() - begun;
    }

    private static byte[] attempt(Reservations reservations, byte[] body, String key) {
        try {
            return reservations.reserve("调用方", body, key);
        } catch (ProblemException brokenOff) {
            return null;
        }
    }

    private void killPostmaster() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        // onExit looks once a second at what is no child of ours
        for (int look = 0; postmaster.isAlive(); look++) {
            assertTrue(look < 2_000, "数据库进程没有终止");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static void closeDead(Database database) {
        try {
            database.close();
        } catch (IOException nothingToStop) {
            // the server is dead, which is the point
        }
    }

    private void nothingLostNothingDoubled(Database database) throws Exception {
        try (Connection connection = database.connection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select count(*) from award), (select count(*) from award_version),"
                        + " (select count(*) from award_place), (select count(*) from idempotency_key)")) {
            row.next();
            assertEquals(asked + " " + asked + " " + 2 * asked + " " + asked, row.getInt(1) + " " + row.getInt(2) + " " + row.getInt(3) + " " + row.getInt(4));
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String body(String content) {
        return "{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"contentKey\":\"%s\",\"decidedOn\":\"2025-05-30\"}"
                .formatted(Unit.code(), content);
    }

    private static String award(String answer) {
        return Comparison.tree(answer.getBytes(StandardCharsets.UTF_8)).required("award").asText();
    }
}
