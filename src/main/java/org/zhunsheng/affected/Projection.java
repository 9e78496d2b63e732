package org.zhunsheng.affected;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhunsheng.affected.Run.Stratum;

/** What a sample says of the whole record, stratum by stratum and in all. */
record Projection(List<Row> rows, Figures total) {

    /** What flips of one decision. */
    record Found(long conclusions, BigDecimal difference) {
    }

    /** @param difference of the amounts, in yuan */
    record Figures(Estimate decisions, Estimate conclusions, Estimate difference) {

        private static final Figures NOTHING = new Figures(Estimate.NOTHING, Estimate.NOTHING, Estimate.NOTHING);

        private Figures and(Figures other) {
            return new Figures(decisions.and(other.decisions), conclusions.and(other.conclusions), difference.and(other.difference));
        }
    }

    record Row(Stratum stratum, Figures figures) {
    }

    /** @param found by the places of the decisions in the record */
    static Projection of(List<Stratum> strata, Map<Long, Found> found) {
        List<Row> rows = new ArrayList<>();
        for (Stratum stratum : strata) {
            List<Found> here = stratum.drawn().stream().filter(found::containsKey).map(found::get).toList();
            rows.add(new Row(stratum, new Figures(estimate(stratum, here, each -> BigDecimal.ONE), estimate(stratum, here, each -> BigDecimal.valueOf(each.conclusions)),
                    estimate(stratum, here, Found::difference))));
        }
        return new Projection(rows, rows.stream().map(Row::figures).reduce(Figures.NOTHING, Figures::and));
    }

    private static Estimate estimate(Stratum stratum, List<Found> found, Function<Found, BigDecimal> what) {
        return Estimate.of(stratum.population(), stratum.drawn().size(), found.stream().map(what).toList());
    }

    long population() {
        return rows.stream().mapToLong(row -> row.stratum.population()).sum();
    }
}
