package org.zhunsheng.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.search.Planted.Case;
import org.zhunsheng.wire.Language;

@DisplayName("索引、抽样和筛查：放进去的都找得到，此外什么也没有")
class ScreensTest {

    private Planted planted;

    @BeforeEach
    void open() throws Exception {
        planted = new Planted();
    }

    @AfterEach
    void close() throws Exception {
        planted.close();
    }

    private static String unit(int i) {
        return "91110108MA%08d".formatted(i);
    }

    @Test
    @DisplayName("索引中断后从断处接着做，不漏也不重；看不懂的一行不挡后面的")
    void follows() throws Exception {
        for (int i = 0; i < 20; i++) {
            planted.add(new Case().unit(unit(i)));
        }
        planted.indexed();
        assertEquals(20, planted.rows());
        TestServer.execute(planted.address, "insert into decision (id, time, caller, question, policy, core_digest, rule_base_digest, request_digest, answer)"
                + " values ('broken', now(), 'c', 'SUPPORT', 'p', 'd', 'r', 'q', 'no json')");
        planted.add(new Case().unit(unit(99)));
        planted.indexed();
        assertEquals(21, planted.rows());
        TestServer.execute(planted.address, "truncate search_entry, search_near, search_judged, search_span; update search_state set position = 0");
        planted.indexed();
        assertEquals(21, planted.rows());
        assertEquals("91110108MA00000099", planted.search.page(new Filter(null, new TreeMap<>()), null, 1).hits().get(0).subject());
    }

    @Test
    @DisplayName("索引里没有人名")
    void namesNobody() throws Exception {
        String first = planted.add(new Case().judged("jkf_2022_9/6.2.2", true, "张三丰"));
        planted.follow(first, "jkf_2022_9/6.2.3", true, "李四光", new Case().judged("jkf_2022_9/6.2.3", true, "李四光"));
        planted.indexed();
        for (String table : List.of("search_state", "search_name", "search_entry", "search_near", "search_judged")) {
            String text = TestServer.query(planted.address, "select coalesce(string_agg(t::text, ''), '') from " + table + " t");
            assertFalse(text.contains("张三丰") || text.contains("李四光"), table);
        }
        assertEquals("2", TestServer.query(planted.address, "select count(distinct judge) from search_judged"));
    }

    @Test
    @DisplayName("事实相同、结论不同：申请人不同也算；什么都相同的是差错，有不同的写明是什么；判断接续的、相同的、未决的不算")
    void unequal() throws Exception {
        planted.add(new Case().unit(unit(1)).area(40_000));
        planted.add(new Case().unit(unit(2)).area(40_000).decided("ELIGIBLE", "4000000"));
        planted.add(new Case().unit(unit(3)).area(41_000));
        planted.add(new Case().unit(unit(4)).area(41_000).decided("INELIGIBLE", "0").judged("jkf_2022_9/6.2.2", false, "甲").with("guide", "{\"held\":true}"));
        planted.add(new Case().unit(unit(5)).area(42_000));
        planted.add(new Case().unit(unit(6)).area(42_000));
        planted.add(new Case().unit(unit(7)).area(43_000));
        planted.add(new Case().unit(unit(8)).area(43_000).decided("NEEDS_JUDGEMENT", null).with("asOf", "\"2023-03-16\""));
        String superseded = planted.add(new Case().unit(unit(9)).area(44_000));
        planted.follow(superseded, "jkf_2022_9/6.2.2", false, "乙", new Case().unit(unit(9)).area(44_000).decided("INELIGIBLE", "0")
                .judged("jkf_2022_9/6.2.2", false, "乙"));
        planted.add(new Case().unit(unit(10)).area(45_000));
        planted.add(new Case().unit(unit(11)).area(45_000).decided("INSUFFICIENT_FACTS", null));
        planted.indexed();
        Map<String, List<String>> found = new TreeMap<>();
        for (Unequal.Group group : planted.unequal()) {
            found.put(String.join(" ", group.variants().stream().flatMap(variant -> variant.hits().stream()).map(Hit::subject).sorted().toList()), group.differsIn());
        }
        assertEquals(new TreeMap<>(Map.of(unit(1) + " " + unit(2), List.of(), unit(3) + " " + unit(4), List.of("guide", "judgements"),
                unit(10) + " " + unit(11), List.of())), found);
    }

    @Test
    @DisplayName("门槛上的聚集：放进去的一处标出来，均匀散布的不标")
    void clusters() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            planted.add(new Case().unit(unit(i)).area(24_000 + random.nextInt(12_000)));
        }
        planted.indexed();
        assertEquals(List.of(), planted.suspicious(5));
        for (int i = 0; i < 60; i++) {
            planted.add(new Case().unit(unit(1_000 + i)).area(30_000 + random.nextInt(900)));
        }
        planted.indexed();
        List<Clusters.Cluster> suspicious = planted.suspicious(5);
        assertEquals(List.of("jkf_2022_9/6.3.1.a"), suspicious.stream().map(Clusters.Cluster::clause).toList());
        Clusters.Cluster cluster = suspicious.get(0);
        assertEquals("park.siteAreaM2", cluster.fact());
        assertEquals(0, new BigDecimal(30_000).compareTo(cluster.threshold()));
        assertTrue(cluster.upwards() && cluster.above() > cluster.below() + 40, cluster.toString());
        String chart = new String(new Chart(Language.ZH, 5).of(suspicious), UTF_8);
        assertTrue(chart.contains("jkf_2022_9/6.3.1.a  park.siteAreaM2  30000") && chart.contains("上侧 " + cluster.above()), chart);
    }

    @Test
    @DisplayName("各人的判断：一个判断只数一次，后来的决定带着它也不再数")
    void judgements() throws Exception {
        String first = planted.add(new Case().judged("jkf_2022_9/6.2.2", true, "甲"));
        planted.add(new Case().judged("jkf_2022_9/6.2.2", true, "甲"));
        planted.add(new Case().judged("jkf_2022_9/6.2.2", false, "乙"));
        planted.follow(first, "jkf_2022_9/6.2.2", false, "乙", new Case().judged("jkf_2022_9/6.2.2", false, "乙"));
        planted.indexed();
        List<String> told = new ArrayList<>();
        planted.search.screening(connection -> {
            JudgeFrequencies frequencies = new JudgeFrequencies(connection);
            for (var point : frequencies.byPoint(new Conditions(), true, planted.search.upTo()).entrySet()) {
                for (JudgeFrequencies.Frequency each : point.getValue().values()) {
                    told.add(point.getKey() + " " + frequencies.name(point.getKey(), each) + " " + each.values());
                }
            }
            return null;
        });
        Collections.sort(told);
        assertEquals(List.of("jkf_2022_9/6.2.2 乙 {false=2}", "jkf_2022_9/6.2.2 甲 {true=2}"), told);
    }

    @Test
    @DisplayName("样本：同样的种子得到同样的编号，与记录的先后无关；每层写明总体")
    void sample() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add("id-%03d".formatted(i));
        }
        ids.forEach(this::plant);
        planted.indexed();
        List<String> one = drawn("a");
        try (Planted other = new Planted()) {
            Planted before = planted;
            planted = other;
            Collections.reverse(ids);
            ids.forEach(this::plant);
            other.indexed();
            assertEquals(one, drawn("a"));
            planted = before;
        }
        assertFalse(one.equals(drawn("b")));
        assertEquals(one, drawn("a"));
    }

    private void plant(String id) {
        boolean eligible = Integer.parseInt(id.substring(3)) % 3 != 0;
        planted.add(eligible ? new Case() : new Case().decided("INELIGIBLE", "0"), id);
    }

    private List<String> drawn(String seed) throws Exception {
        SortedMap<Sample.Stratum, Sample.Drawn> drawn = new Sample(new Sample.Order(seed, 5, List.of(Sample.By.OUTCOME, Sample.By.AMOUNT, Sample.By.CLAUSE),
                List.of(BigDecimal.ONE, new BigDecimal(1_000_000)))).drawn(planted.search, new Filter(null, new TreeMap<>()), planted.search.upTo());
        assertEquals(List.of(40L, 20L), drawn.values().stream().map(Sample.Drawn::population).toList());
        return drawn.values().stream().flatMap(stratum -> stratum.hits().stream()).map(Hit::id).toList();
    }

    @Test
    @DisplayName("掷硬币的概率：与手算一致，一百万枚也算得出")
    void coins() {
        assertEquals(1, Coins.atLeastSoUneven(5, 5));
        assertEquals(2.0 / 1024, Coins.atLeastSoUneven(0, 10), 1e-12);
        assertEquals(112.0 / 1024, Coins.atLeastSoUneven(8, 2), 1e-12);
        assertEquals(1, Coins.atLeastSoUneven(1, 2), 1e-12);
        // two standard deviations
        assertEquals(0.0455, Coins.atLeastSoUneven(499_000, 501_000), 0.001);
    }

    @Test
    @DisplayName("离门槛多远：恰在门槛上的算在认定相同的一侧")
    void nearness() {
        assertEquals(0, near("AT_LEAST", 30_000));
        assertEquals(-1, near("MORE_THAN", 30_000));
        assertEquals(-1, near("AT_MOST", 30_000));
        assertEquals(0, near("LESS_THAN", 30_000));
        assertEquals(-1, near("AT_LEAST", 29_999));
        assertEquals(0, near("AT_MOST", 30_001));
        assertEquals(249, near("AT_LEAST", 37_499));
        assertEquals(-250, near("AT_MOST", 22_501));
        assertTrue(Nearness.of("AT_LEAST", new BigDecimal(37_500), new BigDecimal(30_000)).isEmpty());
        assertTrue(Nearness.of("AT_LEAST", BigDecimal.ONE, BigDecimal.ZERO).isEmpty());
        assertTrue(Nearness.of("IS", BigDecimal.ONE, BigDecimal.ONE).isEmpty());
    }

    private static int near(String test, int value) {
        return Nearness.of(test, new BigDecimal(value), new BigDecimal(30_000)).orElseThrow().permille();
    }
}
