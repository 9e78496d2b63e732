package org.zhunsheng.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.proof.Log;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Digest;

@DisplayName("自查：重算抽中的决定，核对整个日志")
class AuditingTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    private static final String QUESTION = """
            {"policy":"jkf_2022_9","question":"SUPPORT","direction":"OVERSEAS_PARK","asOf":"2023-04-%02d","facts":{"park":{"siteAreaM2":45000}}}""";

    @TempDir
    Path folder;
    private Address address;
    private Database database;
    private DecisionLog record;
    private Log log;
    private Auditing auditing;

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 6);
        database.await();
        record = new DecisionLog(database, new DecisionLog.Limits(4096, 64, 1), new SimpleMeterRegistry());
        log = Log.of(database, folder.resolve("log"), Duration.ofMillis(20), 64);
        log.begin();
        auditing = new Auditing(database, record, log, List.of(EVALUATIONS), BASES);
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        record.close();
        database.close();
    }

    private void decide(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Evaluations.Evaluated evaluated = EVALUATIONS.evaluate(QUESTION.formatted(i % 28 + 1).getBytes(UTF_8));
            record("d" + i, evaluated, evaluated.core());
        }
        attested(count);
    }

    /** The log follows the record, and not always in its order. */
    private void attested(int count) throws Exception {
        for (int i = 0; i < 1000 && log.size() < count; i++) {
            Thread.sleep(20);
        }
        assertEquals(count, log.size());
    }

    private void record(String id, Evaluations.Evaluated evaluated, byte[] core) {
        Instant now = Instant.now();
        byte[] answer = new Answer(id, now, "科委", false, null, Digest.of(core), core).json();
        record.append(new Entry(id, now, "科委", "SUPPORT", "jkf_2022_9", Digest.of(core), evaluated.ruleBase(), "q", null, answer)).toCompletableFuture().join();
    }

    /** Past the triggers, as somebody does who owns the database. */
    private void tamper(String table, String sql) {
        TestServer.execute(address, "alter table " + table + " disable trigger all; " + sql);
    }

    private Audit asked() throws Exception {
        return auditing.asked("管理员").orElseThrow();
    }

    @Test
    @DisplayName("没有动过的，都成立；每夜一次，由日期抽取，结果留存")
    void holds() throws Exception {
        decide(130);
        LocalDate night = LocalDate.of(2024, 5, 6);
        Audit audit = auditing.ofNight(night).orElseThrow();
        assertEquals("{\"altered\":[],\"alteredCount\":0,\"differing\":[]}", new String(audit.found(), UTF_8));
        assertTrue(audit.holds());
        assertEquals(List.of(100, 130L, 130L, "2024-05-06"), List.of(audit.decisions(), audit.entries(), audit.upTo(), audit.seed()));
        assertEquals(audit.id(), auditing.newest().orElseThrow().id());
        assertTrue(auditing.ofNight(night).isEmpty());
        assertTrue(asked().holds());
        assertEquals("管理员", auditing.newest().orElseThrow().askedBy());
        assertTrue(auditing.ofNight(night.plusDays(1)).isPresent());
        assertEquals("3", TestServer.query(address, "select count(*) from audit"));
    }

    @Test
    @DisplayName("同一日期抽到的相同，不同日期不同")
    void drawn() {
        List<Long> places = new ArrayList<>(Auditing.places("2024-05-06", 1_000_000));
        assertEquals(places, new ArrayList<>(Auditing.places("2024-05-06", 1_000_000)));
        assertNotEquals(places, new ArrayList<>(Auditing.places("2024-05-07", 1_000_000)));
        assertTrue(places.stream().allMatch(place -> place >= 1 && place <= 1_000_000));
        assertEquals(7, Auditing.places("2024-05-06", 7).size());
        assertEquals(0, Auditing.places("2024-05-06", 0).size());
    }

    @Test
    @DisplayName("改了一个决定：重算和日志都说得出是哪一个")
    void alteredDecision() throws Exception {
        decide(5);
        tamper("decision", "update decision set answer = convert_to(replace(convert_from(answer, 'UTF8'), 'INSUFFICIENT_FACTS', 'ELIGIBLE'), 'UTF8') where id = 'd3'");
        Audit audit = asked();
        assertFalse(audit.holds());
        String found = new String(audit.found(), UTF_8);
        assertTrue(found.contains("DECISION d3"), found);
        assertTrue(found.contains("\"id\":\"d3\""), found);
        assertFalse(found.contains("d2"), found);
    }

    @Test
    @DisplayName("决定改得不成样子，也只是一个不符，不妨碍其余")
    void brokenDecision() throws Exception {
        decide(5);
        tamper("decision", "update decision set answer = 'x' where id = 'd1'");
        String found = new String(asked().found(), UTF_8);
        assertTrue(found.contains("DECISION d1") && found.contains("\"problem\":"), found);
    }

    @Test
    @DisplayName("改了判断、日志的行、检查点，删了决定：日志都说得出")
    void alteredRows() throws Exception {
        decide(5);
        tamper("log_checkpoint", "update log_checkpoint set note = replace(note, 'time 2', 'time 3') where size = 5");
        assertTrue(new String(asked().found(), UTF_8).contains("检查点"));
        tamper("log_entry", "update log_entry set sha256 = sm3 where leaf = 2");
        assertTrue(new String(asked().found(), UTF_8).contains("条目 2"));
        tamper("decision", "delete from decision where id = 'd4'");
        assertTrue(new String(asked().found(), UTF_8).contains("DECISION d4）所证的记录被删"));
        tamper("log_entry", "delete from log_entry where leaf > 3");
        assertFalse(asked().holds());
    }

    @Test
    @DisplayName("一开始就记错了的决定，日志照样作证，重算说得出哪一条款、哪一金额不同")
    void wrongFromTheStart() throws Exception {
        Evaluations.Evaluated evaluated = EVALUATIONS.evaluate(QUESTION.formatted(3).getBytes(UTF_8));
        String wrong = new String(evaluated.core(), UTF_8).replaceFirst("\"outcome\":\"[A-Z_]+\",\"question\"", "\"outcome\":\"ELIGIBLE\",\"question\"")
                .replaceFirst("(\"clause\":\"4.2\"(?:(?!\"verdict\":\"[A-Z_]+\"\\}(?:,|\\])).)*\"verdict\":\")[A-Z_]+", "$1NOT_MET");
        assertNotEquals(wrong, new String(evaluated.core(), UTF_8));
        record("w", evaluated, wrong.getBytes(UTF_8));
        attested(1);
        String found = new String(asked().found(), UTF_8);
        assertTrue(found.contains("\"altered\":[]"), found);
        assertTrue(found.contains("{\"after\":\"INSUFFICIENT_FACTS\",\"before\":\"ELIGIBLE\",\"of\":\"SUPPORT/OVERSEAS_PARK\",\"what\":\"OUTCOME\"}"), found);
    }
}
