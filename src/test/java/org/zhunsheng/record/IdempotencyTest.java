package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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

@DisplayName("幂等键：重复的请求得到第一次的答复")
@ParameterizedClass
@EnumSource(TestServer.class)
class IdempotencyTest {

    @Parameter
    TestServer server;

    private final Ids ids = new Ids(Clock.systemUTC());
    private Address address;
    private Database database;
    private DecisionLog here;
    private DecisionLog elsewhere;

    @BeforeEach
    void open() {
        address = server.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        here = log();
        elsewhere = log();
    }

    @AfterEach
    void close() throws Exception {
        here.close();
        elsewhere.close();
        database.close();
    }

    @Test
    @DisplayName("同一请求再来一次，答复与第一次逐字节相同，只记一条")
    void repeats() {
        Entry first = entry("甲", "键", "请求", "答一");
        assertFalse(done(here.append(first)).repeated());
        Recorded again = done(here.append(entry("甲", "键", "请求", "答二")));
        assertTrue(again.repeated());
        assertEquals(first.id(), again.id());
        assertArrayEquals(first.answer(), again.answer());
        assertEquals("1", count());
    }

    @Test
    @DisplayName("同一键用于另一个请求，拒绝，并说明先前的决定")
    void conflicts() {
        Entry first = entry("甲", "键", "请求", "答一");
        done(here.append(first));
        var conflict = assertInstanceOf(IdempotencyConflict.class, failure(here.append(entry("甲", "键", "另一请求", "答二"))));
        assertEquals(first.id(), conflict.id());
        assertEquals("键", conflict.key());
    }

    @Test
    @DisplayName("键属于调用方：别人用同一个键，互不相干；没有键，各记各的")
    void keysBelongToCallers() {
        assertFalse(done(here.append(entry("甲", "键", "请求", "答"))).repeated());
        assertFalse(done(here.append(entry("乙", "键", "另一请求", "答"))).repeated());
        assertFalse(done(here.append(entry("甲", null, "请求", "答"))).repeated());
        assertFalse(done(here.append(entry("甲", null, "请求", "答"))).repeated());
        assertEquals("4", count());
    }

    @Test
    @DisplayName("按键查找先前的答复")
    void findsByKey() {
        Entry first = entry("甲", "键", "请求", "答");
        done(here.append(first));
        Recorded found = here.findByKey("甲", "键").orElseThrow();
        assertEquals(first.id(), found.id());
        assertEquals(first.requestDigest(), found.requestDigest());
        assertArrayEquals(first.answer(), found.answer());
        assertTrue(here.findByKey("乙", "键").isEmpty());
    }

    @Test
    @DisplayName("同一批里的相同与冲突，与分开来时一样")
    void withinOneBatch() throws Exception {
        List<CompletionStage<Recorded>> answers = new ArrayList<>();
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table decision");
            here.append(entry("甲", null, "占住", "占住"));
            Thread.sleep(300);
            answers.add(here.append(entry("甲", "键", "请求", "答一")));
            answers.add(here.append(entry("甲", "键", "请求", "答二")));
            answers.add(here.append(entry("甲", "键", "另一请求", "答三")));
            connection.rollback();
        }
        assertEquals("答一", text(answers.get(0)));
        assertEquals("答一", text(answers.get(1)));
        assertInstanceOf(IdempotencyConflict.class, failure(answers.get(2)));
        assertEquals("2", count());
    }

    @Test
    @DisplayName("两个实例同时收到同样的请求，次序相反，也只有一个答复")
    void betweenInstances() {
        List<String> keys = new ArrayList<>(IntStream.range(0, 200).mapToObj(i -> "键" + i).toList());
        List<CompletionStage<Recorded>> answersHere = new ArrayList<>();
        List<CompletionStage<Recorded>> answersElsewhere = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            answersHere.add(here.append(entry("甲", keys.get(i), "请求", "此处" + i)));
            answersElsewhere.add(elsewhere.append(entry("甲", keys.get(keys.size() - 1 - i), "请求", "彼处" + i)));
        }
        Collections.reverse(answersElsewhere);
        for (int i = 0; i < keys.size(); i++) {
            assertEquals(text(answersHere.get(i)), text(answersElsewhere.get(i)), keys.get(i));
        }
        assertEquals("200", count());
    }

    private DecisionLog log() {
        return new DecisionLog(database, new DecisionLog.Limits(1000, 128, 1), new SimpleMeterRegistry());
    }

    private Entry entry(String caller, String key, String request, String answer) {
        return new Entry(ids.next(), Instant.now(), caller, "SUPPORT", "jkf_2022_9", "sha256:core", "sha256:rules",
                "sha256:" + request, key, answer.getBytes(StandardCharsets.UTF_8));
    }

    private String count() {
        return TestServer.query(address, "select count(*) from decision");
    }

    private static Recorded done(CompletionStage<Recorded> answer) {
        return answer.toCompletableFuture().join();
    }

    private static String text(CompletionStage<Recorded> answer) {
        return new String(done(answer).answer(), StandardCharsets.UTF_8);
    }

    private static Throwable failure(CompletionStage<Recorded> answer) {
        return assertThrows(CompletionException.class, () -> done(answer)).getCause();
    }
}
