package org.zhunsheng.affected;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhunsheng.affected.Run.Stratum;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.record.Placed;
import org.zhunsheng.wire.Digest;

/**
 * Draws so many decisions of each kind of question, direction and outcome: those whose digests of seed and id are the smallest, so that
 * whoever knows the seed draws the same, in whatever order they come.
 */
final class Drawing {

    private record Kind(String question, String direction, String outcome) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            return Comparator.comparing(Kind::question).thenComparing(Kind::direction).thenComparing(Kind::outcome).compare(this, other);
        }
    }

    private static final class Urn {
        private int population;
        private final TreeMap<String, Long> smallest = new TreeMap<>();
    }

    private final Order.Sample sample;
    private final Map<Kind, Urn> urns = new TreeMap<>();

    Drawing(Order.Sample sample) {
        this.sample = sample;
    }

    /** A decision of several conclusions is of the kind of the first of them. */
    void take(Placed decision) {
        JsonNode first = Comparison.tree(Answer.core(decision.answer())).path("decisions").path(0);
        if (!first.isMissingNode()) {
            put(new Kind(first.path("question").asText(""), first.path("direction").asText(""), first.path("outcome").asText("")), decision);
        }
    }

    private synchronized void put(Kind kind, Placed decision) {
        Urn urn = urns.computeIfAbsent(kind, begun -> new Urn());
        urn.population++;
        urn.smallest.put(Digest.of((sample.seed() + "/" + decision.id()).getBytes(StandardCharsets.UTF_8)), decision.sequence());
        if (urn.smallest.size() > sample.each()) {
            urn.smallest.pollLastEntry();
        }
    }

    List<Stratum> strata() {
        return urns.entrySet().stream().map(urn -> new Stratum(urn.getKey().question, urn.getKey().direction, urn.getKey().outcome, urn.getValue().population,
                urn.getValue().smallest.values().stream().sorted().toList())).toList();
    }
}
