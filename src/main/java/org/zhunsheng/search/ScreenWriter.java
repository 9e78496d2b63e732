package org.zhunsheng.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhunsheng.wire.CanonicalJson;

/** Writes what the screens show. */
final class ScreenWriter {

    /** What is less probable is written so: nobody needs to know how much less. */
    private static final double LEAST = 0.000001;

    private ScreenWriter() {
    }

    static byte[] unequal(Unequal.Screened screened, long upTo) {
        CanonicalJson json = new CanonicalJson().object().name("groups").array();
        for (Unequal.Group group : screened.groups()) {
            json.object().name("differsIn").array();
            group.differsIn().forEach(json::value);
            json.end().name("explained").value(!group.differsIn().isEmpty()).name("variants").array();
            for (Unequal.Variant variant : group.variants()) {
                json.object().name("count").value(variant.count()).name("evaluations").array();
                variant.hits().forEach(hit -> HitWriter.hit(json, hit));
                json.end();
                if (variant.amount() != null) {
                    json.name("maxAmountYuan").value(variant.amount());
                }
                json.name("outcome").value(variant.outcome()).end();
            }
            json.end().end();
        }
        return json.end().name("more").value(screened.more()).name("upTo").value(upTo).end().bytes();
    }

    static byte[] thresholds(List<Clusters.Cluster> clusters, int compared, int within, long upTo) {
        CanonicalJson json = new CanonicalJson().object().name("compared").value(compared).name("thresholds").array();
        for (Clusters.Cluster cluster : clusters) {
            json.object().name("above").value(cluster.above()).name("below").value(cluster.below()).name("clause").value(cluster.clause())
                    .name("fact").value(cluster.fact()).name("histogram").array();
            for (int count : cluster.counts()) {
                json.value(count);
            }
            json.end().name("metAbove").value(cluster.upwards()).name("probability").value(probability(cluster.probability()))
                    .name("suspicious").value(cluster.suspicious()).name("threshold").value(cluster.threshold()).end();
        }
        return json.end().name("upTo").value(upTo).name("withinPercent").value(within).end().bytes();
    }

    static BigDecimal probability(double probability) {
        return BigDecimal.valueOf(Math.max(LEAST, probability)).setScale(6, RoundingMode.HALF_UP);
    }

    static byte[] judgements(SortedMap<String, Map<Long, JudgeFrequencies.Frequency>> points, JudgeFrequencies names, long upTo) throws SQLException {
        CanonicalJson json = new CanonicalJson().object().name("points").array();
        for (var point : points.entrySet()) {
            json.object().name("judges").array();
            SortedMap<String, Long> all = new TreeMap<>();
            for (var judge : point.getValue().entrySet()) {
                JudgeFrequencies.Frequency frequency = judge.getValue();
                frequency.values().forEach((value, count) -> all.merge(value, count, Long::sum));
                String by = names.name(point.getKey(), frequency);
                json.object();
                if (by != null) {
                    json.name("by").value(by);
                }
                values(json.name("judge").value("%016x".formatted(judge.getKey())), frequency.values());
                json.end();
            }
            values(json.end().name("point").value(point.getKey()), all);
            json.end();
        }
        return json.end().name("upTo").value(upTo).end().bytes();
    }

    private static void values(CanonicalJson json, SortedMap<String, Long> values) {
        json.name("values").array();
        values.forEach((value, count) -> json.object().name("count").value(count).name("value").value(value).end());
        json.end();
    }
}
