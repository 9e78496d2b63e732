package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("决定的记录")
@ParameterizedClass
@EnumSource(TestServer.class)
class DecisionLogTest {

    private static final DecisionLog.Limits LIMITS = new DecisionLog.Limits(1000, 128, 1);

    @Parameter
    TestServer server;

    private final Ids ids = new Ids(Clock.systemUTC());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Address address;
    private Database database;
    private DecisionLog log;

    @BeforeEach
    void open() {
        address = server.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        log = new DecisionLog(database, LIMITS, meters);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        database.close();
    }

    @Test
    @DisplayName("提交之后才答复：答复的那一刻，另一个连接已能读到")
    void answersAfterCommit() {
        Entry entry = entry(null, "甲");
        String seen = log.append(entry).thenApply(recorded -> count("id = '" + recorded.id() + "'")).toCompletableFuture().join();
        assertEquals("1", seen);
    }

    @Test
    @DisplayName("提交不成，不答复")
    void noAnswerWithoutCommit() {
        TestServer.execute(address, """
                create function fail() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '40001'; end $$;
                create constraint trigger at_commit after insert on decision deferrable initially deferred
                    for each row execute function fail()""");
        assertInstanceOf(RecordUnavailable.class, failure(log.append(entry(null, "甲"))));
        assertEquals("0", count("true"));
    }

    @Test
    @DisplayName("读回的字节与答复的字节相同")
    void findsTheSameBytes() {
        Entry entry = entry(null, "{\"core\":\"京科发〔2022〕9号\"}");
        log.append(entry).toCompletableFuture().join();
        assertArrayEquals(entry.answer(), log.find(entry.id()).orElseThrow());
        assertTrue(log.find(ids.next()).isEmpty());
    }

    @Test
    @DisplayName("序号按交来的先后，一次提交记下许多条")
    void keepsOrderInFewCommits() {
        List<Entry> entries = IntStream.range(0, 900).mapToObj(i -> entry(null, "第" + i)).toList();
        entries.stream().map(log::append).toList().forEach(answer -> answer.toCompletableFuture().join());
        String inOrder = TestServer.query(address, "select string_agg(id, ',' order by sequence) from decision");
        assertEquals(String.join(",", entries.stream().map(Entry::id).toList()), inOrder);
        long commits = meters.get("zhunsheng.record.commit").timer().count();
        assertTrue(commits < 100, () -> commits + " commits");
        assertEquals(900, meters.get("zhunsheng.record.batch").summary().totalAmount());
    }

    @Test
    @DisplayName("一条写不进去，不连累同一批的其他条")
    void aBadEntryFailsAlone() {
        Entry twice = entry(null, "同号");
        List<CompletionStage<Recorded>> answers = heldUp(() ->
                List.of(log.append(twice), log.append(entry(null, "好")), log.append(twice), log.append(entry(null, "也好"))));
        assertEquals("同号", text(answers.get(0)));
        assertEquals("好", text(answers.get(1)));
        assertInstanceOf(RecordUnavailable.class, failure(answers.get(2)));
        assertEquals("也好", text(answers.get(3)));
        assertEquals("3", count("request_digest in ('sha256:同号', 'sha256:好', 'sha256:也好')"));
    }

    @Test
    @DisplayName("队列已满，立即拒绝")
    void refusesWhenFull() throws Exception {
        try (DecisionLog small = new DecisionLog(database, new DecisionLog.Limits(2, 1, 1), new SimpleMeterRegistry())) {
            List<CompletionStage<Recorded>> answers = heldUp(() -> {
                // one with the writer, two in the queue
                CompletionStage<Recorded> first = small.append(entry(null, "第0"));
                pause();
                return List.of(first, small.append(entry(null, "第1")), small.append(entry(null, "第2")), small.append(entry(null, "第3")));
            });
            assertInstanceOf(RecordUnavailable.class, failure(answers.get(3)));
            assertEquals(List.of("第0", "第1", "第2"), answers.subList(0, 3).stream().map(DecisionLogTest::text).toList());
        }
    }

    @Test
    @DisplayName("关闭时把等着的写完，之后不再收")
    void drainsBeforeClosing() throws Exception {
        List<CompletionStage<Recorded>> answers = IntStream.range(0, 300).mapToObj(i -> log.append(entry(null, "第" + i))).toList();
        log.close();
        assertTrue(answers.stream().allMatch(answer -> answer.toCompletableFuture().isDone()));
        assertEquals("300", count("true"));
        assertInstanceOf(RecordUnavailable.class, failure(log.append(entry(null, "晚到"))));
    }

    @Test
    @DisplayName("数据库停了，几秒之内就说记不下；回来之后自行恢复")
    void survivesAnOutage() throws Exception {
        log.append(entry(null, "之前")).toCompletableFuture().join();
        server.stop();
        try {
            long asked = System.nanoTime();
            assertInstanceOf(RecordUnavailable.class, failure(log.append(entry(null, "之中"))));
            assertThrows(RecordUnavailable.class, () -> log.find(ids.next()));
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(8));
        } finally {
            server.start();
        }
        assertEquals("之后", text(log.append(entry(null, "之后"))));
        assertEquals("2", count("true"));
    }

    @Test
    @DisplayName("数据库不作声，几秒之内也说记不下，后面等着的一同答复")
    void doesNotWaitForASilentDatabase() throws Exception {
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table decision");
            long asked = System.nanoTime();
            CompletionStage<Recorded> first = log.append(entry(null, "第一"));
            pause();
            CompletionStage<Recorded> second = log.append(entry(null, "第二"));
            assertInstanceOf(RecordUnavailable.class, failure(first));
            assertInstanceOf(RecordUnavailable.class, failure(second));
            assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(8));
            connection.rollback();
        }
        assertEquals("之后", text(log.append(entry(null, "之后"))));
        assertEquals("1", count("true"));
    }

    private Entry entry(String key, String answer) {
        return new Entry(ids.next(), Instant.now(), "科委", "SUPPORT", "jkf_2022_9", "sha256:core", "sha256:rules",
                "sha256:" + answer, key, answer.getBytes(StandardCharsets.UTF_8));
    }

    /** While the table is locked the writer cannot commit, so that what is handed over meanwhile comes together in a batch. */
    private <T> T heldUp(Supplier<T> appends) {
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table decision");
            log.append(entry(null, "占住"));
            pause();
            T result = appends.get();
            pause();
            connection.rollback();
            return result;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
    }

    private String count(String condition) {
        return TestServer.query(address, "select count(*) from decision where " + condition);
    }

    private static String text(CompletionStage<Recorded> answer) {
        return new String(answer.toCompletableFuture().join().answer(), StandardCharsets.UTF_8);
    }

    private static Throwable failure(CompletionStage<Recorded> answer) {
        return assertThrows(CompletionException.class, () -> answer.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join()).getCause();
    }
}
