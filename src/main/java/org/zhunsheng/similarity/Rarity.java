package org.zhunsheng.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much a pair of neighbouring characters says about what a project is: 1 if we never met it, less the more projects have it, and next to
 * nothing if it comes from a turn of phrase that any title may have.
 */
final class Rarity {

    static final double BOILERPLATE = 0.05;

    private static final String FOLDER = "/similarity/";
    private static final Map<String, Double> WEIGHTS = weights();

    private Rarity() {
    }

    static double of(String gram) {
        return WEIGHTS.getOrDefault(gram, 1.0);
    }

    private static Map<String, Double> weights() {
        Map<String, Double> weights = new HashMap<>();
        // the first line says how many projects were counted
        double all = lines("background.tsv").limit(1).mapToDouble(Double::parseDouble).findFirst().orElseThrow();
        lines("background.tsv").skip(1).map(line -> line.split("\t"))
                .forEach(entry -> weights.put(entry[0], 1 - Math.log(Double.parseDouble(entry[1])) / Math.log(all)));
        lines("boilerplate.txt").map(Normalised::of).flatMap(phrase -> Grams.of(phrase.text()).keySet().stream())
                .forEach(gram -> weights.put(gram, BOILERPLATE));
        return weights;
    }

    private static Stream<String> lines(String file) {
        try (InputStream stream = Rarity.class.getResourceAsStream(FOLDER + file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
