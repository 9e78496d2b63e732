package org.zhunsheng.search;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

/** How long searches of a filled index take. */
public final class SearchTimes implements AutoCloseable {

    private static final int RUNS = 21;

    private final Address address = TestServer.POSTGRES_18.emptyDatabase();
    private final Database database = Database.at(address, 4);
    private final Search search = new Search(database);

    public SearchTimes(long records) {
        database.await();
        FilledIndex.fill(address, records, 40);
        search.reading(connection -> {
            while (new SpanTable(connection).close(records)) {
                // one after the other
            }
            return null;
        });
    }

    /** Each filter alone, some two by two, and some for what nothing fits, which is looked for the longest. */
    private static Map<String, Map<String, String>> filters() {
        Map<String, Map<String, String>> filters = new LinkedHashMap<>();
        for (String each : """
                none
                subject=911100000000000777
                policy=jkf_2022_9
                policy=jkf_2022_4
                question=SUPPORT
                direction=DIRECTION_3
                caller=system-2
                outcome=ELIGIBLE
                clause=jkf_2022_9/7
                clause=jkf_2022_9/7 verdict=MET
                clause=jkf_2022_9/7 verdict=JUDGEMENT
                clause=jkf_2022_4/7 verdict=JUDGEMENT
                decidedBy=jjg_2022_8/12
                amountFrom=4900000
                amountFrom=1000000 amountTo=2000000
                amountFrom=5000001
                row=tiers.xlsx!档次!17
                rule=规则_17
                ruleBase=9
                ruleBase=0
                reading=A7
                dayFrom=2022-03-01 dayTo=2022-03-01
                dayFrom=2022-01-10 dayTo=2022-12-31
                recordedFrom=2022-03-01 recordedTo=2022-03-31
                judgement=jkf_2022_9/3
                judgement=jkf_2022_9/3 judged=false
                judge=token
                clause=jkf_2022_9/7 verdict=NOT_MET outcome=ELIGIBLE
                clause=jkf_2022_9/7 verdict=MET policy=jkf_2022_4
                policy=jkf_2022_9 amountFrom=4900000
                ruleBase=0 outcome=INELIGIBLE
                ruleBase=0 dayFrom=2025-01-01
                subject=911100000000000777 outcome=ELIGIBLE""".lines().toList()) {
            Map<String, String> filter = new TreeMap<>();
            for (String term : each.equals("none") ? new String[0] : each.split(" ")) {
                String[] halves = term.split("=");
                filter.put(halves[0], halves[0].equals("ruleBase") ? "sha256:" + halves[1].repeat(64) : halves[1].replace('_', halves[0].equals("rule") ? ' ' : '_'));
            }
            filters.put(each, filter);
        }
        return filters;
    }

    public void print() throws SQLException, IOException {
        String judge = TestServer.query(address, "select to_hex(judge) from search_judged order by position desc limit 1");
        double slowest = 0;
        for (Map.Entry<String, Map<String, String>> each : filters().entrySet()) {
            Map<String, String> given = new TreeMap<>(each.getValue());
            given.computeIfPresent("judge", (name, token) -> "0".repeat(16 - judge.length()) + judge);
            Filter filter = new Filter(null, new TreeMap<>(given));
            double[] first = new double[RUNS];
            double[] next = new double[RUNS];
            int found = 0;
            for (int run = 0; run < RUNS; run++) {
                long begun = System.nanoTime();
                Search.Page page = search.page(filter, null, 100);
                first[run] = (System.nanoTime() - begun) / 1e6;
                found = page.hits().size();
                begun = System.nanoTime();
                if (page.next() != null) {
                    search.page(filter, page.next(), 100);
                    next[run] = (System.nanoTime() - begun) / 1e6;
                }
            }
            Arrays.sort(first);
            Arrays.sort(next);
            slowest = Math.max(slowest, first[RUNS / 2]);
            System.out.printf("  %-60s %3d found, median %6.1f ms, slowest %6.1f ms; the next page %6.1f ms%n", each.getKey(), found, first[RUNS / 2], first[RUNS - 1], next[RUNS / 2]);
        }
        System.out.printf("slowest median: %.1f ms%n", slowest);
        whole();
    }

    private void whole() throws SQLException, IOException {
        Filter all = new Filter(null, new TreeMap<>());
        long upTo = search.upTo();
        long[] count = {0};
        long begun = System.nanoTime();
        search.each(all, upTo, hit -> count[0] += HitWriter.line(hit).length);
        System.out.printf("everything as NDJSON: %.1f s, %d MB%n", (System.nanoTime() - begun) / 1e9, count[0] >> 20);
        begun = System.nanoTime();
        search.screening(connection -> new Unequal(connection).screened(new Conditions(), upTo, 100));
        System.out.printf("screen of equal facts: %.1f s%n", (System.nanoTime() - begun) / 1e9);
        begun = System.nanoTime();
        search.screening(connection -> new Clusters(connection).near(new Conditions(), true, upTo, 5));
        System.out.printf("screen of thresholds: %.1f s%n", (System.nanoTime() - begun) / 1e9);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
