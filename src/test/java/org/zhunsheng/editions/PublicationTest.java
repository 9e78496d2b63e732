package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.record.StoredRuleBase;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.StepRequest;

/** Two instances over one database, each with rule bases of its own, under a clock that the test sets. */
@DisplayName("版本的生效")
class PublicationTest {

    private static final TableId AMOUNTS = new TableId("jjg_2022_8", "amounts");

    private Address address;
    private Database database;
    private Instant time = Instant.parse("2026-11-21T02:00:00Z");
    private Instance here;
    private Instance elsewhere;

    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

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
        TestServer.execute(address, "drop trigger by_confirmation_only on role_held");
        TestServer.execute(address, "insert into role_change (id, action, role, issuer, subject, reason, proposed_at, proposed_by) "
                + "values ('c', 'GRANT', 'APPROVER', 'i', 'approver', 'x', now(), 'x')");
        TestServer.execute(address, "insert into role_held values ('i', 'approver', 'APPROVER', null, 'c')");
        here = new Instance();
        elsewhere = new Instance();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    @DisplayName("一处批准，另一处看到即用；被取代的、撤回后恢复的，都记下；中途开始的照原来的办完")
    void oneAfterTheOther() throws Exception {
        String built = here.deciding();
        var inHand = elsewhere.bases.inForce(AMOUNTS.policy()).orElseThrow();
        Edition first = here.approvals.approve(here.submitted("one"), "approver", at(null));
        assertEquals(Step.State.IN_FORCE, first.state());
        assertNotEquals(built, here.deciding());
        assertEquals(built, elsewhere.deciding());
        assertTrue(elsewhere.publication.look());
        assertFalse(elsewhere.publication.look());
        assertEquals(here.deciding(), elsewhere.deciding());
        assertEquals(built, inHand.digest());
        inHand.rules().newKieSession().dispose();
        String one = here.deciding();

        time = time.plusSeconds(60);
        Edition second = elsewhere.approvals.approve(elsewhere.submitted("two"), "approver", at(null));
        here.publication.look();
        assertEquals(elsewhere.deciding(), here.deciding());
        assertEquals(Step.State.SUPERSEDED, here.state(first.number()).state());
        assertEquals(one, here.bases.named(one).digest());

        time = time.plusSeconds(60);
        assertEquals(Step.State.WITHDRAWN, here.approvals.withdraw(second, "approver", "数有误").state());
        elsewhere.publication.look();
        assertEquals(List.of(one, one), List.of(here.deciding(), elsewhere.deciding()));
        assertEquals(Step.State.IN_FORCE, here.state(first.number()).state());
        here.approvals.withdraw(here.state(first.number()), "approver", null);
        elsewhere.publication.look();
        assertEquals(List.of(built, built), List.of(here.deciding(), elsewhere.deciding()));
        assertEquals(Edition.BUILT, here.editions.of(AMOUNTS).stream().filter(edition -> edition.is(Step.State.IN_FORCE)).findFirst().orElseThrow().number());
    }

    @Test
    @DisplayName("定时：时刻一到各处都换；到时读不出或不符的，不用它，原来的继续，并且说出来")
    void dueAndBroken() throws Exception {
        String built = here.deciding();
        Edition scheduled = here.approvals.approve(here.submitted("one"), "approver", at(time.plusSeconds(3600)));
        assertEquals(Step.State.SCHEDULED, scheduled.state());
        assertThrows(SQLException.class, () -> here.approvals.approve(here.submitted("two"), "approver", at(time.plusSeconds(60))));
        assertFalse(here.publication.look());
        assertEquals(built, here.deciding());
        time = time.plusSeconds(3600);
        assertTrue(here.publication.look());
        assertTrue(elsewhere.publication.look());
        assertEquals(List.of("DRAFT", "CHECKED", "SUBMITTED", "APPROVED", "SCHEDULED", "IN_FORCE"),
                here.state(scheduled.number()).steps().stream().map(step -> step.state().name()).toList());
        String good = here.deciding();

        Edition broken = here.approvals.approve(here.submitted("three"), "approver", at(time.plusSeconds(3600)));
        String base = broken.steps().stream().map(Step::ruleBase).filter(Objects::nonNull).findFirst().orElseThrow();
        TestServer.execute(address, "alter table rule_base disable trigger all");
        TestServer.execute(address, "update rule_base set compiled = 'no package' where digest = '" + base + "'");
        Instance third = new Instance();
        time = time.plusSeconds(3600);
        third.publication.look();
        assertEquals(Step.State.REFUSED, here.state(broken.number()).state());
        assertTrue(third.publication.refused().get(AMOUNTS.policy()).contains("第 " + broken.number() + " 版"));
        third.publication.look();
        assertEquals(good, third.deciding());
    }
}
