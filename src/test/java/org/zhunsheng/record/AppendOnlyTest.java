package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("决定与规则库只增不改")
class AppendOnlyTest {

    @ParameterizedTest
    @EnumSource(TestServer.class)
    @DisplayName("改、删、清空都拒绝，绕开触发器的会话设置也无用")
    void refusesEveryChange(TestServer server) throws Exception {
        Address address = server.emptyDatabase();
        Database database = Database.at(address, 1);
        database.await();
        database.close();
        TestServer.execute(address, """
                insert into decision (id, time, caller, question, policy, core_digest, rule_base_digest, request_digest, answer)
                values ('1', now(), '科委', 'SUPPORT', 'jkf_2022_9', 'c', 'r', 'q', 'a');
                insert into rule_base (digest, policy, engine, sources, compiled) values ('r', 'jkf_2022_9', 'e', 's', 'c')""");
        for (String table : new String[] {"decision", "rule_base"}) {
            for (String change : new String[] {"update %s set policy = 'x'", "delete from %s", "truncate %s",
                    "set session_replication_role = replica; delete from %s"}) {
                String sql = change.formatted(table);
                var refused = assertThrows(IllegalStateException.class, () -> TestServer.execute(address, sql), sql);
                assertTrue(refused.getMessage().contains("append-only"), refused::getMessage);
            }
            assertEquals("jkf_2022_9", TestServer.query(address, "select policy from " + table));
        }
    }
}
