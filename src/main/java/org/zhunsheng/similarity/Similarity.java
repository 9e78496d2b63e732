package org.zhunsheng.similarity;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far two projects say the same, between 0 and 1: the weight their pairs of characters share, as part of the weight they have
 * (weighted Dice), titles counting {@link #TITLE} times. Where one has no summary, titles alone are compared.
 */
public final class Similarity {

    static final double TITLE = 2;

    private Similarity() {
    }

    public static double score(Project one, Project other) {
        boolean summaries = !one.summary().isBlank() && !other.summary().isBlank();
        Map<String, Double> mine = weighed(one, summaries);
        Map<String, Double> theirs = weighed(other, summaries);
        if (mine.equals(theirs)) {
            return 1;
        }
        Set<String> grams = new TreeSet<>(mine.keySet());
        grams.addAll(theirs.keySet());
        double shared = 0;
        double all = 0;
        for (String gram : grams) {
            double a = mine.getOrDefault(gram, 0.0);
            double b = theirs.getOrDefault(gram, 0.0);
            shared += 2 * Math.min(a, b);
            all += a + b;
        }
        return shared / all;
    }

    private static Map<String, Double> weighed(Project project, boolean withSummary) {
        Map<String, Double> weights = new TreeMap<>();
        add(project.title(), TITLE, weights);
        if (withSummary) {
            add(project.summary(), 1, weights);
        }
        return weights;
    }

    private static void add(String text, double times, Map<String, Double> weights) {
        Grams.of(Normalised.of(text).text()).forEach((gram, count) -> weights.merge(gram, times * count * Rarity.of(gram), Double::sum));
    }
}
