package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.identity.Role;

/** By SQL and as the owner of the tables: the service is not even asked. */
@DisplayName("两人原则在数据库里")
class TwoPeopleTest {

    private static final TableId TABLE = new TableId("jkf_2022_9", "park_tiers");
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private Address address;
    private Database database;
    private EditionStore store;

    @BeforeEach
    void open() throws Exception {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 2);
        database.await();
        store = new EditionStore(database);
        // what confirmed changes alone may write, so that a test may say who holds what
        sql("drop trigger by_confirmation_only on role_held");
        sql("insert into rule_base (digest, policy, engine, sources, compiled) values ('sha256:r', 'jkf_2022_9', 'e', '', ''), ('sha256:other', 'jkf_2022_4', 'e', '', '')");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void sql(String... statements) {
        for (String one : statements) {
            TestServer.execute(address, one);
        }
    }

    private String refusal(String statement) {
        return assertThrows(IllegalStateException.class, () -> sql(statement)).getMessage();
    }

    /** Without the ceremony of two security administrators, which other tests go through. */
    private void holds(String subject, Role role) {
        String change = subject + role;
        String system = role == Role.SYSTEM ? "'of-" + subject + "'" : "null";
        sql("insert into role_change (id, action, role, issuer, subject, system, reason, proposed_at, proposed_by) values ('%s', 'GRANT', '%s', 'i', '%s', %s, 'x', now(), 'x')"
                .formatted(change, role, subject, system), "insert into role_held values ('i', '%s', '%s', %s, '%s')".formatted(subject, role, system, change));
    }

    private int submitted(String author, String by) throws SQLException {
        return store.alone(TABLE.policy(), connection -> {
            int edition = EditionStore.add(connection, TABLE, new byte[] {1}, "sha256:w", "sha256:b", "{}", NOW, author);
            EditionStore.take(connection, TABLE, edition, Step.of(Step.State.DRAFT, NOW, author, null));
            EditionStore.take(connection, TABLE, edition, Step.of(Step.State.CHECKED, NOW, Step.SERVICE, null));
            EditionStore.take(connection, TABLE, edition, Step.of(Step.State.SUBMITTED, NOW, by, null));
            return edition;
        });
    }

    private static String approval(int edition, String by, String rest) {
        return ("insert into edition_step (policy, workbook, edition, step, taken_at, taken_by, digest, rule_base, effective_from) "
                + "values ('jkf_2022_9', 'park_tiers', %d, 'APPROVED', now(), '%s', %s)").formatted(edition, by, rest);
    }

    private static String approval(int edition, String by) {
        return approval(edition, by, "'sha256:w', 'sha256:r', now()");
    }

    @TestFactory
    @DisplayName("作者无论持有哪两个角色，都不能批准自己的版本；也不能由自己提交别人的再批准")
    Stream<DynamicTest> everyPairOfRoles() {
        List<List<Role>> pairs = new ArrayList<>();
        for (Role one : Role.values()) {
            for (Role other : Role.values()) {
                if (one.compareTo(other) <= 0) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        sql("drop index three_offices_apart");
        return pairs.stream().map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> {
            String name = "p" + pair;
            for (Role role : List.copyOf(new TreeSet<>(pair))) {
                holds(name, role);
            }
            boolean approver = pair.contains(Role.APPROVER);
            assertTrue(refusal(approval(submitted(name, "somebody"), name)).contains(approver ? "不能自己批准" : "不是审批员"));
            assertTrue(refusal(approval(submitted("somebody", name), name)).contains(approver ? "不能自己批准" : "不是审批员"));
            int foreign = submitted("somebody", "somebody");
            if (approver) {
                sql(approval(foreign, name));
                assertEquals(Step.State.APPROVED, store.find(TABLE, foreign).orElseThrow().state());
            } else {
                assertTrue(refusal(approval(foreign, name)).contains("不是审批员"));
            }
        }));
    }

    @Test
    @DisplayName("批准的须是这一版的工作簿和本文件的规则库，并写明何时生效")
    void bindsBoth() throws Exception {
        holds("approver", Role.APPROVER);
        int edition = submitted("author", "author");
        assertTrue(refusal(approval(edition, "approver", "'sha256:w2', 'sha256:r', now()")).contains("工作簿"));
        assertTrue(refusal(approval(edition, "approver", "'sha256:w', 'sha256:other', now()")).contains("不是本文件的"));
        assertTrue(refusal(approval(edition, "approver", "'sha256:w', null, null")).contains("binds_both"));
        assertTrue(refusal(approval(edition, "approver", "'sha256:w', 'sha256:none', now()")).contains("sha256:none"));
    }

    @Test
    @DisplayName("经过不能改、不能删、不能跳步；别的步骤不能换规则库")
    void onlyForward() throws Exception {
        holds("approver", Role.APPROVER);
        int edition = submitted("author", "author");
        assertTrue(refusal("update table_edition set author = 'nobody'").contains("append-only"));
        assertTrue(refusal("delete from edition_step").contains("append-only"));
        assertTrue(refusal("truncate table_edition cascade").contains("append-only"));
        String step = "insert into edition_step (policy, workbook, edition, step, taken_at, taken_by, rule_base, effective_from) values ('jkf_2022_9', 'park_tiers', "
                + edition + ", '%s', now(), '%s', %s)";
        assertTrue(refusal(step.formatted("IN_FORCE", "approver", "null, null")).contains("不能转为"));
        assertTrue(refusal(step.formatted("DRAFT", "author", "null, null")).contains("不能转为"));
        sql(approval(edition, "approver"));
        assertTrue(refusal(approval(edition, "approver")).contains("不能转为"));
        assertTrue(refusal(step.formatted("IN_FORCE", "approver", "'sha256:r', now()")).contains("only_then"));
        assertTrue(refusal(step.formatted("WITHDRAWN", "author", "null, null")).contains("不是审批员"));
        sql(step.formatted("IN_FORCE", "x", "null, null"));
        assertTrue(refusal(step.formatted("WITHDRAWN", "approver", "null, null")).contains("由哪个规则库接替"));
        sql(step.formatted("WITHDRAWN", "approver", "'sha256:r', now()"));
        assertTrue(refusal(step.formatted("IN_FORCE", "x", "null, null")).contains("不能转为"));
    }

    @Test
    @DisplayName("换新构建的规则：只由服务自己，只在它此刻作决定时，从原来的时刻起，写明构建；版本的状态不变，别的步骤照旧")
    void rebased() throws Exception {
        holds("approver", Role.APPROVER);
        sql("insert into rule_base (digest, policy, engine, sources, compiled) values ('sha256:next', 'jkf_2022_9', 'e', '', '')");
        int edition = submitted("author", "author");
        String rebased = "insert into edition_step (policy, workbook, edition, step, taken_at, taken_by, rule_base, effective_from, build) "
                + "values ('jkf_2022_9', 'park_tiers', " + edition + ", 'REBASED', now(), '%s', %s, '%s', %s)";
        String from = "2026-11-01T00:00:00Z";
        String right = rebased.formatted("zhunsheng", "'sha256:r'", from, "'sha256:next'");
        assertTrue(refusal(right).contains("不能转为"));
        sql(approval(edition, "approver", "'sha256:w', 'sha256:r', '" + from + "'"));
        assertTrue(refusal(right).contains("不能转为"));
        sql("insert into edition_step (policy, workbook, edition, step, taken_at, taken_by) values ('jkf_2022_9', 'park_tiers', " + edition + ", 'IN_FORCE', now(), 'zhunsheng')");
        assertTrue(refusal(rebased.formatted("approver", "'sha256:r'", from, "'sha256:next'")).contains("不是服务自己"));
        assertTrue(refusal(rebased.formatted("zhunsheng", "'sha256:r'", "2026-11-02T00:00:00Z", "'sha256:next'")).contains("此刻不作决定"));
        assertTrue(refusal(rebased.formatted("zhunsheng", "'sha256:r'", from, "null")).contains("of_a_build"));
        assertTrue(refusal(rebased.formatted("zhunsheng", "null", from, "'sha256:next'")).contains("of_a_build"));
        assertTrue(refusal(rebased.formatted("zhunsheng", "'sha256:other'", from, "'sha256:next'")).contains("不是本文件的"));
        assertTrue(refusal(rebased.formatted("zhunsheng", "'sha256:next'", from, "'sha256:other'")).contains("不是本文件的"));
        sql(rebased.formatted("zhunsheng", "'sha256:next'", from, "'sha256:next'"));
        assertEquals(Step.State.IN_FORCE, store.find(TABLE, edition).orElseThrow().state());
        assertEquals("sha256:next", store.deciding(Instant.now().plusSeconds(5)).get(TABLE.policy()).ruleBase());
        int second = submitted("author", "author");
        sql(approval(second, "approver"));
        assertTrue(refusal(right).contains("此刻不作决定"));
    }

    @Test
    @DisplayName("不能早于已定的生效；撤回那一版之后可以")
    void inOrder() throws Exception {
        holds("approver", Role.APPROVER);
        int first = submitted("author", "author");
        sql(approval(first, "approver", "'sha256:w', 'sha256:r', now() + interval '1 day'"));
        int second = submitted("author", "author");
        assertTrue(refusal(approval(second, "approver")).contains("更晚生效"));
        sql("insert into edition_step (policy, workbook, edition, step, taken_at, taken_by) values ('jkf_2022_9', 'park_tiers', %d, 'WITHDRAWN', now(), 'approver')"
                .formatted(first), approval(second, "approver"));
        assertEquals("sha256:r", store.deciding(Instant.now().plusSeconds(5)).get("jkf_2022_9").ruleBase());
        assertEquals(second, store.deciding(Instant.now().plusSeconds(5)).get("jkf_2022_9").edition());
    }
}
