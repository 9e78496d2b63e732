package org.zhunsheng.duplication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.ProblemException;

@DisplayName("保留名额时连接被数据库掐断")
class BrokenOffTest {

    /** Ten in every build; -Dbroken=100 for a night. */
    private static final int TIMES = Integer.getInteger("broken", 10);

    @Test
    @DisplayName("不丢，不重；以同一幂等键重发，得到的是实情")
    void retryTellsTheTruth() throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        RuleBases bases = new RuleBases();
        try (Database database = Database.at(address, 4)) {
            database.await();
            Reservations reservations = new Reservations(database, bases, new Evaluations(bases), new Subjects(new Ids(Clock.systemUTC())),
                    Reservations.Guard.LOCKS_AND_CONSTRAINT);
            for (int time = 0; time < TIMES; time++) {
                byte[] body = "{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"contentKey\":\"%s\",\"decidedOn\":\"2025-05-30\"}"
                        .formatted(Unit.code(), Unit.content()).getBytes(StandardCharsets.UTF_8);
                String key = UUID.randomUUID().toString();
                CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> attempt(reservations, body, key));
                TimeUnit.MICROSECONDS.sleep(time * 1_500L);
                TestServer.execute(address, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
                byte[] answered = first.get();
                byte[] again = retried(reservations, body, key);
                assertTrue(answered == null || Arrays.equals(answered, again), "两次答复不同");
                assertEquals(String.valueOf(time + 1), TestServer.query(address, "select count(*) from award_version"));
                assertEquals(String.valueOf(2 * (time + 1)), TestServer.query(address, "select count(*) from award_place"));
            }
        }
    }

    private static byte[] attempt(Reservations reservations, byte[] body, String key) {
        try {
            return reservations.reserve("调用方", body, key);
        } catch (ProblemException brokenOff) {
            return null;
        }
    }

    /** As a caller would: again until there is an answer. Connections that the pool still holds may be dead as well. */
    private static byte[] retried(Reservations reservations, byte[] body, String key) {
        for (int attempt = 0; attempt < 20; attempt++) {
            byte[] answer = attempt(reservations, body, key);
            if (answer != null) {
                return answer;
            }
        }
        throw new AssertionError("重发二十次仍没有答复");
    }
}
