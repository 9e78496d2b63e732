package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.rulebase.OtherBuild;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.Tenure;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Two instances over one database, each with rule bases of its own, under a clock that the test sets. */
@DisplayName("版本的生效")
class PublicationTest {

    private static final TableId AMOUNTS = new TableId("jjg_2022_8", "amounts");

    private Address address;
    private Database database;
    private Instance here;
    private Instance elsewhere;

    private final SetClock clock = new SetClock();

    private Instance instance() {
        return new Instance(database, OtherBuild.same(AMOUNTS.policy()), clock);
    }

    private static String deciding(Instance instance) {
        return instance.deciding(AMOUNTS.policy());
    }

    private static Edition submitted(Instance instance, String remark) throws Exception {
        return instance.submittedAndMade(AMOUNTS, remark);
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
        Edition first = here.approvals.approve(here.submitted(AMOUNTS, Instance.workbook(AMOUNTS, "compiled")), "approver", null, null);
        assertEquals(Step.State.IN_FORCE, first.state());
        assertNotEquals(built, deciding(here));
        assertEquals(built, deciding(elsewhere));
        assertTrue(elsewhere.publication.look());
        assertFalse(elsewhere.publication.look());
        assertEquals(deciding(here), deciding(elsewhere));
        assertEquals(built, inHand.digest());
        inHand.rules().newKieSession().dispose();
        String one = deciding(here);

        clock.forward(60);
        Edition second = elsewhere.approvals.approve(submitted(elsewhere, "two"), "approver", null, null);
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
        String built = deciding(here);
        Edition scheduled = here.approvals.approve(submitted(here, "one"), "approver", null, clock.instant().plusSeconds(3600));
        assertEquals(Step.State.SCHEDULED, scheduled.state());
        assertThrows(SQLException.class, () -> here.approvals.approve(submitted(here, "two"), "approver", null, clock.instant().plusSeconds(60)));
        assertFalse(here.publication.look());
        assertEquals(built, deciding(here));
        clock.forward(3600);
        assertTrue(here.publication.look());
        assertTrue(elsewhere.publication.look());
        assertEquals(List.of("DRAFT", "CHECKED", "SUBMITTED", "APPROVED", "SCHEDULED", "IN_FORCE"),
                here.find(AMOUNTS, scheduled.number()).steps().stream().map(step -> step.state().name()).toList());
        String good = deciding(here);

        Edition broken = here.approvals.approve(submitted(here, "three"), "approver", null, clock.instant().plusSeconds(3600));
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
    @DisplayName("追溯更正：从过去的时刻起生效须写理由；此后的日子按它判断，此前的日子和当时所知的不变")
    void sinceEarlier() throws Exception {
        String built = deciding(here);
        RuleBase before = here.bases.built(AMOUNTS.policy()).orElseThrow();
        Instant known = clock.instant();
        clock.forward(60);
        Edition submitted = submitted(here, "one");
        Instant since = known.minus(Duration.ofDays(400));
        assertEquals(ProblemCode.OUT_OF_RANGE,
                assertThrows(ProblemException.class, () -> here.approvals.approve(submitted, "approver", " ", since)).problem().code());
        Edition edition = here.approvals.approve(submitted, "approver", "原表录入有误", since);
        assertEquals(List.of(Step.State.IN_FORCE, since), List.of(edition.state(), edition.effectiveFrom()));
        String corrected = deciding(here);
        assertNotEquals(built, corrected);
        RuleBase now = here.bases.inForce(AMOUNTS.policy()).orElseThrow();
        LocalDate day = LocalDate.ofInstant(since, ZoneId.of("Asia/Shanghai"));
        assertEquals(List.of(corrected, corrected, built, built), Stream.of(new Tenure.Chosen(day.plusDays(30), null), new Tenure.Chosen(day, null),
                new Tenure.Chosen(day.minusDays(1), null), new Tenure.Chosen(day.plusDays(30), known)).map(chosen -> here.bases.inForce(now, chosen).digest()).toList());
        assertEquals(built, before.digest());
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
