package org.zhunsheng.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("后来的事实：一个不丢，一个不跳，一个不重")
class FollowingTest {

    /** Ten in every build; -Dbroken=100 for a night. */
    private static final int TIMES = Integer.getInteger("broken", 10);
    private static final int WRITERS = 8;
    private static final Following.Portions SMALL = new Following.Portions(3, 5, 4);

    @Test
    @DisplayName("许多人同时记入事实和决定，两个实例跟进，一个人翻页：编号连续，读过的编号之前不再有新的，每个决定最后所告就是现在所知")
    void together() throws Exception {
        try (Database database = Database.at(TestServer.POSTGRES_18.emptyDatabase(), 24); Counting counting = new Counting(database)) {
            AtomicBoolean writing = new AtomicBoolean(true);
            ExecutorService threads = Executors.newCachedThreadPool();
            List<Future<Map<String, String>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writer(counting, writer)));
            }
            List<Future<?>> instances = List.of(threads.submit(instance(counting, writing)), threads.submit(instance(counting, writing)));
            AtomicBoolean following = new AtomicBoolean(true);
            Future<List<JsonNode>> reader = threads.submit(reader(counting, following));
            Map<String, String> units = new HashMap<>();
            for (Future<Map<String, String>> writer : writers) {
                units.putAll(writer.get());
            }
            writing.set(false);
            for (Future<?> instance : instances) {
                instance.get();
            }
            following.set(false);
            List<JsonNode> read = reader.get();
            threads.shutdown();
            assertEquals(counting.after(0, 1_000_000), read, "翻页所见与全部不同");
            assertTold(counting, read, units);
        }
    }

    private static Callable<Map<String, String>> writer(Counting counting, int writer) {
        return () -> {
            Random random = new Random(writer);
            Map<String, String> units = new HashMap<>();
            for (int i = 0; i < 30; i++) {
                String unit = "u" + random.nextInt(4);
                if (random.nextInt(3) == 0) {
                    units.put(counting.decide(unit, random.nextInt(20)), unit);
                } else {
                    counting.tell(unit, random.nextInt(10), random.nextInt(5) > 0);
                }
            }
            return units;
        };
    }

    /** Until nobody writes, and then once more until nothing is left. */
    private static Callable<Void> instance(Counting counting, AtomicBoolean writing) {
        Following following = counting.following(SMALL);
        return () -> {
            boolean last = false;
            while (!last) {
                last = !writing.get();
                while (following.step()) {
                    Thread.onSpinWait();
                }
                Thread.sleep(1);
            }
            return null;
        };
    }

    /** While the others work, and then once more to the end. */
    private static Callable<List<JsonNode>> reader(Counting counting, AtomicBoolean following) {
        return () -> {
            List<JsonNode> read = new ArrayList<>();
            boolean last = false;
            while (!last) {
                last = !following.get();
                List<JsonNode> page;
                while (!(page = counting.after(read.isEmpty() ? 0 : read.get(read.size() - 1).get("number").asLong(), 7)).isEmpty()) {
                    read.addAll(page);
                }
                Thread.sleep(2);
            }
            return read;
        };
    }

    /** Numbers without gaps, each event following on the one before it, and at the end nobody left with less than is known. */
    private static void assertTold(Counting counting, List<JsonNode> events, Map<String, String> units) {
        Map<String, String> last = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            String decision = event.get("decision").asText();
            assertEquals(i + 1, event.get("number").asLong());
            assertEquals(last.getOrDefault(decision, counting.recorded(decision)), event.at("/before/level").asText());
            assertNotEquals(event.get("before"), event.get("after"));
            assertTrue(!event.get("causes").isEmpty(), event.toString());
            last.put(decision, event.at("/after/level").asText());
        }
        units.forEach((decision, unit) -> assertEquals(String.valueOf(counting.known(unit)), last.getOrDefault(decision, counting.recorded(decision)),
                decision + " 不知道后来的事实"));
    }

    @Test
    @DisplayName("跟进时连接被数据库一再掐断：每个决定恰好一个事件")
    void brokenOff() throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 6); Counting counting = new Counting(database)) {
            Map<String, String> units = new HashMap<>();
            for (int i = 0; i < 20; i++) {
                units.put(counting.decide("u" + i % 2, 0), "u" + i % 2);
            }
            Following following = counting.following(SMALL);
            for (int time = 0; time < TIMES; time++) {
                counting.tell("u0", 0, true);
                counting.tell("u1", 0, true);
                AtomicBoolean done = new AtomicBoolean();
                long pause = 1 + time * 7L % 40;
                Thread killer = new Thread(() -> {
                    for (int blow = 0; blow < 3 && !done.get(); blow++) {
                        sleep(pause);
                        TestServer.execute(address, "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()");
                    }
                });
                killer.start();
                followed(following);
                done.set(true);
                killer.join();
                revived(database, 6);
            }
            List<JsonNode> events = read(counting);
            assertTold(counting, events, units);
            assertEquals(TIMES * units.size(), events.size());
            assertEquals("0", TestServer.query(address, "select count(*) from event_due"));
        }
    }

    /** What broke off a moment ago the pool hands out once more; those who tell facts here are not what is tried. */
    private static void revived(Database database, int connections) throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(database.connection());
            try (Statement statement = all.get(i).createStatement()) {
                statement.execute("select 1");
            } catch (SQLException brokenOff) {
                continue;
            }
        }
        for (Connection connection : all) {
            connection.close();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** As the service does: again, until there is nothing left to do. */
    private static void followed(Following following) {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                if (!following.step()) {
                    return;
                }
            } catch (SQLException | RuntimeException brokenOff) {
                sleep(1);
            }
        }
        throw new AssertionError("跟进没有结束");
    }

    private static List<JsonNode> read(Counting counting) throws Exception {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                return counting.after(0, 1_000_000);
            } catch (SQLException dead) {
                sleep(1);
            }
        }
        throw new AssertionError("读不到事件");
    }
}
