package org.zhunsheng.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.proof.Log;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.Judged;
import org.zhunsheng.record.Recorded;

/** A record with what a test puts into it, its log, and an index that follows when the test says so. */
final class Planted implements AutoCloseable {

    private static final Ids IDS = new Ids(Clock.systemUTC());

    final Address address = TestServer.POSTGRES_18.emptyDatabase();
    final Database database = Database.at(address, 4);
    final Search search = new Search(database);
    private final DecisionLog record = new DecisionLog(database, new DecisionLog.Limits(4096, 128, 1), new SimpleMeterRegistry());
    private final Log log;
    private final List<CompletableFuture<Recorded>> adding = new ArrayList<>();
    private String last;

    Planted() throws Exception {
        Path folder = Files.createTempDirectory("search-test");
        log = Log.of(database, folder.resolve("keys"), Duration.ofMillis(50), 1024);
        log.begin();
    }

    /** An evaluation as it may stand in the record: of a park, with members of the core as a test wants them. */
    static final class Case {
        private final TreeMap<String, String> core = new TreeMap<>();
        private String unit = "91110108MA00000001";
        private double area = 30_000;
        private String outcome = "ELIGIBLE";
        private String amount = "5000000";
        private String judgements = "{}";

        Case() {
            core.put("asOf", "\"2023-03-15\"");
            core.put("ruleBase", "\"sha256:" + "a".repeat(64) + "\"");
        }

        Case unit(String unit) {
            this.unit = unit;
            return this;
        }

        Case area(double area) {
            this.area = area;
            return this;
        }

        Case decided(String outcome, String amount) {
            this.outcome = outcome;
            this.amount = amount;
            return this;
        }

        Case judged(String point, boolean value, String by) {
            judgements = "{\"%s\":{\"by\":\"%s\",\"on\":\"2023-04-20\",\"reason\":\"属实\",\"value\":%s}}".formatted(point, by, value);
            return this;
        }

        Case with(String member, String json) {
            core.put(member, json);
            return this;
        }

        private byte[] answer(String id) {
            boolean met = area >= 30_000;
            core.put("decisions", """
                    [{"decidedBy":["6.3.1"],"direction":"OVERSEAS_PARK","findings":[{"clause":"6.3.1.a","evidence":[{"fact":"park.siteAreaM2","required":30000,\
                    "test":"AT_LEAST","value":%s,"verdict":"%s"}],"place":"park_tiers.xlsx!档次!C4","verdict":"%s"}]%s,"outcome":"%s","question":"SUPPORT"}]"""
                    .formatted(area, met ? "MET" : "NOT_MET", met ? "MET" : "NOT_MET", amount == null ? "" : ",\"maxAmountYuan\":" + amount, outcome));
            core.put("request", "{\"facts\":{\"applicant\":{\"unifiedSocialCreditCode\":\"%s\"},\"park\":{\"siteAreaM2\":%s}},\"judgements\":%s}"
                    .formatted(unit, area, judgements));
            StringBuilder members = new StringBuilder();
            core.forEach((name, json) -> members.append(members.isEmpty() ? "" : ",").append('"').append(name).append("\":").append(json));
            return "{\"caller\":\"system\",\"core\":{%s},\"coreDigest\":\"sha256:0\",\"id\":\"%s\",\"time\":\"2026-03-01T09:00:00.000+08:00\"}".formatted(members, id).getBytes(UTF_8);
        }
    }

    /** Returns its id. */
    String add(Case planted) {
        return add(planted, IDS.next());
    }

    String add(Case planted, String id) {
        adding.add(record.append(entry(planted, id)).toCompletableFuture());
        last = id;
        return id;
    }

    private void added() {
        adding.forEach(CompletableFuture::join);
        adding.clear();
    }

    /** A decision that follows from a judgement on another. */
    String follow(String decision, String point, boolean value, String by, Case planted) {
        added();
        String id = IDS.next();
        last = record.append(entry(planted, id), new Judged(IDS.next(), decision, point, new Judgement(value, by, LocalDate.parse("2023-04-20"), "属实"),
                earlier -> planted.answer(id))).toCompletableFuture().join().id();
        return last;
    }

    private static Entry entry(Case planted, String id) {
        return new Entry(id, Instant.now(), "system", "SUPPORT", "jkf_2022_9", "sha256:0", "sha256:0", "sha256:0", null, planted.answer(id));
    }

    /** Everything that was put in is in the index. */
    void indexed() throws Exception {
        added();
        log.awaits(last, Duration.ofSeconds(20));
        while (new Follower(database, 7).step()) {
            // until it has come to the end
        }
    }

    long rows() {
        return Long.parseLong(TestServer.query(address, "select count(*) from search_entry"));
    }

    List<Unequal.Group> unequal() throws SQLException {
        return search.screening(connection -> new Unequal(connection).screened(new Conditions(), search.upTo(), 100)).groups();
    }

    List<Clusters.Cluster> suspicious(int within) {
        return search.screening(connection -> new Clusters(connection).near(new Conditions(), true, search.upTo(), within)).stream()
                .filter(Clusters.Cluster::suspicious).toList();
    }

    @Override
    public void close() throws Exception {
        record.close();
        log.close();
        database.close();
    }
}
