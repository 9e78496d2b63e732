package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
<<<<<<< HEAD
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.record.StoredRuleBase;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.StepRequest;
=======
import org.zhunsheng.rulebase.OtherBuild;
>>>>>>> main

/** Two instances over one database, each with rule bases of its own, under a clock that the test sets. */
@DisplayName("版本的生效")
class PublicationTest {

    private static final TableId AMOUNTS = new TableId("jjg_2022_8", "amounts");

    private Address address;
    private Database database;
    private Instance here;
    private Instance elsewhere;

    private final SetClock clock = new SetClock();

<<<<<<< HEAD
        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time;
        }
    };

    private final class Instance {

        private final RuleBases bases = new RuleBases();
        private final EditionStore store = new EditionStore(database);
        private final RuleBaseStore kept = new RuleBaseStore(database);
        private final Publication publication = new Publication(store, bases, clock);
        private final Editions editions = new Editions(database, store, bases, publication, new Cases(bases));
        private final Approvals approvals = new Approvals(store, kept, bases, editions, publication, new Cases(bases));

        private Instance() {
            bases.keepEarlierIn(digest -> kept.load(digest)
                    .map(found -> new RuleBases.EarlierBases.Kept(found.policy(), found.engine(), found.sources(), found.compiled())));
            bases.all().forEach(base -> kept.keep(new StoredRuleBase(base.digest(), base.policy().policy(), Compiler.engine(), base.sources().zip(),
                    bases.compiled(base))));
        }

        private String deciding() {
            return bases.inForce(AMOUNTS.policy()).orElseThrow().digest();
        }

        private Edition submitted(String remark) throws Exception {
            byte[] workbook = workbook(remark);
            int number = store.alone(AMOUNTS.policy(), connection -> EditionStore.add(connection, AMOUNTS, workbook, "sha256:" + remark, "sha256:b", "{}",
                    time, "author"));
            store.alone(AMOUNTS.policy(), connection -> {
                EditionStore.take(connection, AMOUNTS, number, Step.of(Step.State.DRAFT, time, "author", null));
                EditionStore.take(connection, AMOUNTS, number, Step.of(Step.State.CHECKED, time, Step.SERVICE, null));
                EditionStore.take(connection, AMOUNTS, number, Step.of(Step.State.SUBMITTED, time, "author", null));
                return null;
            });
            return state(number);
        }

        private Edition state(int number) throws Exception {
            return store.find(AMOUNTS, number).orElseThrow();
        }
    }

    /** @param from null at once */
    private static StepRequest at(Instant from) {
        return new StepRequest(null, from, null);
    }

    /** The same table in other bytes: another rule base, and nothing to decide otherwise. */
    private static byte[] workbook(String remark) throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(Path.of("decision-tables/jjg_2022_8/amounts.xlsx"))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getProperties().getCoreProperties().setDescription(remark);
            book.write(out);
            return out.toByteArray();
        }
=======
    private Instance instance() {
        return new Instance(database, OtherBuild.same(AMOUNTS.policy()), clock);
    }

    private static String deciding(Instance instance) {
        return instance.deciding(AMOUNTS.policy());
    }

    private static Edition submitted(Instance instance, String remark) throws Exception {
        return instance.submitted(AMOUNTS, Instance.workbook(AMOUNTS, remark));
>>>>>>> main
    }

    @BeforeAll
    static void quiet() {
        Logger.getLogger("org.drools").setLevel(Level.INFO);
    }

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        Instance.admitApprover(address);
        here = instance();
        elsewhere = instance();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    @DisplayName("一处批准，另一处看到即用；被取代的、撤回后恢复的，都记下；中途开始的照原来的办完")
    void oneAfterTheOther() throws Exception {
        String built = deciding(here);
        var inHand = elsewhere.bases.inForce(AMOUNTS.policy()).orElseThrow();
<<<<<<< HEAD
        Edition first = here.approvals.approve(here.submitted("one"), "approver", at(null));
=======
        Edition first = here.approvals.approve(submitted(here, "one"), "approver", null, null);
>>>>>>> main
        assertEquals(Step.State.IN_FORCE, first.state());
        assertNotEquals(built, deciding(here));
        assertEquals(built, deciding(elsewhere));
        assertTrue(elsewhere.publication.look());
        assertFalse(elsewhere.publication.look());
        assertEquals(deciding(here), deciding(elsewhere));
        assertEquals(built, inHand.digest());
        inHand.rules().newKieSession().dispose();
        String one = deciding(here);

<<<<<<< HEAD
        time = time.plusSeconds(60);
        Edition second = elsewhere.approvals.approve(elsewhere.submitted("two"), "approver", at(null));
=======
        clock.forward(60);
        Edition second = elsewhere.approvals.approve(submitted(elsewhere, "two"), "approver", null, null);
>>>>>>> main
        here.publication.look();
        assertEquals(deciding(elsewhere), deciding(here));
        assertEquals(Step.State.SUPERSEDED, here.find(AMOUNTS, first.number()).state());
        assertEquals(one, here.bases.named(one).digest());

        clock.forward(60);
        assertEquals(Step.State.WITHDRAWN, here.approvals.withdraw(second, "approver", "数有误").state());
        elsewhere.publication.look();
        assertEquals(List.of(one, one), List.of(deciding(here), deciding(elsewhere)));
        assertEquals(Step.State.IN_FORCE, here.find(AMOUNTS, first.number()).state());
        here.approvals.withdraw(here.find(AMOUNTS, first.number()), "approver", null);
        elsewhere.publication.look();
        assertEquals(List.of(built, built), List.of(deciding(here), deciding(elsewhere)));
        assertEquals(Edition.BUILT, here.editions.of(AMOUNTS).stream().filter(edition -> edition.is(Step.State.IN_FORCE)).findFirst().orElseThrow().number());
    }

    @Test
    @DisplayName("定时：时刻一到各处都换；到时读不出或不符的，不用它，原来的继续，并且说出来")
    void dueAndBroken() throws Exception {
<<<<<<< HEAD
        String built = here.deciding();
        Edition scheduled = here.approvals.approve(here.submitted("one"), "approver", at(time.plusSeconds(3600)));
        assertEquals(Step.State.SCHEDULED, scheduled.state());
        assertThrows(SQLException.class, () -> here.approvals.approve(here.submitted("two"), "approver", at(time.plusSeconds(60))));
=======
        String built = deciding(here);
        Edition scheduled = here.approvals.approve(submitted(here, "one"), "approver", null, clock.instant().plusSeconds(3600));
        assertEquals(Step.State.SCHEDULED, scheduled.state());
        assertThrows(SQLException.class, () -> here.approvals.approve(submitted(here, "two"), "approver", null, clock.instant().plusSeconds(60)));
>>>>>>> main
        assertFalse(here.publication.look());
        assertEquals(built, deciding(here));
        clock.forward(3600);
        assertTrue(here.publication.look());
        assertTrue(elsewhere.publication.look());
        assertEquals(List.of("DRAFT", "CHECKED", "SUBMITTED", "APPROVED", "SCHEDULED", "IN_FORCE"),
                here.find(AMOUNTS, scheduled.number()).steps().stream().map(step -> step.state().name()).toList());
        String good = deciding(here);

<<<<<<< HEAD
        Edition broken = here.approvals.approve(here.submitted("three"), "approver", at(time.plusSeconds(3600)));
=======
        Edition broken = here.approvals.approve(submitted(here, "three"), "approver", null, clock.instant().plusSeconds(3600));
>>>>>>> main
        String base = broken.steps().stream().map(Step::ruleBase).filter(Objects::nonNull).findFirst().orElseThrow();
        TestServer.execute(address, "alter table rule_base disable trigger all");
        TestServer.execute(address, "update rule_base set compiled = 'no package' where digest = '" + base + "'");
        Instance third = instance();
        clock.forward(3600);
        third.publication.look();
        assertEquals(Step.State.REFUSED, here.find(AMOUNTS, broken.number()).state());
        assertTrue(third.publication.troubles().refused().get(AMOUNTS.policy()).contains("第 " + broken.number() + " 版"));
        third.publication.look();
        assertEquals(good, deciding(third));
    }

    @Test
    @DisplayName("生效中的规则库在重启后读不出：仍记作生效，随程序发布的在决定，健康检查说明；运行着的照旧；撤回即了结")
    void brokenInForce() throws Exception {
        String built = deciding(here);
        Edition edition = here.approvals.approve(submitted(here, "one"), "approver", null, null);
        String good = deciding(here);
        TestServer.execute(address, "alter table rule_base disable trigger all");
        TestServer.execute(address, "update rule_base set compiled = 'no package' where digest = '" + good + "'");
        Instance restarted = instance();
        assertFalse(restarted.publication.look());
        assertFalse(restarted.publication.look());
        assertEquals(List.of(built, good), List.of(deciding(restarted), deciding(here)));
        assertEquals(Step.State.IN_FORCE, restarted.find(AMOUNTS, edition.number()).state());
        assertTrue(restarted.publication.troubles().refused().get(AMOUNTS.policy()).contains("第 " + edition.number() + " 版：保存的规则库读不出"));

        clock.forward(60);
        restarted.approvals.withdraw(restarted.find(AMOUNTS, edition.number()), "approver", "规则库读不出");
        here.publication.look();
        assertEquals(List.of(built, built), List.of(deciding(restarted), deciding(here)));
        assertEquals(Map.of(), restarted.publication.troubles().refused());
    }

    @Test
    @DisplayName("读不出的可以由另一版接替")
    void brokenReplaced() throws Exception {
        Edition edition = here.approvals.approve(submitted(here, "one"), "approver", null, null);
        TestServer.execute(address, "alter table rule_base disable trigger all");
        TestServer.execute(address, "update rule_base set compiled = 'no package' where digest = '" + deciding(here) + "'");
        Instance restarted = instance();
        restarted.publication.look();
        clock.forward(60);
        Edition next = restarted.approvals.approve(submitted(restarted, "two"), "approver", null, null);
        assertEquals(List.of(Step.State.SUPERSEDED, Step.State.IN_FORCE),
                List.of(restarted.find(AMOUNTS, edition.number()).state(), restarted.find(AMOUNTS, next.number()).state()));
        assertEquals(Map.of(), restarted.publication.troubles().refused());
    }
}
