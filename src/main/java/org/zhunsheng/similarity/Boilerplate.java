package org.zhunsheng.similarity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds in a normalised text the phrases that any project may have. */
final class Boilerplate {

    private static final Set<String> PHRASES = phrases();
    private static final int LONGEST = PHRASES.stream().mapToInt(String::length).max().orElseThrow();

    private Boilerplate() {
    }

    /** For each character whether it stands in such a phrase. */
    static boolean[] within(String text) {
        boolean[] within = new boolean[text.length()];
        for (int start = 0; start < text.length(); start++) {
            for (int end = Math.min(text.length(), start + LONGEST); end > start + 1; end--) {
                if (PHRASES.contains(text.substring(start, end))) {
                    Arrays.fill(within, start, end, true);
                    break;
                }
            }
        }
        return within;
    }

    /** A phrase of one character would cover parts of other words. */
    private static Set<String> phrases() {
        Set<String> phrases = new HashSet<>();
        Tables.lines("boilerplate.txt").flatMap(line -> List.of(line.split(" +")).stream()).map(phrase -> Normalised.of(phrase).text())
                .filter(phrase -> phrase.length() > 1).forEach(phrases::add);
        return phrases;
    }
}
