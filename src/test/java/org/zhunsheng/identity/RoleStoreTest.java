package org.zhunsheng.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
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

@DisplayName("角色表，不经服务直接写库也一样")
@ParameterizedClass
@EnumSource(TestServer.class)
class RoleStoreTest {

    private static final String PROPOSED = """
            insert into role_change (id, action, role, issuer, subject, system, reason, proposed_at, proposed_by)
            values ('%s', '%s', '%s', 'https://idp', '%s', null, '理由', now(), '%s')""";
    private static final String DECIDED = """
            insert into role_decision (change, decision, decided_at, decided_by, proposed_by) values ('%s', 'CONFIRMED', now(), '%s', '%s')""";

    @Parameter
    TestServer server;

    private Address address;
    private Database database;
    private RoleStore store;

    @BeforeEach
    void open() throws Exception {
        address = server.emptyDatabase();
        database = Database.at(address, 2);
        store = new RoleStore(database);
        assertTrue(store.found(Founding.securityAdmins("https://idp", "zhao", "qian")));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void run(String sql, Object... parameters) {
        TestServer.execute(address, sql.formatted(parameters));
    }

    private void refused(String why, String sql, Object... parameters) {
        var refused = assertThrows(IllegalStateException.class, () -> run(sql, parameters), sql);
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
    }

    private Set<Role> roles(String subject) throws Exception {
        return store.held().getOrDefault(new Holder("https://idp", subject), Held.NOTHING).roles();
    }

    @Test
    @DisplayName("最初两名安全管理员只能任命一次，每个签发者各一次")
    void foundedOnce() throws Exception {
        assertEquals(Set.of(Role.SECURITY_ADMIN), roles("zhao"));
        assertFalse(store.found(Founding.securityAdmins("https://idp", "sun", "li")));
        assertEquals(Set.of(), roles("sun"));
        refused("已有安全管理员", """
                insert into role_change (id, action, role, issuer, subject, reason, proposed_at, proposed_by, founding)
                values ('9', 'GRANT', 'AUDITOR', 'https://idp', 'sun', '理由', now(), 'x', true)""");
        assertTrue(store.found(Founding.localUsers()));
    }

    @Test
    @DisplayName("同一人提出又确认：拒绝；改写提出人也不行")
    void twoPeople() throws Exception {
        run(PROPOSED, "1", "GRANT", "ANALYST", "sun", "zhao");
        refused("two_people", DECIDED, "1", "zhao", "zhao");
        refused("role_decision_change_proposed_by_founding_fkey", DECIDED, "1", "zhao", "qian");
        refused("不是安全管理员", DECIDED, "1", "sun", "zhao");
        assertEquals(Set.of(), roles("sun"));
        run(DECIDED, "1", "qian", "zhao");
        assertEquals(Set.of(Role.ANALYST), roles("sun"));
    }

    @Test
    @DisplayName("三员分立由约束保证")
    void threeOffices() throws Exception {
        run(PROPOSED, "1", "GRANT", "AUDITOR", "zhao", "zhao");
        refused("three_offices_apart", DECIDED, "1", "qian", "zhao");
        assertEquals(Set.of(Role.SECURITY_ADMIN), roles("zhao"));
        run(PROPOSED, "2", "REVOKE", "SECURITY_ADMIN", "zhao", "zhao");
        refused("不能少于两人", DECIDED, "2", "qian", "zhao");
    }

    @Test
    @DisplayName("只增不改；持有的角色只随确认而变")
    void appendOnly() throws Exception {
        for (String table : new String[] {"role_change", "role_decision"}) {
            for (String change : new String[] {"update %s set proposed_by = 'x'", "delete from %s", "truncate %s cascade",
                    "set session_replication_role = replica; delete from %s"}) {
                var refused = assertThrows(IllegalStateException.class, () -> run(change, table));
                assertTrue(refused.getMessage().contains("refused"), refused::getMessage);
            }
        }
        String grant = "insert into role_held select issuer, 'sun', 'AUDITOR', null, id from role_change limit 1";
        for (String change : new String[] {grant, "update role_held set subject = 'sun'", "delete from role_held", "truncate role_held",
                "set session_replication_role = replica; " + grant}) {
            refused("refused", change);
        }
        assertEquals(2, store.held().size());
    }

    @Test
    @DisplayName("两个实例：一个改了，另一个在下次查看时知道")
    void elsewhere() throws Exception {
        Roles here = new Roles(store);
        assertTrue(here.refresh());
        assertFalse(here.refresh());
        run(PROPOSED, "1", "GRANT", "ANALYST", "sun", "zhao");
        run(DECIDED, "1", "qian", "zhao");
        assertTrue(here.refresh());
        assertEquals(Set.of(Role.ANALYST), here.of(new Holder("https://idp", "sun")).roles());
    }
}
