package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
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
import org.zhunsheng.facts.Judgement;

@DisplayName("判断的记录")
@ParameterizedClass
@EnumSource(TestServer.class)
class JudgementLogTest {

    private static final String POINT = "jkf_2022_9/6.2.2";

    @Parameter
    TestServer server;

    private final Ids ids = new Ids(Clock.systemUTC());
    private Address address;
    private Database database;
    private DecisionLog here;
    private DecisionLog elsewhere;
    private JudgementLog judgements;

    @BeforeEach
    void open() {
        address = server.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        here = new DecisionLog(database, new DecisionLog.Limits(1000, 128, 1), new SimpleMeterRegistry());
        elsewhere = new DecisionLog(database, new DecisionLog.Limits(1000, 128, 1), new SimpleMeterRegistry());
        judgements = new JudgementLog(database);
    }

    @AfterEach
    void close() throws Exception {
        here.close();
        elsewhere.close();
        database.close();
    }

    @Test
    @DisplayName("读回的判断与交来的相同，等级和是否都是")
    void keepsWhatWasJudged() {
        String decision = decided(entry(null));
        for (Object value : new Object[] {true, false, "SIGNIFICANT"}) {
            Entry following = entry(null);
            Judged judged = judged(decision, value);
            decided(following, judged);
            RecordedJudgement found = judgements.find(judged.id()).orElseThrow();
            assertEquals(judged.judgement(), found.judgement());
            assertEquals(List.of(decision, following.id(), POINT, "科委"), List.of(found.decision(), found.result(), found.point(), found.caller()));
            assertEquals(following.time(), found.time());
        }
        assertEquals(3, judgements.ofCase(decision).size());
        assertTrue(judgements.find(ids.next()).isEmpty());
    }

    @Test
    @DisplayName("判断写不进去，新决定也没有；新决定提交不成，判断也没有")
    void bothOrNeither() {
        String decision = decided(entry(null));
        Judged first = judged(decision, true);
        decided(entry(null), first);
        Judged again = new Judged(first.id(), decision, POINT, first.judgement(), earlier -> new byte[0]);
        assertInstanceOf(RecordUnavailable.class, failure(here.append(entry(null), again)));
        assertInstanceOf(RecordUnavailable.class, failure(here.append(entry(null), judged("没有这个决定", true))));
        assertEquals(List.of("2", "1"), counts());
        TestServer.execute(address, """
                create function fail() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '40001'; end $$;
                create constraint trigger at_commit after insert on decision deferrable initially deferred
                    for each row execute function fail()""");
        assertInstanceOf(RecordUnavailable.class, failure(here.append(entry(null), judged(decision, true))));
        assertEquals(List.of("2", "1"), counts());
    }

    @Test
    @DisplayName("同一批里有平常的决定、判断和重复的请求，各得其所")
    void withinOneBatch() throws Exception {
        String decision = decided(entry(null));
        List<CompletionStage<Recorded>> answers = new ArrayList<>();
        try (var connection = database.connection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table decision");
            here.append(entry(null));
            Thread.sleep(300);
            answers.add(here.append(entry("键"), judged(decision, true)));
            answers.add(here.append(entry(null)));
            answers.add(here.append(entry("键"), judged(decision, true)));
            answers.add(here.append(entry(null), judged(decision, false)));
            connection.rollback();
        }
        assertEquals("取代 0", text(answers.get(0)));
        assertEquals("答", text(answers.get(1)));
        assertEquals("取代 0", text(answers.get(2)));
        assertEquals("取代 1", text(answers.get(3)));
        assertEquals(List.of("5", "2"), counts());
    }

    @Test
    @DisplayName("两个实例同时判断同一点，有先有后：后一个知道先前的每一个")
    void betweenInstances() {
        String decision = decided(entry(null));
        List<CompletionStage<Recorded>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add((i % 2 == 0 ? here : elsewhere).append(entry(null), judged(decision, true)));
        }
        List<String> known = answers.stream().map(JudgementLogTest::text).sorted().toList();
        List<RecordedJudgement> all = judgements.ofCase(decision);
        for (int i = 0; i < 60; i++) {
            assertTrue(known.contains("取代 " + i), known::toString);
            assertEquals(all.subList(0, i).stream().map(RecordedJudgement::id).toList(), all.get(i).supersedes());
            assertEquals(i < 59 ? all.get(i + 1).id() : null, all.get(i).supersededBy());
        }
    }

    private Entry entry(String key) {
        return new Entry(ids.next(), Instant.now().truncatedTo(ChronoUnit.MILLIS), "科委", "SUPPORT", "jkf_2022_9", "sha256:core", "sha256:rules",
                "sha256:请求", key, "答".getBytes(StandardCharsets.UTF_8));
    }

    private Judged judged(String decision, Object value) {
        return new Judged(ids.next(), decision, POINT, new Judgement(value, "专家组", LocalDate.of(2023, 4, 20), "理由“一”\n"),
                earlier -> ("取代 " + earlier.supersedes().size()).getBytes(StandardCharsets.UTF_8));
    }

    private String decided(Entry entry) {
        return here.append(entry).toCompletableFuture().join().id();
    }

    private void decided(Entry entry, Judged judged) {
        here.append(entry, judged).toCompletableFuture().join();
    }

    private List<String> counts() {
        return List.of(TestServer.query(address, "select count(*) from decision"), TestServer.query(address, "select count(*) from judgement"));
    }

    private static String text(CompletionStage<Recorded> answer) {
        return new String(answer.toCompletableFuture().join().answer(), StandardCharsets.UTF_8);
    }

    private static Throwable failure(CompletionStage<Recorded> answer) {
        return assertThrows(CompletionException.class, () -> answer.toCompletableFuture().join()).getCause();
    }
}
