package org.zhunsheng.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("数据库自己守住记录：服务的角色只能增，触发器也拒绝")
@ParameterizedClass
@EnumSource(TestServer.class)
class GuardTest {

    private static final String RECORDED = """
            select string_agg(c.relname, ',' order by c.relname) from pg_class c join pg_trigger t on t.tgrelid = c.oid
            where t.tgname = 'append_only' and c.relnamespace = 'public'::regnamespace""";
    private static final String OTHERS = """
            select string_agg(c.relname, ',' order by c.relname) from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only')""";
    private static final String COLUMN = "select attname from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and attidentity = '' order by attnum limit 1";

    @Parameter
    TestServer server;
    private Address owner;
    private Address service;
    private Database database;

    @BeforeEach
    void open() {
        owner = server.bareDatabase("");
        String role = "service_" + UUID.randomUUID().toString().replace("-", "");
        TestServer.execute(owner, "create role " + role + " login password 'geheim'");
        service = new Address(owner.url(), role, "geheim");
        database = Database.at(owner, service, 1);
        database.await();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        TestServer.execute(owner, "drop owned by " + service.user() + "; drop role " + service.user());
    }

    @Test
    @DisplayName("只增的表：服务的角色改、删、清空、拆触发器、改设置都不许；表的主人由触发器拒绝")
    void appendOnly() {
        List<String> tables = List.of(TestServer.query(owner, RECORDED).split(","));
        assertTrue(tables.containsAll(List.of("decision", "judgement", "award_version", "role_change", "log_entry", "log_checkpoint")), tables::toString);
        for (String table : tables) {
            String column = TestServer.query(owner, COLUMN.formatted(table));
            for (String change : List.of("update %1$s set %2$s = %2$s", "delete from %1$s", "truncate %1$s cascade")) {
                String sql = change.formatted(table, column);
                refused(service, sql, "permission denied");
                refused(owner, sql, "append-only");
                refused(owner, "set session_replication_role = replica; " + sql, "append-only");
            }
            refused(service, "alter table " + table + " disable trigger append_only", "must be owner");
            refused(service, "drop trigger append_only on " + table, "must be owner");
            refused(service, "drop table " + table, "must be owner");
            assertEquals("t", TestServer.query(service, "select has_table_privilege('" + table + "', 'insert') and has_table_privilege('" + table + "', 'select')"));
        }
        refused(service, "set session_replication_role = replica", "permission denied");
        refused(service, "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'", "permission denied|must be owner");
        refused(service, "create table t ()", "permission denied");
    }

    @Test
    @DisplayName("每张表要么只增，要么在这里说明为什么不是")
    void everyTableIsOneOrTheOther() {
        // places are given up, imports make progress, texts are made anew from titles, the index of the search from the record, roles held follow
        // from recorded changes by a trigger; the rest is the way from later facts to events
        assertEquals(List.of("award_place", "award_text", "event_due", "flyway_schema_history", "import_progress", "later_fact", "reliance", "role_held",
                "search_entry", "search_judged", "search_name", "search_near", "search_span", "search_state"),
                List.of(TestServer.query(owner, OTHERS).split(",")));
        refused(service, "update flyway_schema_history set success = false", "permission denied");
    }

    @Test
    @DisplayName("再开一次，权限不变；服务不是表的主人")
    void again() throws Exception {
        try (Database second = Database.at(owner, service, 1)) {
            second.await();
        }
        assertFalse(TestServer.query(service, "select pg_get_userbyid(relowner) from pg_class where relname = 'decision'").equals(service.user()));
    }

    private static void refused(Address who, String sql, String why) {
        var refusal = assertThrows(IllegalStateException.class, () -> TestServer.execute(who, sql), sql);
        assertTrue(refusal.getMessage().matches("(?s).*(" + why + ").*"), () -> sql + ": " + refusal.getMessage());
    }
}
