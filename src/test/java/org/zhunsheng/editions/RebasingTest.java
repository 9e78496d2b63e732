package org.zhunsheng.editions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;

/** Instances of one build and of the next over one database: what the next one brings reaches a document that an edition decides. */
@DisplayName("新的构建遇到生效中的版本")
class RebasingTest {

    private static final String POLICY = "jkgf_2025_69";
    private static final TableId THRESHOLDS = new TableId(POLICY, "thresholds");
    private static final TableId PERIODS = new TableId(POLICY, "periods");

    private final SetClock clock = new SetClock();
    private Address address;
    private Database database;

    @BeforeAll
    static void quiet() {
        Logger.getLogger("org.drools").setLevel(Level.INFO);
    }

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 8);
        database.await();
        Instance.admitApprover(address);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private Instance instance(RuleBases build) throws Exception {
        Instance instance = new Instance(database, build, clock);
        instance.publication.look();
        return instance;
    }

    /** Other rules, and another workbook beside the one that is published. */
    private static RuleBases next() {
        byte[] periods = written(PERIODS, "下一构建");
        return OtherBuild.with(POLICY, sources -> OtherBuild.appended(sources, ".drl", "\n// of the next build\n").with(PERIODS.file(), periods));
    }

    private static byte[] written(TableId table, String remark) {
        try {
            return Instance.workbook(table, remark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Step> rebased(Edition edition) {
        return edition.steps().stream().filter(step -> step.state() == Step.State.REBASED);
    }

    private static String built(Instance instance) {
        return instance.bases.built(POLICY).orElseThrow().digest();
    }

    @Test
    @DisplayName("决策表照旧，其余换成新构建的；记下一步，只记一次；正在运行的旧构建跟随；撤回后是新构建的")
    void nextBuild() throws Exception {
        Instance before = instance(OtherBuild.same(POLICY));
        byte[] workbook = written(THRESHOLDS, "一");
        Edition edition = before.approvals.approve(before.submitted(THRESHOLDS, workbook), "approver", null, null);
        String approved = before.deciding(POLICY);

        Instance after = instance(next());
        RuleBase deciding = after.bases.inForce(POLICY).orElseThrow();
        assertFalse(List.of(approved, built(before), built(after)).contains(deciding.digest()));
        assertTrue(deciding.sources().sharesRulesWith(after.bases.built(POLICY).orElseThrow().sources()));
        assertArrayEquals(workbook, THRESHOLDS.in(deciding.sources()));
        assertArrayEquals(written(PERIODS, "下一构建"), PERIODS.in(deciding.sources()));
        Step step = rebased(after.find(THRESHOLDS, edition.number())).findFirst().orElseThrow();
        assertEquals(List.of(deciding.digest(), built(after), Step.SERVICE, edition.effectiveFrom()),
                List.of(step.ruleBase(), step.build(), step.by(), step.effectiveFrom()));
        assertTrue(step.reason().contains(built(after)));
        assertEquals(Step.State.IN_FORCE, after.find(THRESHOLDS, edition.number()).state());
        assertEquals(approved, after.bases.named(approved).digest());
        assertEquals(Map.of(), after.publication.troubles().refused());
        assertEquals(Map.of(), after.publication.troubles().conflicts());

        assertTrue(before.publication.look());
        assertFalse(after.publication.look());
        Instance beside = instance(next());
        assertEquals(List.of(deciding.digest(), deciding.digest()), List.of(before.deciding(POLICY), beside.deciding(POLICY)));
        assertEquals(1, rebased(after.find(THRESHOLDS, edition.number())).count());

        after.approvals.withdraw(after.find(THRESHOLDS, edition.number()), "approver", null);
        assertEquals(built(after), after.deciding(POLICY));
        Instance backAgain = instance(OtherBuild.same(POLICY));
        assertEquals(built(backAgain), backAgain.deciding(POLICY));
        assertEquals(Step.State.WITHDRAWN, after.find(THRESHOLDS, edition.number()).state());
        assertEquals(2, rebased(after.find(THRESHOLDS, edition.number())).count());
    }

    @Test
    @DisplayName("几个新构建的实例同时启动：一个去做，其余跟随")
    void together() throws Exception {
        Instance before = instance(OtherBuild.same(POLICY));
        Edition edition = before.approvals.approve(before.submittedAndMade(THRESHOLDS, "一"), "approver", null, null);
        List<Instance> several = Stream.generate(() -> new Instance(database, next(), clock)).limit(3).toList();
        CompletableFuture.allOf(several.stream().map(one -> CompletableFuture.runAsync(() -> {
            try {
                one.publication.look();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        })).toArray(CompletableFuture[]::new)).join();
        for (Instance one : several) {
            one.publication.look();
        }
        assertEquals(1, rebased(before.find(THRESHOLDS, edition.number())).count());
        assertEquals(1, several.stream().map(one -> one.deciding(POLICY)).distinct().count());
        assertNotEquals(before.deciding(POLICY), several.get(0).deciding(POLICY));
    }

    @Test
    @DisplayName("旧构建时批准、定时生效的：提前在新构建上备好，时刻一到按新构建的规则生效")
    void scheduled() throws Exception {
        Instance before = instance(OtherBuild.same(POLICY));
        Edition planned = before.approvals.approve(before.submittedAndMade(THRESHOLDS, "一"), "approver", null, clock.instant().plusSeconds(60));
        Instance after = instance(next());
        after.publication.lookAhead();
        assertEquals(Map.of(), after.publication.troubles().refused());
        assertEquals(built(after), after.deciding(POLICY));
        clock.forward(60);
        assertTrue(after.publication.look());
        assertEquals(List.of("APPROVED", "SCHEDULED", "IN_FORCE", "REBASED"),
                after.find(THRESHOLDS, planned.number()).steps().stream().map(step -> step.state().name()).skip(3).toList());
        assertTrue(after.bases.inForce(POLICY).orElseThrow().sources().sharesRulesWith(after.bases.built(POLICY).orElseThrow().sources()));
        assertTrue(before.publication.look());
        assertEquals(after.deciding(POLICY), before.deciding(POLICY));
    }

    /** The build has another word for a unit, in its workbook and in the dictionary. */
    private static Sources otherWords(Sources sources) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        files.computeIfPresent("decision-tables/" + POLICY + "/columns.yaml", (path, text) -> new String(text, UTF_8).replace("个, 家,", "个, 户,").getBytes(UTF_8));
        return new Sources(POLICY, files).with(THRESHOLDS.file(), otherWords());
    }

    private static byte[] otherWords() {
        try {
            return Instance.workbook(THRESHOLDS, RebasingTest::otherWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void otherWords(XSSFWorkbook book) {
        book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals("家")) {
                cell.setCellValue("户");
            }
        })));
    }

    @Test
    @DisplayName("合不到一起的：原来的继续，健康检查说明；新构建另有这张表的工作簿：经批准的有效，冲突说明；未生效的不能生效")
    void conflict() throws Exception {
        Instance before = instance(OtherBuild.same(POLICY));
        Edition edition = before.approvals.approve(before.submittedAndMade(THRESHOLDS, "一"), "approver", null, null);
        Edition planned = before.approvals.approve(before.submittedAndMade(THRESHOLDS, "二"), "approver", null, clock.instant().plusSeconds(60));
        String approved = before.deciding(POLICY);
        Instance after = instance(OtherBuild.with(POLICY, RebasingTest::otherWords));
        assertEquals(approved, after.deciding(POLICY));
        assertTrue(after.publication.troubles().refused().get(POLICY).contains("在这次构建的规则之上"));
        assertTrue(after.publication.troubles().conflicts().get(THRESHOLDS.toString()).contains("第 " + edition.number() + " 版"));
        assertEquals(0, rebased(after.find(THRESHOLDS, edition.number())).count());
        after.publication.lookAhead();
        assertTrue(after.publication.troubles().refused().get(POLICY).contains("第 " + planned.number() + " 版到时不能生效"));
        clock.forward(60);
        after.publication.look();
        assertEquals(Step.State.REFUSED, after.find(THRESHOLDS, planned.number()).state());
        assertEquals(approved, after.deciding(POLICY));

        after.approvals.withdraw(after.find(THRESHOLDS, edition.number()), "approver", "改用新构建的");
        assertEquals(built(after), after.deciding(POLICY));
        assertEquals(Map.of(), after.publication.troubles().refused());
        assertEquals(Map.of(), after.publication.troubles().conflicts());
    }

    @Test
    @DisplayName("构建另有的工作簿与版本不同但合得到一起：换上新规则，冲突说明；在它之后另交的一版算是看过了")
    void conflictSeen() throws Exception {
        Instance before = instance(OtherBuild.same(POLICY));
        before.approvals.approve(before.submittedAndMade(THRESHOLDS, "一"), "approver", null, null);
        RuleBases next = OtherBuild.remarked(OtherBuild.same(POLICY).built(POLICY).orElseThrow().sources().with(THRESHOLDS.file(), written(THRESHOLDS, "构建的"))
                .with(PERIODS.file(), written(PERIODS, "下一构建")), "next");
        Instance after = instance(next);
        assertTrue(after.publication.troubles().conflicts().containsKey(THRESHOLDS.toString()));
        assertArrayEquals(written(THRESHOLDS, "一"), THRESHOLDS.in(after.bases.inForce(POLICY).orElseThrow().sources()));
        clock.forward(60);
        after.approvals.approve(after.submittedAndMade(THRESHOLDS, "二"), "approver", null, null);
        assertEquals(Map.of(), after.publication.troubles().conflicts());
    }
}
