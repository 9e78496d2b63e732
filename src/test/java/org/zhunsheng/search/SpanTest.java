package org.zhunsheng.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.TestServer;

@DisplayName("许多段日志里，每个条件找到的与逐行数的相同")
class SpanTest {

    private static final long RECORDS = 52_000;

    @Test
    @DisplayName("按页取完、一次取完，都与数据库直接数的一致")
    void sameAsCounted() throws Exception {
        try (Planted planted = new Planted()) {
            planted.search.upTo();
            FilledIndex.fill(planted.address, RECORDS, 8);
            planted.search.reading(connection -> {
                while (new SpanTable(connection).close(RECORDS)) {
                    // one after the other
                }
                return null;
            });
            same(planted, Map.of("ruleBase", "sha256:" + "3".repeat(64), "outcome", "ELIGIBLE"), "rule_base = 27 and outcome = 20");
            same(planted, Map.of("subject", "911100000000000777"), "subject = '911100000000000777'");
            same(planted, Map.of("dayFrom", "2022-02-01", "dayTo", "2022-02-01"), "day = '2022-02-01'");
            same(planted, Map.of("clause", "jkf_2022_4/7", "verdict", "JUDGEMENT"), "tags @> array[(select code from search_name where name = 'jkf_2022_4/7=JUDGEMENT')]");
            same(planted, Map.of("amountFrom", "5000000", "direction", "DIRECTION_3"), "amount >= 5000000 and direction = 11");
            same(planted, Map.of("recordedTo", "2022-01-01"), "time < '2022-01-02 00:00+08'");
            same(planted, Map.of("amountFrom", "5000001"), "amount > 5000000");
            same(planted, Map.of("judgement", "jkf_2022_9/3", "judged", "false", "amountTo", "0"),
                    "amount <= 0 and tags @> array[(select code from search_name where name = 'jkf_2022_9/3=false')]");
        }
    }

    private static void same(Planted planted, Map<String, String> given, String counted) throws Exception {
        String expected = TestServer.query(planted.address, "select coalesce(string_agg(position::text, ' ' order by position desc), '') from search_entry where " + counted);
        Filter filter = new Filter(null, new TreeMap<>(given));
        List<String> paged = new ArrayList<>();
        for (Cursor next = Cursor.first(RECORDS, filter); next != null;) {
            Search.Page page = planted.search.page(filter, next, 200);
            page.hits().forEach(hit -> paged.add(String.valueOf(hit.position())));
            next = page.next();
        }
        assertEquals(expected, String.join(" ", paged), given.toString());
        List<String> all = new ArrayList<>();
        planted.search.each(filter, RECORDS, hit -> all.add(String.valueOf(hit.position())));
        assertEquals(paged, all, given.toString());
    }
}
