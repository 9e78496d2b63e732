package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("决定、判断、申报通知与规则库只增不改")
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
                insert into judgement (id, time, caller, decision, result, root, point, value, judge, made_on, reason)
                values ('2', now(), '科委', '1', '1', '1', 'jkf_2022_9', 'true', '专家组', '2023-04-20', '理由');
                insert into guide (policy, year, edition, digest, content, source, entered_at, entered_by)
                values ('jkf_2022_9', 2026, 1, 'd', '{}', 's', now(), '政策处');
                insert into rule_base (digest, policy, engine, sources, compiled) values ('r', 'jkf_2022_9', 'e', 's', 'c')""");
        for (Map.Entry<String, String> table : Map.of("decision", "id", "rule_base", "digest", "judgement", "id", "guide", "source").entrySet()) {
            for (String change : new String[] {"update %s set %s = 'x'", "delete from %s", "truncate %s cascade",
                    "set session_replication_role = replica; delete from %s"}) {
                String sql = change.formatted(table.getKey(), table.getValue());
                var refused = assertThrows(IllegalStateException.class, () -> TestServer.execute(address, sql), sql);
                assertTrue(refused.getMessage().contains("append-only"), refused::getMessage);
            }
            assertEquals("1", TestServer.query(address, "select count(*) from " + table.getKey()));
        }
    }
}
