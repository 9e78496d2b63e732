package org.zhunsheng.similarity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pairs of neighbouring characters of a text and how much each says about what a project is: 1 if we never met it, less the more
 * projects have it, next to nothing if it touches boilerplate. Sorted, so that sums over them come out the same each time.
 */
record Weights(SortedMap<String, Double> of) {

    private static final double BOILERPLATE = 0.05;
    private static final Map<String, Double> RARITY = rarity();

    static Weights of(String text) {
        Normalised normalised = Normalised.of(text);
        String characters = normalised.text();
        SortedMap<String, Double> weights = new TreeMap<>();
        if (characters.length() == 1) {
            weights.put(characters, 1.0);
        }
        boolean[] boilerplate = Boilerplate.within(characters);
        for (int i = 0; i + 1 < characters.length(); i++) {
            String gram = characters.substring(i, i + 2);
            weights.merge(gram, boilerplate[i] || boilerplate[i + 1] ? BOILERPLATE : RARITY.getOrDefault(gram, 1.0), Double::sum);
        }
        return new Weights(weights);
    }

    /** This direction and that, each counted as long as it is told to and not as long as its text is. */
    Weights with(double length, Weights other, double otherLength) {
        SortedMap<String, Double> sum = new TreeMap<>();
        add(length, sum);
        other.add(otherLength, sum);
        return new Weights(sum);
    }

    private void add(double length, SortedMap<String, Double> sum) {
        double norm = Math.sqrt(square());
        of.forEach((gram, weight) -> sum.merge(gram, length * weight / norm, Double::sum));
    }

    /** The cosine of the angle between both. */
    double cosine(Weights other) {
        if (of.equals(other.of)) {
            return 1;
        }
        double shared = 0;
        for (Map.Entry<String, Double> weight : of.entrySet()) {
            shared += weight.getValue() * other.of.getOrDefault(weight.getKey(), 0.0);
        }
        return shared == 0 ? 0 : Math.min(1, shared / Math.sqrt(square() * other.square()));
    }

    private double square() {
        double square = 0;
        for (double weight : of.values()) {
            square += weight * weight;
        }
        return square;
    }

    /** The first line of the table says how many projects were counted, each other line in how many of them a pair of characters stands. */
    private static Map<String, Double> rarity() {
        List<String> lines = Tables.lines("background.tsv").toList();
        double all = Math.log(Double.parseDouble(lines.get(0)));
        Map<String, Double> rarity = new HashMap<>();
        lines.stream().skip(1).map(line -> line.split("\t")).forEach(row -> rarity.put(row[0], 1 - Math.log(Double.parseDouble(row[1])) / all));
        return rarity;
    }
}
