package org.zhunsheng.similarity;

import java.util.Map;
import java.util.TreeMap;

/** Pairs of neighbouring characters of a normalised text, with how often they stand there; sorted, so that sums come out the same each time. */
final class Grams {

    private Grams() {
    }

    static Map<String, Integer> of(String text) {
        Map<String, Integer> grams = new TreeMap<>();
        if (text.length() == 1) {
            grams.put(text, 1);
        }
        for (int i = 0; i + 1 < text.length(); i++) {
            grams.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return grams;
    }
}
