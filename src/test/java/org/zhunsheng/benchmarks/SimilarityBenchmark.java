package org.zhunsheng.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhunsheng.similarity.Calibration;
import org.zhunsheng.similarity.Pair;
import org.zhunsheng.similarity.Similarity;

/**
 * How well the score tells one project written anew from other projects: the thresholds on the training pairs, then the chosen one
 * on the held-out third with every error. Whoever changes weights, list or threshold looks at the first part only.
 */
public final class SimilarityBenchmark {

    private SimilarityBenchmark() {
    }

    public static void main(String[] arguments) {
        List<Pair> training = Pair.training();
        System.out.printf("%d training pairs%n", training.size());
        IntStream.rangeClosed(8, 30).mapToObj(hundredths -> Calibration.of(hundredths / 100.0, training)).forEach(System.out::println);
        if (arguments.length > 0 && arguments[0].equals("training")) {
            return;
        }
        List<Pair> held = Pair.held();
        System.out.printf("%n%d held-out pairs%n%s%n", held.size(), Calibration.of(Similarity.SUSPECT, held));
        for (Pair.Label label : Pair.Label.values()) {
            List<Pair> labelled = held.stream().filter(pair -> pair.label() == label).toList();
            System.out.printf("%s: %d of %d suspected%n", label, labelled.stream().filter(Pair::suspected).count(), labelled.size());
        }
        held.stream().filter(pair -> pair.suspected() != pair.same()).sorted(Comparator.comparing(Pair::score).reversed())
                .forEach(pair -> System.out.printf("%s %s %s %.3f%n  %s | %s%n  %s | %s%n", pair.same() ? "missed" : "wrongly suspected", pair.id(),
                        pair.label(), pair.score(), pair.a().title(), pair.a().summary(), pair.b().title(), pair.b().summary()));
    }
}
