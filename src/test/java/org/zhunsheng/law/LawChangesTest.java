package org.zhunsheng.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("原文换了：哪一条换了，谁复核过；不经服务直接写库也一样")
class LawChangesTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Article TIER = new Article("jkf_2022_9", "6.3.1");
    private static final Article OTHER = new Article("jkf_2022_9", "17");

    private final SortedMap<Article, Wording> folder = new TreeMap<>();
    private Address address;
    private Database database;
    private OfficialTexts texts;
    private LawChanges changes;

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 2);
        database.await();
        TestServer.execute(address, "drop trigger by_confirmation_only on role_held");
        TestServer.execute(address, """
                insert into role_change (id, action, role, issuer, subject, reason, proposed_at, proposed_by) values ('1', 'GRANT', 'ANALYST', 'i', '分析员', 'x', now(), 'x');
                insert into role_held values ('i', '分析员', 'ANALYST', null, '1')""");
        texts = new OfficialTexts();
        changes = new LawChanges(database, BASES, new Ids(Clock.systemUTC()), texts);
        folder.put(TIER, new Wording("甲、面积不少于三万；\n占比不少于七成。"));
        folder.put(OTHER, new Wording("乙。"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private List<LawChange> found() throws SQLException {
        changes.compare(folder);
        return changes.all(false);
    }

    private LawChange replaced() throws SQLException {
        changes.compare(folder);
        folder.put(TIER, new Wording("甲、面积不少于两万；占比不少于七成。"));
        return found().get(0);
    }

    private String refusal(String statement) {
        return assertThrows(IllegalStateException.class, () -> TestServer.execute(address, statement)).getMessage();
    }

    @Test
    @DisplayName("头一次提供的不是变更；再看一遍也不是；换行和缩进不是")
    void nothingChanged() throws SQLException {
        assertEquals(List.of(), found());
        folder.put(TIER, new Wording("　　甲、面积不少于三万；占比\n不少于七成。"));
        assertEquals(List.of(), found());
        assertFalse(texts.isToBeReviewed("jkf_2022_9", "6.3.1.a"));
    }

    @Test
    @DisplayName("换了一条：只标这一条，它的各款都标，复核之后不再标")
    void replacedAndReviewed() throws SQLException {
        LawChange change = replaced();
        assertEquals(LawChange.Kind.REPLACED, change.kind());
        assertEquals(TIER, change.article());
        assertEquals("两万", change.after().text().substring(7, 9));
        assertTrue(texts.isToBeReviewed("jkf_2022_9", "6.3.1"));
        assertTrue(texts.isToBeReviewed("jkf_2022_9", "6.3.1.a"));
        assertFalse(texts.isToBeReviewed("jkf_2022_9", "6.3"));
        assertFalse(texts.isToBeReviewed("jkf_2022_9", "17"));
        assertFalse(texts.isToBeReviewed("jkf_2022_4", "6.3.1"));
        assertEquals("分析员", changes.review(change.id(), "分析员", "数值已改").review().by());
        assertFalse(texts.isToBeReviewed("jkf_2022_9", "6.3.1.a"));
        assertEquals(List.of(), changes.all(true));
        assertEquals(1, changes.all(false).size());
    }

    @Test
    @DisplayName("换回去也是变更；一条换了两次，要复核两次")
    void back() throws SQLException {
        LawChange first = replaced();
        folder.put(TIER, new Wording("甲、面积不少于三万；占比不少于七成。"));
        assertEquals(2, found().size());
        changes.review(first.id(), "分析员", "已改回");
        assertTrue(texts.isToBeReviewed("jkf_2022_9", "6.3.1"));
    }

    @Test
    @DisplayName("撤下一条、台账里没有的一条，都标出；整份文件不再提供，不比较")
    void takenAwayAndAdded() throws SQLException {
        changes.compare(folder);
        folder.remove(OTHER);
        folder.put(new Article("jkf_2022_9", "99"), new Wording("丙。"));
        folder.put(new Article("jkf_2022_9", "6.3.2"), new Wording("丁。"));
        List<LawChange> found = found();
        assertEquals(List.of("jkf_2022_9/99 ADDED", "jkf_2022_9/17 TAKEN_AWAY"), found.stream().map(change -> change.article() + " " + change.kind()).toList());
        folder.clear();
        assertEquals(2, found().size());
        folder.put(OTHER, new Wording("乙。"));
        folder.put(TIER, new Wording("甲、面积不少于三万；占比不少于七成。"));
        assertTrue(found().stream().anyMatch(change -> change.article().equals(OTHER) && change.kind() == LawChange.Kind.ADDED));
    }

    @Test
    @DisplayName("两个实例同时看到：只记一次")
    void together() throws Exception {
        changes.compare(folder);
        folder.put(TIER, new Wording("甲、面积不少于两万。"));
        List<Thread> threads = IntStream.range(0, 2).mapToObj(i -> new Thread(() -> {
            try {
                new LawChanges(database, BASES, new Ids(Clock.systemUTC()), new OfficialTexts()).compare(folder);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1, changes.all(false).size());
    }

    @Test
    @DisplayName("不是分析员的、没有变更的、复核过的、没有理由的，库不收；记下的不能改")
    void guarded() throws SQLException {
        LawChange change = replaced();
        String review = "insert into text_review (text, reviewed_at, reviewed_by, reason) values ('%s', now(), '%s', '%s')";
        assertTrue(refusal(review.formatted(change.id(), "审批员", "看过")).contains("不是政策分析员"));
        String first = TestServer.query(address, "select id from official_text where version = 1 and clause = '17'");
        assertTrue(refusal(review.formatted(first, "分析员", "看过")).contains("text_review_text_flagged_fkey"));
        assertTrue(refusal(review.formatted(change.id(), "分析员", " ")).contains("text_review_reason_check"));
        TestServer.execute(address, review.formatted(change.id(), "分析员", "看过"));
        assertTrue(refusal(review.formatted(change.id(), "分析员", "再看")).contains("reviewed_once"));
        assertTrue(refusal("update official_text set flagged = false").contains("official_text"));
        assertTrue(refusal("delete from text_review").contains("text_review"));
    }

    @Test
    @DisplayName("原文背后的条款、规则、决策表的行和单元格")
    void behind() {
        Behind behind = Behind.of(TIER, BASES, Behind::rows);
        assertTrue(behind.clauses().stream().anyMatch(clause -> clause.id().equals("6.3.1.a")));
        assertTrue(behind.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell.place().equals("park_tiers.xlsx!档次!C4")));
        assertTrue(behind.rows().stream().noneMatch(row -> row.clause().startsWith("6.3.2")));
        assertTrue(Behind.of(OTHER, BASES, Behind::rows).rules().stream().anyMatch(rule -> rule.clause().startsWith("17.s1")));
        assertEquals(List.of(), Behind.of(new Article("没有", "1"), BASES, Behind::rows).clauses());
    }
}
