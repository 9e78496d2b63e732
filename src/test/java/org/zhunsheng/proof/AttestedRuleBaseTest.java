package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.record.StoredRuleBase;

/** By whoever owns the database, past all triggers. */
@DisplayName("改动过的规则库不运行")
class AttestedRuleBaseTest {

    private static final StoredRuleBase KEPT = new StoredRuleBase("sha256:kept", "jkf_2022_9", "engine", "sources".getBytes(UTF_8), "package".getBytes(UTF_8));

    @TempDir
    private Path keys;

    @TempDir
    private Path others;

    private Address address;
    private Database database;
    private Log log;
    private RuleBaseStore store;

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        log = begun(keys.resolve("log"));
        store = new RuleBaseStore(database, log);
        store.keep(KEPT);
    }

    private Log begun(Path keysIn) {
        Log begun = Log.of(database, keysIn, Duration.ofMillis(50), 100);
        begun.begin();
        return begun;
    }

    @AfterEach
    void close() throws Exception {
        log.close();
        database.close();
    }

    private void alter(String... statements) {
        for (String table : new String[] {"rule_base", "log_entry", "log_subtree", "log_checkpoint", "log_key"}) {
            TestServer.execute(address, "alter table " + table + " disable trigger all");
        }
        for (String statement : statements) {
            TestServer.execute(address, statement);
        }
    }

    private void assertRefused() {
        assertTrue(assertThrows(IllegalStateException.class, () -> store.load("sha256:kept")).getMessage().contains("与日志不符"));
    }

    @Test
    @DisplayName("原样的读得到；程序包、来源或引擎改了的读不到；改回来的又读得到")
    void altered() {
        assertArrayEquals(KEPT.compiled(), store.load("sha256:kept").orElseThrow().compiled());
        alter("update rule_base set compiled = 'other'");
        assertRefused();
        alter("update rule_base set compiled = 'package', sources = 'other'");
        assertRefused();
        alter("update rule_base set sources = 'sources', engine = 'other'");
        assertRefused();
        alter("update rule_base set engine = 'engine'");
        assertTrue(store.load("sha256:kept").isPresent());
        assertTrue(store.load("sha256:none").isEmpty());
    }

    @Test
    @DisplayName("连日志的条目一起改、或把日志换成另一组密钥签的，也读不到")
    void alteredWithItsEntry() throws Exception {
        assertTrue(store.load("sha256:kept").isPresent());
        alter("update log_entry set entry = replace(convert_from(entry, 'UTF8'), 'content', 'contents')::bytea");
        assertRefused();
        log.close();
        alter("update rule_base set compiled = 'other'", "truncate log_entry", "truncate log_subtree", "truncate log_checkpoint", "truncate log_key");
        try (Log another = begun(others.resolve("log"))) {
            assertTrue(new RuleBaseStore(database, another).load("sha256:kept").isPresent());
            assertRefused();
        }
    }

    @Test
    @DisplayName("还没有进日志的，等一等再读")
    void notYet() throws Exception {
        log.close();
        store.keep(new StoredRuleBase("sha256:later", "jkf_2022_9", "engine", "s".getBytes(UTF_8), "p".getBytes(UTF_8)));
        assertThrows(RecordUnavailable.class, () -> store.load("sha256:later"));
        log = begun(keys.resolve("log"));
        assertTrue(store.load("sha256:later").isPresent());
    }
}
