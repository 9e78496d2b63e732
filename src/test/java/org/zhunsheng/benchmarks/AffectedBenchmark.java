package org.zhunsheng.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.affected.Affected;
import org.zhunsheng.affected.Order;
import org.zhunsheng.affected.Run;
import org.zhunsheng.cases.Case;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.Recorded;
import org.zhunsheng.rulebase.Draft;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.wire.Digest;

/**
 * Decisions a second made again from the record under a draft, what flips written down, beside the same requests evaluated in the process;
 * both on all cores, by turns. The former is to reach half of the latter. Every request of the 9号 cases has its share.
 */
public final class AffectedBenchmark {

    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");
    private static final int DECISIONS = Integer.getInteger("decisions", 50_000);
    private static final int ROUNDS = 5;
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final String FILE = "park_tiers.xlsx";

    private AffectedBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        ENGINE_LOG.setLevel(Level.INFO);
        RuleBases bases = new RuleBases();
        RuleBase base = bases.inForce("jkf_2022_9").orElseThrow();
        Evaluations evaluations = new Evaluations(bases);
        List<byte[]> requests = requests();
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 8);
                DecisionLog record = new DecisionLog(database, new DecisionLog.Limits(DECISIONS, 128, 1), new SimpleMeterRegistry())) {
            database.await();
            TestServer.execute(address, "insert into rule_base (digest, policy, engine, sources, compiled) values ('" + base.digest() + "', 'jkf_2022_9', 'e', '', '')");
            for (int edition = 1; edition <= ROUNDS + 1; edition++) {
                TestServer.execute(address, "insert into table_edition (policy, workbook, edition, digest, content, base, report, uploaded_at, author) "
                        + "values ('jkf_2022_9', 'park_tiers', " + edition + ", 'sha256:w', '', 'sha256:b', '{}', now(), 'author')");
            }
            decide(evaluations, record, requests, base);
            byte[] workbook = workbook();
            Tables changed = Tables.read(Map.of("columns.yaml", base.sources().tables().get("columns.yaml"), FILE, workbook));
            double[] evaluated = new double[ROUNDS];
            double[] replayed = new double[ROUNDS];
            double[] whole = new double[ROUNDS];
            try (Affected affected = new Affected(database, record, evaluations, THREADS)) {
                AtomicLong compiling = new AtomicLong();
                affected.begin(order -> {
                    long begun = System.nanoTime();
                    Affected.Drafts.Pair pair = new Affected.Drafts.Pair(base, Draft.of(base, FILE, workbook, changed));
                    compiling.set(System.nanoTime() - begun);
                    return pair;
                }, 50);
                String draft = base.sources().with(FILE, workbook).digest("benchmark");
                for (int round = 0; round <= ROUNDS; round++) {
                    double direct = DECISIONS / evaluated(evaluations, requests);
                    double seconds = replayed(affected, new Order("run " + round, "jkf_2022_9", "park_tiers", round + 1, "sha256:w", base.digest(), draft,
                            record.newest(), null, Affected.now(), "benchmark"));
                    if (round > 0) {
                        evaluated[round - 1] = direct;
                        whole[round - 1] = DECISIONS / seconds;
                        replayed[round - 1] = DECISIONS / (seconds - compiling.get() / 1e9);
                    }
                }
            }
            double direct = median(evaluated);
            System.out.printf("decisions a second on %d cores: %.0f evaluated in the process; made again under a draft %.0f, %.2f × (goal 0.50); "
                    + "with the draft's compilation %.0f, %.2f ×%n", THREADS, direct, median(replayed), median(replayed) / direct, median(whole), median(whole) / direct);
        }
    }

    private static List<byte[]> requests() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<byte[]> requests = new ArrayList<>();
        for (Case one : Case.all()) {
            if (one.request().path("policy").asText().equals("jkf_2022_9") && !one.expect().has("error")) {
                requests.add(json.writeValueAsBytes(one.request()));
            }
        }
        return requests;
    }

    private static void decide(Evaluations evaluations, DecisionLog record, List<byte[]> requests, RuleBase base) {
        List<CompletableFuture<Recorded>> written = new ArrayList<>(DECISIONS);
        for (int i = 0; i < DECISIONS; i++) {
            byte[] core = evaluations.evaluate(requests.get(i % requests.size())).core();
            byte[] answer = new Answer("d" + i, Instant.now(), "科委", false, null, Digest.of(core), core).json();
            written.add(record.append(new Entry("d" + i, Instant.now(), "科委", "SUPPORT", "jkf_2022_9", Digest.of(core), base.digest(), "q", null, answer)).toCompletableFuture());
        }
        written.forEach(CompletableFuture::join);
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(Path.of("decision-tables/jkf_2022_9", FILE))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.getSheet("档次").getRow(3).getCell(5).setCellValue(450);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static double evaluated(Evaluations evaluations, List<byte[]> requests) {
        long begun = System.nanoTime();
        List<Thread> threads = IntStream.range(0, THREADS).mapToObj(thread -> new Thread(() -> {
            for (int i = thread; i < DECISIONS; i += THREADS) {
                evaluations.evaluate(requests.get(i % requests.size()));
            }
        })).toList();
        threads.forEach(Thread::start);
        threads.forEach(AffectedBenchmark::join);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static double replayed(Affected affected, Order order) throws Exception {
        long begun = System.nanoTime();
        affected.start(order);
        while (true) {
            Run run = affected.find(order.policy(), order.workbook(), order.edition()).orElseThrow();
            if (run.state() != Run.State.RUNNING) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf("%s: %s, %d decisions, %.1f s%n", order.id(), run.state(), run.decisions(), seconds);
                return seconds;
            }
            Thread.sleep(20);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
