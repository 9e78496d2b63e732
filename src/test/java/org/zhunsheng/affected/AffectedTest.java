package org.zhunsheng.affected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.Draft;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemException;

/** Over a record of a few thousand decisions, of which every one is also decided directly. */
@DisplayName("一版决策表影响到谁")
class AffectedTest {

    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");
    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    private static final RuleBase BASE = BASES.inForce("jkf_2022_9").orElseThrow();
    private static final String QUESTION = """
            {"policy":"jkf_2022_9","question":"SUPPORT","direction":"OVERSEAS_PARK","asOf":"2023-04-20","facts":{"applicant":{"zgcPark":"%s"},
             "park":{"siteAreaM2":45000,"occupancyRatePercent":%d,"beijingOrCooperatingCompanyCount":16}}}""";

    private Address address;
    private Database database;
    private DecisionLog record;
    private Affected affected;

    @BeforeAll
    static void quiet() {
        ENGINE_LOG.setLevel(Level.INFO);
    }

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 8);
        database.await();
        record = new DecisionLog(database, new DecisionLog.Limits(4096, 64, 1), new SimpleMeterRegistry());
        TestServer.execute(address, "insert into rule_base (digest, policy, engine, sources, compiled) values ('" + BASE.digest() + "', 'jkf_2022_9', 'e', '', '')");
        TestServer.execute(address, "insert into table_edition (policy, workbook, edition, digest, content, base, report, uploaded_at, author) "
                + "values ('jkf_2022_9', 'park_tiers', 1, 'sha256:w', '', 'sha256:b', '{}', now(), 'author')");
        affected = begun();
    }

    private Affected begun() {
        return new Affected(database, record, EVALUATIONS, 2);
    }

    @AfterEach
    void close() throws Exception {
        affected.close();
        record.close();
        database.close();
    }

    private static final byte[] WORKBOOK = workbook();

    /** From 65 % on instead of 70, up to 4.5 million instead of 5. */
    private static byte[] workbook() {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(Path.of("decision-tables/jkf_2022_9/park_tiers.xlsx"))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.getSheet("档次");
            sheet.getRow(3).getCell(3).setCellValue(">=65");
            sheet.getRow(3).getCell(5).setCellValue(450);
            book.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static RuleBase draft() {
        return Draft.of(BASE, "park_tiers.xlsx", WORKBOOK, Tables.read(Map.of("columns.yaml", BASE.sources().tables().get("columns.yaml"), "park_tiers.xlsx", WORKBOOK)));
    }

    private static Affected.Drafts.Pair pair() {
        return new Affected.Drafts.Pair(BASE, draft());
    }

    private static String question(int i) {
        return QUESTION.formatted(i % 3 == 0 ? "HAIDIAN" : "CHAOYANG", 40 + i % 50);
    }

    private void decide(int count) {
        List<CompletionStage<?>> written = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] core = EVALUATIONS.evaluate(question(i).getBytes(UTF_8)).core();
            byte[] answer = new Answer("d" + i, Instant.now(), "科委", false, null, Digest.of(core), core).json();
            written.add(record.append(new Entry("d" + i, Instant.now(), "科委", "SUPPORT", "jkf_2022_9", Digest.of(core), BASE.digest(), "q", null, answer)));
        }
        written.forEach(each -> each.toCompletableFuture().join());
    }

    private Order order(String id, Order.Sample sample) {
        String draft = BASE.sources().with("park_tiers.xlsx", WORKBOOK).digest(Compiler.engine());
        return new Order(id, "jkf_2022_9", "park_tiers", 1, "sha256:w", BASE.digest(), draft, record.newest(), sample, Affected.now(), "an<b>alyst");
    }

    private Run ended() throws Exception {
        for (int waited = 0; waited < 1_200; waited++) {
            Run run = affected.find("jkf_2022_9", "park_tiers", 1).orElseThrow();
            if (run.state() != Run.State.RUNNING) {
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("没有结束");
    }

    /** As somebody would find them who asks each question twice; there are few. */
    private static List<Flip> directly(int count) {
        List<Flip> flips = new ArrayList<>();
        try (RuleBase draft = draft()) {
            for (int i = 0; i < count; i++) {
                byte[] question = question(i).getBytes(UTF_8);
                flips.addAll(Flip.of("d" + i, Comparison.tree(EVALUATIONS.evaluate(question).core()), Comparison.tree(EVALUATIONS.evaluate(question, draft).core())));
            }
            EVALUATIONS.release(draft);
        }
        return flips;
    }

    /** The same without deciding anything: every one from 65 % on, since its amount or its row is another. */
    private static long flipping(int count) {
        return IntStream.range(0, count).filter(i -> 40 + i % 50 >= 65).count();
    }

    @Test
    @DisplayName("全部重算：与逐个直接评定的一样；按条款、方向、所在地分计；清单和图")
    void all() throws Exception {
        decide(1_100);
        affected.begin(order -> pair(), 50);
        affected.start(order("one", null));
        Run run = ended();
        assertEquals(Run.State.DONE, run.state(), run.steps().toString());
        assertEquals(List.of(1_100L, 0L, 2, 2), List.of(run.decisions(), run.undecidable(), run.parts(), run.partsInAll()));
        Result result = affected.result(run);
        List<Flip> direct = directly(1_100);
        assertTrue(direct.size() > 250);
        assertEquals(direct.size(), result.total().conclusions());
        assertEquals(direct.stream().filter(Flip::changesAmount).count(), result.total().amounts());
        BigDecimal difference = direct.stream().filter(Flip::changesAmount).map(flip -> flip.amountAfter().subtract(flip.amountBefore())).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, difference.compareTo(result.total().after().subtract(result.total().before())));
        assertEquals(direct.stream().filter(flip -> flip.district().equals("HAIDIAN")).count(),
                result.groups().get(Sums.By.DISTRICT).stream().filter(group -> group.name().equals("HAIDIAN")).findFirst().orElseThrow().count());
        assertTrue(result.groups().get(Sums.By.CLAUSE).stream().anyMatch(group -> group.name().equals("6.3.1")));
        assertEquals(List.of("OVERSEAS_PARK"), result.groups().get(Sums.By.DIRECTION).stream().map(Sums.Group::name).toList());
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        affected.workbook(run, xlsx);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            assertEquals(direct.size(), book.getSheet("受影响的决定").getLastRowNum());
        }
        assertTrue(new String(affected.chart(run, Language.ZH), UTF_8).contains("国(境)外科技园区"));
        page(run, direct);
    }

    private void page(Run run, List<Flip> direct) throws Exception {
        Element page = read(affected.page(run, Language.ZH));
        assertEquals(ResultPage.SHOWN, rows(page, "words"));
        String text = page.getTextContent();
        for (String told : List.of("重算 1,100 个决定，" + direct.size() + " 个有变", "共 " + direct.size() + " 个", BASE.digest(), run.order().draft(), "（结论不变）",
                "海淀", "6.3.1", "an<b>alyst", "已完成")) {
            assertTrue(text.contains(told), told);
        }
        assertEquals(1, page.getElementsByTagName("svg").getLength());
        assertEquals(0, page.getElementsByTagName("script").getLength());
        assertEquals(0, rows(page, "figures estimated"));
        String english = read(affected.page(run, Language.EN)).getTextContent();
        assertTrue(english.contains("1,100 decisions made again, " + direct.size() + " differ"), english);
        assertFalse(english.replace(BASE.digest(), "").codePoints().anyMatch(Character::isIdeographic), english);
    }

    /** Well formed, or it is refused. */
    private static Element read(byte[] page) throws Exception {
        DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return reader.parse(new ByteArrayInputStream(page)).getDocumentElement();
    }

    private static int rows(Element page, String kind) {
        NodeList tables = page.getElementsByTagName("table");
        return IntStream.range(0, tables.getLength()).mapToObj(i -> (Element) tables.item(i)).filter(table -> table.getAttribute("class").equals(kind))
                .mapToInt(table -> table.getElementsByTagName("tr").getLength() - 1).sum();
    }

    @Test
    @DisplayName("取消之后已算的留着；另一个实例接着算完，不重不漏；完成的不能再取消、继续")
    void cancelledAndResumed() throws Exception {
        decide(1_050);
        Order order = order("one", null);
        affected.begin(asked -> {
            cancelled(asked);
            return pair();
        }, 50);
        affected.start(order);
        Run run = ended();
        assertEquals(Run.State.CANCELLED, run.state());
        assertTrue(run.parts() < 2, run.toString());
        assertThrows(ProblemException.class, () -> affected.cancel(order, "analyst"));
        affected.close();
        affected = begun();
        affected.begin(asked -> pair(), 50);
        affected.resume(order, "approver");
        run = ended();
        assertEquals(Run.State.DONE, run.state());
        assertEquals(List.of(1_050L, 2), List.of(run.decisions(), run.parts()));
        assertEquals(flipping(1_050), affected.result(run).total().conclusions());
        assertThrows(ProblemException.class, () -> affected.resume(order, "approver"));
        assertEquals(List.of("RUNNING", "CANCELLED", "RUNNING", "DONE"), run.steps().stream().map(step -> step.state().name()).toList());
    }

    private void cancelled(Order order) {
        try {
            affected.cancel(order, "analyst");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    @DisplayName("服务停了，再起来自己接着算；同一版不能同时算两遍；草案编不成的，说明中断")
    void restarted() throws Exception {
        decide(10);
        Order order = order("one", null);
        affected.start(order);
        assertThrows(ProblemException.class, () -> affected.start(order("two", null)));
        affected.close();
        affected = begun();
        affected.begin(asked -> pair(), 50);
        assertEquals(Run.State.DONE, ended().state());
        affected.close();
        affected = begun();
        affected.begin(asked -> {
            throw new IllegalStateException("不能编译");
        }, 50);
        affected.start(order("three", null));
        assertEquals(Run.State.FAILED, ended().state());
    }

    @Test
    @DisplayName("抽样：每层至多几个，写明总体；同一种子抽出同样的")
    void sampled() throws Exception {
        decide(400);
        affected.begin(asked -> pair(), 50);
        affected.start(order("one", new Order.Sample("2026", 30)));
        Run first = ended();
        assertEquals(Run.State.DONE, first.state());
        assertEquals(400, first.strata().stream().mapToInt(Run.Stratum::population).sum());
        assertTrue(first.strata().stream().allMatch(stratum -> stratum.drawn().size() == Math.min(30, stratum.population())), first.strata().toString());
        assertEquals(first.drawn().size(), first.decisions());
        estimated(first, affected.result(first));
        affected.start(order("two", new Order.Sample("2026", 30)));
        assertEquals(first.drawn(), ended().drawn());
        affected.start(order("three", new Order.Sample("2026", 400)));
        Result all = affected.result(ended());
        // by another way: the flips of all, summed part by part
        affected.start(order("four", null));
        Result counted = affected.result(ended());
        assertNull(counted.projection());
        assertEquals(List.of(counted.total().decisions() + ".00 ± 0.00", counted.total().conclusions() + ".00 ± 0.00"),
                List.of(written(all.projection().total().decisions()), written(all.projection().total().conclusions())));
        assertEquals(0, counted.total().difference().compareTo(all.projection().total().difference().total()));
        assertEquals(0, all.projection().total().difference().variance().signum());
    }

    private static String written(Estimate estimate) {
        return estimate.rounded().toPlainString() + " ± " + estimate.error().toPlainString();
    }

    /** What was counted in the strata is all that was counted; estimates are written beside it, in every form. */
    private void estimated(Run run, Result result) throws Exception {
        Projection.Figures total = result.projection().total();
        assertEquals(List.of(result.total().decisions(), result.total().conclusions()), List.of(total.decisions().counted().longValueExact(),
                total.conclusions().counted().longValueExact()));
        assertEquals(0, result.total().difference().compareTo(total.difference().counted()));
        assertEquals(400, result.projection().population());
        // as the estimate says of itself; one sample, always the same, of decisions that are always the same
        assertTrue(total.decisions().total().subtract(BigDecimal.valueOf(flipping(400))).abs().compareTo(total.decisions().error().multiply(BigDecimal.valueOf(4))) <= 0,
                written(total.decisions()));
        JsonNode json = Comparison.tree(result.json()).get("sample");
        assertEquals(0, total.difference().rounded().compareTo(json.at("/estimate/differenceYuan/total").decimalValue()));
        assertEquals(run.strata().size(), json.get("strata").findValues("estimate").size());
        Element page = read(affected.page(run, Language.ZH));
        assertEquals(run.strata().size() + 1, rows(page, "figures estimated"));
        assertTrue(page.getTextContent().contains(Wording.number(total.decisions().rounded()) + " ± " + Wording.number(total.decisions().error())));
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        affected.workbook(run, xlsx);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            XSSFRow last = book.getSheet("估计").getRow(book.getSheet("估计").getLastRowNum());
            assertEquals(total.decisions().rounded().doubleValue(), last.getCell(6).getNumericCellValue());
            assertEquals(total.difference().error().doubleValue(), last.getCell(13).getNumericCellValue());
        }
    }

    @Test
    @DisplayName("抽样没有算完的，没有估计：已算的不是从全部中抽的")
    void unfinishedSample() throws Exception {
        decide(60);
        affected.begin(asked -> {
            cancelled(asked);
            return pair();
        }, 50);
        affected.start(order("one", new Order.Sample("2026", 5)));
        Run run = ended();
        assertEquals(Run.State.CANCELLED, run.state());
        assertNull(affected.result(run).projection());
        assertTrue(read(affected.page(run, Language.ZH)).getTextContent().contains("已取消：第 "));
    }
}
