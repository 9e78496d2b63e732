package org.zhunsheng.subjects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.Ids;

@DisplayName("单位的认定")
@ParameterizedClass
@EnumSource(TestServer.class)
class SubjectsTest {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    @Parameter
    TestServer server;

    private Address address;
    private Database database;
    private final Subjects subjects = new Subjects(new Ids(Clock.systemUTC()));

    @BeforeEach
    void open() {
        address = server.emptyDatabase();
        database = Database.at(address, 16);
        database.await();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private Subject ensure(CreditCode code, String name) throws Exception {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            Subject subject = subjects.ensure(connection, code, name, "批次一", "甲", AT);
            Thread.sleep(20);
            connection.commit();
            return subject;
        }
    }

    @Test
    @DisplayName("16个请求同时要一个新代码的单位，得到同一个")
    void oneUnitForAll() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int round = 0; round < 3; round++) {
                CreditCode code = CodeSamples.code(round);
                List<Future<Subject>> asked = threads.invokeAll(IntStream.range(0, 16)
                        .mapToObj(i -> (Callable<Subject>) () -> ensure(code, "单位" + i)).toList());
                Set<String> ids = new HashSet<>();
                for (Future<Subject> one : asked) {
                    ids.add(one.get().id());
                }
                assertEquals(1, ids.size());
            }
        } finally {
            threads.shutdown();
        }
        assertEquals("3 3 3", TestServer.query(address, "select (select count(*) from subject) || ' ' || count(*) filter (where kind = 'CODE')"
                + " || ' ' || count(*) filter (where kind = 'NAME') from subject_entry"));
    }

    @Test
    @DisplayName("成批的也一样：已有的找到，没有的建立，同一代码只建一个")
    void manyAtOnce() throws Exception {
        Subject there = ensure(CodeSamples.code(7), null);
        try (Connection connection = database.connection()) {
            List<CreditCode> codes = List.of(CodeSamples.code(9), CodeSamples.code(7), CodeSamples.code(8), CodeSamples.code(9));
            List<String> ids = subjects.ensureAll(connection, codes, Arrays.asList(null, "七", "八", "九"), "批次二", "乙", AT);
            assertEquals(List.of(ids.get(0), there.id(), ids.get(2), ids.get(0)), ids);
            assertEquals(3, new HashSet<>(ids).size());
            assertEquals(ids, subjects.ensureAll(connection, codes, Arrays.asList(null, null, null, null), "批次三", "乙", AT));
            Subject nine = subjects.byCode(connection, CodeSamples.code(9), AT).orElseThrow();
            assertEquals(List.of(ids.get(0), "九"), List.of(nine.id(), nine.names().get(0).name()));
            assertTrue(subjects.byId(connection, there.id(), AT).orElseThrow().names().isEmpty());
            assertTrue(subjects.byCode(connection, CodeSamples.code(9), AT.minusMillis(1)).isEmpty());
            assertEquals(new Lineage(Set.of(ids.get(0)), Set.of()), subjects.lineage(connection, ids.get(0), LocalDate.EPOCH, AT));
        }
    }

    @Test
    @DisplayName("两批次序相反，同时建立同样的单位：互相等候，不相互卡住")
    void batchesAcross() throws Exception {
        List<CreditCode> codes = IntStream.range(0, 500).mapToObj(CodeSamples::code).toList();
        List<CreditCode> reversed = new ArrayList<>(codes);
        Collections.reverse(reversed);
        List<String> names = Collections.nCopies(500, null);
        CompletableFuture<List<String>> other = CompletableFuture.supplyAsync(() -> all(reversed, names));
        List<String> ids = all(codes, names);
        List<String> others = new ArrayList<>(other.join());
        Collections.reverse(others);
        assertEquals(ids, others);
        assertEquals("500", TestServer.query(address, "select count(*) from subject"));
    }

    private List<String> all(List<CreditCode> codes, List<String> names) {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            List<String> ids = subjects.ensureAll(connection, codes, names, "批次", "甲", AT);
            connection.commit();
            return ids;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    @DisplayName("退回的事务什么也没有建立，等候的人接着建立")
    void rolledBack() throws Exception {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            String lost = subjects.ensure(connection, CodeSamples.code(1), "甲", "批次", "甲", AT).id();
            CompletableFuture<List<String>> waiting = CompletableFuture.supplyAsync(() -> all(List.of(CodeSamples.code(1)), Arrays.asList("乙")));
            Thread.sleep(100);
            assertFalse(waiting.isDone());
            connection.rollback();
            assertNotEquals(lost, waiting.join().get(0));
        }
        assertEquals("乙", TestServer.query(address, "select string_agg(value, ',') from subject_entry where kind = 'NAME'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "subject_entry", "subject_party", "idempotency_key"})
    @DisplayName("直接用SQL也改不了、删不掉")
    void appendOnly(String table) throws Exception {
        ensure(CodeSamples.code(1), "甲");
        for (String statement : List.of("delete from " + table, "truncate " + table + " cascade", "update " + table + " set " + (table.equals("idempotency_key")
                ? "caller" : table.equals("subject_party") ? "side" : "id") + " = 'x'", "set session_replication_role = replica; delete from " + table)) {
            String refusal = assertThrows(IllegalStateException.class, () -> TestServer.execute(address, statement)).getMessage();
            assertTrue(refusal.contains("append-only"), refusal);
        }
    }
}
