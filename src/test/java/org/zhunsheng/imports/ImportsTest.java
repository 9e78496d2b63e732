package org.zhunsheng.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.imports.Progress.State;
import org.zhunsheng.wire.Digest;

@DisplayName("导入：全有或全无，中断后接着来")
@ParameterizedClass
@EnumSource(TestServer.class)
class ImportsTest {

    @Parameter
    TestServer server;

    @TempDir
    Path folder;

    private Address address;
    private Database database;

    @BeforeEach
    void open() {
        address = server.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        TestServer.execute(address, "create table ledger_of_test (import text, number text)");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private Imports opened(ImportTarget target) {
        Imports imports = new Imports(database, Map.of("ledger", target));
        imports.open(50);
        return imports;
    }

    private static String file(int rows) {
        return "编号,统一社会信用代码,决定日期,金额（元）\n" + IntStream.range(0, rows).mapToObj(i -> "A" + i + ",91110108MA01ABCD1X,2023-03-05,1")
                .collect(Collectors.joining("\n"));
    }

    private Handed handIn(Imports imports, String content, boolean partial) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), content);
        return imports.handIn(new Order(UUID.randomUUID().toString(), "ledger", "", Map.of("a", "b"), partial, Order.Format.CSV,
                Digest.of(content.getBytes(UTF_8)), content.length(), Instant.now(), "甲"), file);
    }

    private static Progress ended(Imports imports, String id) throws Exception {
        for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; Thread.sleep(10)) {
            Progress progress = imports.find(id).orElseThrow().progress();
            if (progress.state().ended()) {
                return progress;
            }
        }
        throw new AssertionError("没有导入完毕");
    }

    private String rows() {
        return TestServer.query(address, "select count(*) from ledger_of_test");
    }

    @Test
    @DisplayName("默认一行有误即一行不收；partial 收下其余的")
    void allOrNothing() throws Exception {
        try (Imports imports = opened(new Ledger())) {
            String bad = file(2500) + "\n坏1,91110108MA01ABCD1X,2023-03-05,1\nB,91110108MA01ABCD1X,2023-03-05,300万元\n";
            Handed none = handIn(imports, bad, false);
            Progress refused = ended(imports, none.order().id());
            assertEquals(List.of(State.REFUSED, 2502, 2502, 2500, 2),
                    List.of(refused.state(), refused.rows(), refused.read(), refused.accepted(), refused.rejected()));
            assertEquals("0", rows());
            assertEquals(List.of(0, 2502, 2503), imports.findings(none.order().id(), 10).stream().map(told -> told.finding().line()).toList());
            assertEquals(State.TAKEN_IN_PART, ended(imports, handIn(imports, bad, true).order().id()).state());
            assertEquals("2500", rows());
        }
    }

    @Test
    @DisplayName("同一文件再次交来，是先前那一次；先前一行未收的，再试一次")
    void again() throws Exception {
        try (Imports imports = opened(new Ledger())) {
            String id = handIn(imports, file(3), false).order().id();
            assertEquals(State.TAKEN, ended(imports, id).state());
            assertEquals(id, handIn(imports, file(3), false).order().id());
            assertEquals("3", rows());
            String refused = handIn(imports, "编号\n", false).order().id();
            assertEquals(State.REFUSED, ended(imports, refused).state());
            assertTrue(!refused.equals(handIn(imports, "编号\n", false).order().id()));
        }
    }

    /** Stops where the third thousand of rows comes, until it may go on. */
    private static final class Halting extends Ledger {

        final CountDownLatch there = new CountDownLatch(1);
        final CountDownLatch on = new CountDownLatch(1);

        @Override
        public List<Finding> accept(Order order, List<Row> rows, Connection connection) throws SQLException {
            if (rows.get(0).text("number").equals("A2000")) {
                there.countDown();
                try {
                    on.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            }
            return super.accept(order, rows, connection);
        }
    }

    @Test
    @DisplayName("服务在中途停止：什么也没有留下，下次启动从头导入，一行不多")
    void stopped() throws Exception {
        Halting halting = new Halting();
        String id;
        try (Imports imports = opened(halting)) {
            id = handIn(imports, file(5000), false).order().id();
            halting.there.await();
            Progress progress = imports.find(id).orElseThrow().progress();
            assertEquals(List.of(State.RUNNING, 5000, 2000), List.of(progress.state(), progress.rows(), progress.read()));
            assertEquals("0", rows(), "未提交的别人看不见");
            new Thread(() -> {
                try {
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                halting.on.countDown();
            }).start();
        }
        assertEquals("0", rows());
        try (Imports imports = opened(new Ledger())) {
            assertEquals(State.TAKEN, ended(imports, id).state());
            assertEquals("5000", rows());
        }
    }

    @Test
    @DisplayName("数据库断开了连接：稍后从头再来，一行不多")
    void disconnected() throws Exception {
        Halting halting = new Halting();
        try (Imports imports = opened(halting)) {
            String id = handIn(imports, file(5000), false).order().id();
            halting.there.await();
            TestServer.execute(address, "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database()"
                    + " and state = 'idle in transaction'");
            halting.on.countDown();
            assertEquals(State.TAKEN, ended(imports, id).state());
            assertEquals("5000", rows());
        }
    }

    @Test
    @DisplayName("两个实例同时看到一个文件：只有一个导入它")
    void twoInstances() throws Exception {
        try (Imports here = opened(new Ledger()); Imports elsewhere = opened(new Ledger())) {
            for (int i = 1; i <= 5; i++) {
                String id = handIn(here, file(1000 + i), false).order().id();
                assertEquals(State.TAKEN, ended(elsewhere, id).state());
            }
            Thread.sleep(200);
            assertEquals(String.valueOf(5 * 1000 + 15), rows());
        }
    }

    @Test
    @DisplayName("目标总是出错：导入记为失败，不再反复，后面的文件照常")
    void failing() throws Exception {
        TestServer.execute(address, "alter table ledger_of_test add check (number <> 'A7')");
        try (Imports imports = opened(new Ledger())) {
            String bad = handIn(imports, file(8), false).order().id();
            String good = handIn(imports, file(7), false).order().id();
            assertEquals(State.FAILED, ended(imports, bad).state());
            assertEquals(State.TAKEN, ended(imports, good).state());
            assertEquals("7", rows());
        }
    }

    @Test
    @DisplayName("交来的文件和结果只增不改")
    void appendOnly() throws Exception {
        try (Imports imports = opened(new Ledger())) {
            ended(imports, handIn(imports, file(1), false).order().id());
        }
        for (String change : List.of("update import set by = 'x'", "delete from import_content", "truncate import_finding", "delete from register_snapshot",
                "update register_entry set code = 'x'")) {
            assertThrows(IllegalStateException.class, () -> TestServer.execute(address, change), change);
        }
    }
}
