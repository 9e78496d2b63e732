package org.zhunsheng.search;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Figures that crowd on one side of a threshold. Were it chance alone on which side a figure falls, the counts within so many per cent of
 * it would be those of tossed coins; how improbable the counts are is said for each threshold, and which remain improbable although so
 * many thresholds were looked at.
 */
final class Clusters {

    /** Below so many on both sides together nothing can be told. */
    static final int FEWEST = 20;

    /** Of a hundred screens that find nothing but chance one names a threshold. */
    static final double RARE = 0.01;

    /** Per cent on both sides that the histogram shows. */
    static final int SHOWN = Nearness.FARTHEST / 10;

    private static final String COUNTS = """
            select n.clause, n.fact, n.threshold, n.upwards, n.permille / 10 - (n.permille < 0 and n.permille %% 10 <> 0)::int, count(*)
            from search_near n where n.position < ? and (%s) group by 1, 2, 3, 4, 5""";
    private static final String AMONG = "exists (select from search_entry where search_entry.position = n.position and search_entry.part = n.part and %s)";

    /**
     * @param counts      of each per cent from the threshold, -25 to 24
     * @param probability that counts lean at least so much to either side by chance
     * @param suspicious  whether that is rare even among all thresholds that were compared
     */
    record Cluster(String clause, String fact, BigDecimal threshold, boolean upwards, int[] counts, int below, int above, double probability, boolean suspicious) {
    }

    private record Threshold(int clause, int fact, BigDecimal figure, boolean upwards) {
    }

    private final Connection connection;

    Clusters(Connection connection) {
        this.connection = connection;
    }

    /** The least probable first; those with too few figures are not compared. */
    List<Cluster> near(Conditions conditions, boolean all, long upTo, int within) throws SQLException {
        Map<Threshold, int[]> counts = counts(conditions, all, upTo);
        Set<Integer> codes = new TreeSet<>();
        counts.keySet().forEach(threshold -> codes.addAll(List.of(threshold.clause, threshold.fact)));
        Map<Integer, Name> names = new NameTable(connection).named(codes);
        List<Cluster> clusters = new ArrayList<>();
        counts.forEach((threshold, bins) -> {
            int below = sum(bins, SHOWN - within, SHOWN);
            int above = sum(bins, SHOWN, SHOWN + within);
            if (below + above >= FEWEST) {
                clusters.add(new Cluster(names.get(threshold.clause).text(), names.get(threshold.fact).text(), threshold.figure, threshold.upwards, bins, below, above,
                        Coins.atLeastSoUneven(below, above), false));
            }
        });
        return clusters.stream().map(cluster -> new Cluster(cluster.clause, cluster.fact, cluster.threshold, cluster.upwards, cluster.counts, cluster.below,
                        cluster.above, cluster.probability, cluster.probability * clusters.size() < RARE))
                .sorted(Comparator.comparing(Cluster::probability).thenComparing(Cluster::clause).thenComparing(Cluster::fact)).toList();
    }

    private Map<Threshold, int[]> counts(Conditions conditions, boolean all, long upTo) throws SQLException {
        Map<Threshold, int[]> counts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNTS.formatted(all ? "true" : AMONG.formatted(conditions.entries().sql())))) {
            select.setLong(1, upTo);
            if (!all) {
                conditions.entries().set(select, 2);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(new Threshold(row.getInt(1), row.getInt(2), row.getBigDecimal(3), row.getBoolean(4)), begun -> new int[2 * SHOWN])
                            [row.getInt(5) + SHOWN] = row.getInt(6);
                }
            }
        }
        return counts;
    }

    private static int sum(int[] counts, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
        }
        return sum;
    }
}
