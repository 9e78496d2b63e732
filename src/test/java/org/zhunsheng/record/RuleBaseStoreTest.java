package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("规则库的保存")
@ParameterizedClass
@EnumSource(TestServer.class)
class RuleBaseStoreTest {

    @Parameter
    TestServer server;

    private Database database;
    private RuleBaseStore store;

    @BeforeEach
    void open() {
        database = Database.at(server.emptyDatabase(), 2);
        store = new RuleBaseStore(database);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    @DisplayName("存入的原样取出；再存一次无妨")
    void keepsAndLoads() {
        store.keep(ruleBase("sha256:1", 1));
        store.keep(ruleBase("sha256:1", 1));
        StoredRuleBase loaded = store.load("sha256:1").orElseThrow();
        assertEquals("jkf_2022_9", loaded.policy());
        assertEquals("drools 10.2.0", loaded.engine());
        assertArrayEquals(ruleBase("sha256:1", 1).sources(), loaded.sources());
        assertArrayEquals(ruleBase("sha256:1", 1).compiled(), loaded.compiled());
        assertTrue(store.load("sha256:2").isEmpty());
    }

    @Test
    @DisplayName("同一摘要之下不能有两个规则库")
    void refusesAnotherUnderTheSameDigest() {
        store.keep(ruleBase("sha256:1", 1));
        StoredRuleBase other = new StoredRuleBase("sha256:1", "jkf_2022_9", "drools 11.0.0", new byte[] {1}, new byte[] {2});
        assertThrows(IllegalStateException.class, () -> store.keep(other));
    }

    @Test
    @DisplayName("再次构建同一来源，编译结果逐字节不同也不妨碍启动，保留的是第一次的")
    void keepsTheFirstBuild() {
        store.keep(ruleBase("sha256:1", 1));
        store.keep(ruleBase("sha256:1", 2));
        assertArrayEquals(ruleBase("sha256:1", 1).compiled(), store.load("sha256:1").orElseThrow().compiled());
    }

    private static StoredRuleBase ruleBase(String digest, int content) {
        return new StoredRuleBase(digest, "jkf_2022_9", "drools 10.2.0", new byte[] {(byte) content, 0, -1}, new byte[] {9, (byte) content});
    }
}
