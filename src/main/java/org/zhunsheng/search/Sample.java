package org.zhunsheng.search;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * Draws so many conclusions of each stratum: those whose digests of seed, id and direction are the smallest. Who knows the seed draws
 * the same again, in whatever order they were recorded, and nobody who records can tell beforehand whether he will be drawn.
 */
final class Sample {

    /** By what conclusions are told apart. */
    enum By { OUTCOME, AMOUNT, CLAUSE }

    private static final int MOST_STRATA = 1_000;

    /** @param bounds of the amounts, ascending; each begins a band */
    record Order(String seed, int each, List<By> by, List<BigDecimal> bounds) {
    }

    /** What its conclusions have in common; absent is null. */
    record Stratum(String outcome, String policy, List<String> decidedBy, BigDecimal from, BigDecimal to) {
    }

    /** How many there are, and those that were drawn. */
    record Drawn(long population, Collection<Hit> hits) {
    }

    private static final class Urn {
        private long population;
        private final TreeMap<String, Hit> smallest = new TreeMap<>();
    }

    private final Order order;
    private final Map<Stratum, Urn> urns = new TreeMap<>(Comparator.comparing(Stratum::toString));

    Sample(Order order) {
        this.order = order;
    }

    SortedMap<Stratum, Drawn> drawn(Search search, Filter filter, long upTo) throws IOException {
        search.each(filter, upTo, this::take);
        SortedMap<Stratum, Drawn> drawn = new TreeMap<>(Comparator.comparing(Stratum::toString));
        urns.forEach((stratum, urn) -> drawn.put(stratum, new Drawn(urn.population, urn.smallest.values())));
        return drawn;
    }

    void take(Hit hit) {
        Urn urn = urns.computeIfAbsent(stratum(hit), begun -> new Urn());
        if (urns.size() > MOST_STRATA) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "分出的层超过 " + MOST_STRATA + " 个，请加条件或少分几样",
                    "more than " + MOST_STRATA + " strata; filter, or stratify by less");
        }
        urn.population++;
        urn.smallest.put(Digest.of((order.seed + "/" + hit.id() + "/" + (hit.direction() == null ? "" : hit.direction())).getBytes(StandardCharsets.UTF_8)), hit);
        if (urn.smallest.size() > order.each) {
            urn.smallest.pollLastEntry();
        }
    }

    private Stratum stratum(Hit hit) {
        BigDecimal amount = order.by.contains(By.AMOUNT) ? hit.amount() : null;
        return new Stratum(order.by.contains(By.OUTCOME) ? hit.outcome() : null, order.by.contains(By.CLAUSE) ? hit.policy() : null,
                order.by.contains(By.CLAUSE) ? hit.decidedBy() : null,
                amount == null ? null : order.bounds.stream().filter(bound -> bound.compareTo(amount) <= 0).reduce((one, next) -> next).orElse(BigDecimal.ZERO),
                amount == null ? null : order.bounds.stream().filter(bound -> bound.compareTo(amount) > 0).findFirst().orElse(null));
    }
}
