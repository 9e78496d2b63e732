package org.zhunsheng.similarity;

import java.util.Set;
import java.util.TreeSet;

/** The pairs of characters an award is found by: those outside boilerplate, or all of the title if it has no others. */
final class Grams {

    private Grams() {
    }

    static Set<Integer> of(Project project) {
        Set<Integer> grams = new TreeSet<>();
        String title = Normalised.of(project.title()).text();
        String summary = Normalised.of(project.summary()).text();
        add(title, Boilerplate.within(title), grams);
        add(summary, Boilerplate.within(summary), grams);
        if (grams.isEmpty()) {
            add(title, new boolean[title.length()], grams);
        }
        return grams;
    }

    /** Two characters of 16 bits are one number, so that no two pairs are confused. */
    private static void add(String text, boolean[] boilerplate, Set<Integer> grams) {
        if (text.length() == 1) {
            grams.add((int) text.charAt(0));
        }
        for (int i = 0; i + 1 < text.length(); i++) {
            if (!boilerplate[i] && !boilerplate[i + 1]) {
                grams.add(text.charAt(i) << 16 | text.charAt(i + 1));
            }
        }
    }
}
