package org.zhunsheng.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhunsheng.database.TestServer;

@DisplayName("日志的编号与生长")
class SequencerTest {

    private static final String GAPLESS = "select count(*) = coalesce(max(leaf) + 1, 0) from log_entry";

    @TempDir
    Path folder;
    private Sequenced here;

    @BeforeEach
    void open() throws Exception {
        here = new Sequenced(folder, 50);
    }

    @AfterEach
    void close() throws Exception {
        here.close();
    }

    @Test
    @DisplayName("空的日志也有检查点；每个决定一条，凭证都通过")
    void grows() throws Exception {
        here.all();
        assertEquals("0", here.query("select max(size) from log_checkpoint"));
        IntStream.range(0, 700).parallel().forEach(i -> here.decide("d" + i));
        here.all();
        assertEquals("700", here.query("select count(*) from log_entry"));
        assertEquals("t", here.query(GAPLESS));
        assertEquals("2", here.query("select count(*) from log_subtree"));
        for (int i = 0; i < 700; i += 7) {
            Receipt receipt = here.log().receipt("d" + i, Sequenced.answer("d" + i), 50L, i % 2 == 0);
            assertEquals(List.of(), Verification.of(Receipt.read(receipt.json()), here.trust(), here.log().checkpoint(50L).orElseThrow()));
        }
        assertEquals(List.of(), here.inspected());
    }

    @Test
    @DisplayName("200个同时写的人、三个定序者、随时断开：没有空缺，没有重复")
    void concurrentWriters() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService pool = Executors.newFixedThreadPool(20);
        ExecutorService sequencers = Executors.newFixedThreadPool(3);
        for (int s = 0; s < 3; s++) {
            Sequencer sequencer = here.another(17);
            sequencers.submit(() -> {
                while (writing.get()) {
                    try {
                        sequencer.sequence();
                    } catch (Exception broken) {
                        // its connection was cut below; it goes on with the next
                    }
                }
            });
        }
        for (int i = 0; i < 200; i++) {
            int writer = i;
            pool.submit(() -> IntStream.range(0, 5).forEach(n -> here.decide("w" + writer + "-" + n)));
        }
        pool.shutdown();
        while (!pool.awaitTermination(100, TimeUnit.MILLISECONDS)) {
            TestServer.execute(here.address, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                    + " and query like '%log_%' and query not like '%insert into decision%' order by random() limit 1");
        }
        writing.set(false);
        sequencers.shutdown();
        assertTrue(sequencers.awaitTermination(20, TimeUnit.SECONDS));
        here.all();
        assertEquals(here.query("select count(*) from decision"), here.query("select count(*) from log_entry"));
        assertEquals("t", here.query(GAPLESS));
        assertEquals(List.of(), here.inspected());
        for (int i = 0; i < 200; i++) {
            String id = "w" + i + "-3";
            assertEquals(List.of(), Verification.of(Receipt.read(here.log().receipt(id, Sequenced.answer(id))), here.trust(), null));
        }
    }

    @Test
    @DisplayName("编号小的晚提交，也不会漏掉")
    void lateCommit() throws Exception {
        try (Connection slow = here.database.connection(); Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into decision (id, time, caller, question, policy, core_digest, rule_base_digest, request_digest, answer)"
                    + " values ('slow', now(), 'x', 'SUPPORT', 'p', 'c', 'r', 'q', '{\"core\":{},\"id\":\"slow\"}')");
            IntStream.range(0, 120).forEach(i -> here.decide("d" + i));
            here.all();
            here.all();
            assertEquals("120", here.query("select count(*) from log_entry"));
            slow.commit();
        }
        here.all();
        assertEquals("121", here.query("select count(*) from log_entry where kind = 'DECISION'"));
        here.decide("after");
        here.all();
        assertEquals("122", here.query("select count(*) from log_entry"));
    }

    @Test
    @DisplayName("不停地一个一个提交，同一个定序者不停地看：一个也不漏")
    void commitsWhileItLooks() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        pool.submit(() -> {
            IntStream.range(0, 400).forEach(i -> here.decide("d" + i));
            writing.set(false);
        });
        while (writing.get()) {
            here.sequencer.sequence();
        }
        pool.shutdown();
        here.all();
        assertEquals("400", here.query("select count(*) from log_entry"));
    }

    @Test
    @DisplayName("每一步都断掉：没有空缺，重来接着做")
    void killedAtEveryStep() throws Exception {
        IntStream.range(0, 120).forEach(i -> here.decide("d" + i));
        String[] steps = {"log_entry", "log_subtree", "log_checkpoint", "log_key"};
        for (int i = 0; i < 12; i++) {
            String step = steps[i % steps.length];
            here.tamper("create or replace function killed() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid());"
                    + " return null; end $$; create or replace trigger killed after insert on " + step + " for each statement execute function killed()");
            Sequencer restarted = here.another(1 + i % 13);
            String before = here.query("select count(*) from log_entry");
            try {
                restarted.sequence();
            } catch (Exception killed) {
                assertEquals(before, here.query("select count(*) from log_entry"));
            }
            here.tamper("drop trigger killed on " + step);
            restarted.sequence();
            assertEquals("t", here.query(GAPLESS));
        }
        here.all();
        assertEquals("120", here.query("select count(*) from log_entry"));
        assertEquals(List.of(), here.inspected());
    }

    @Test
    @DisplayName("每张只增的表要么进日志，要么在这里说明为什么不进")
    void everyRecordedTable() throws Exception {
        here.all();
        // answers given again; news that follow from what is attested; pieces of a file whose digest is attested, and what was found in it; lines
        // that their snapshot attests; what replaying decisions that are attested came to, which anybody can replay; the log itself
        List<String> others = List.of("idempotency_key", "event", "import_content", "import_finding", "register_entry", "affected_stratum", "affected_part", "affected_sum", "affected_flip", "log_entry", "log_subtree", "log_checkpoint", "log_key");
        List<String> recorded = List.of(here.query("select string_agg(c.relname, ',' order by c.relname) from pg_class c join pg_trigger t on t.tgrelid = c.oid"
                + " where t.tgname = 'append_only'").split(","));
        assertEquals(recorded, Stream.concat(others.stream(), Source.ALL.stream().map(Source::table)).sorted().toList());
        // whoever counts a table takes the lock that tells when no smaller number is still to come
        assertEquals(Source.ALL.stream().filter(source -> source.order() != null).map(Source::table).sorted().toList(), List.of(here.query("select string_agg(c.relname, ','"
                + " order by c.relname) from pg_class c join pg_trigger t on t.tgrelid = c.oid where t.tgname = 'counted_by_log'").split(",")));
    }

    @Test
    @DisplayName("数据库自己拒绝有空缺的编号")
    void refusesHole() throws Exception {
        here.decide("d");
        here.all();
        assertThrows(IllegalStateException.class, () -> TestServer.execute(here.address, "insert into log_entry (leaf, kind, reference, entry, sha256, sm3)"
                + " select 5, kind, 'x', entry, sha256, sm3 from log_entry"));
    }

    @Test
    @DisplayName("另一组密钥不能接着写")
    void otherKeys() throws Exception {
        here.decide("d");
        here.all();
        here.decide("e");
        Sequencer stranger = new Sequencer(here.database, () -> FileKeys.in(folder.resolve("other"), Optional.empty()), java.time.Clock.systemUTC(), 10);
        assertThrows(IllegalStateException.class, stranger::sequence);
        assertEquals("1", here.query("select count(*) from log_entry"));
        assertFalse(here.sequencer.sequence());
        assertEquals("2", here.query("select count(*) from log_entry"));
    }

    @Test
    @DisplayName("改、删、换序、截尾、重建，检查都说得出")
    void inspection() throws Exception {
        IntStream.range(0, 300).forEach(i -> here.decide("d" + i));
        here.all();
        assertEquals(List.of(), here.inspected());
        found("update decision set answer = replace(encode(answer, 'escape'), 'by', 'bx')::bytea where id = 'd7'", "记录被改");
        found("update log_entry set sha256 = sm3 where leaf = 4", "杂凑值被改过");
        found("update log_subtree set sm3 = sha256", "子树");
        found("update log_checkpoint set note = replace(note, 'time 2', 'time 3') where size = 100", "检查点");
        found("update log_checkpoint set note = (select note from log_checkpoint where size = 150) where size = 200", "检查点 150 不在它的位置");
        found("delete from decision where id = 'd9'", "记录被删");
        found("delete from log_entry where leaf >= 299", "尾部被删去");
        found("delete from log_entry where leaf = 12", "缺失");
    }

    /** One after the other: what is found first stays found. */
    private void found(String tampering, String named) throws Exception {
        assertTrue(here.inspected().stream().noneMatch(line -> line.contains(named)), named);
        here.tamper(tampering);
        assertTrue(here.inspected().stream().anyMatch(line -> line.contains(named)), () -> tampering + ": " + named);
    }
}
