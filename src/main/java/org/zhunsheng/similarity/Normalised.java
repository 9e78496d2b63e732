package org.zhunsheng.similarity;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared: compatibility forms and case folded, only letters and digits kept, traditional characters simplified.
 * It remembers for each of its characters where in the original that came from.
 */
record Normalised(String text, int[] starts, int[] ends) {

    /** Characters that have neither case nor compatibility forms, and are nearly all of a Chinese text. */
    private static final char FIRST_PLAIN = '\u4e00';
    private static final char LAST_PLAIN = '\u9fa5';

    /** By what a reader takes for one character, so that a letter and its accent are folded together. */
    static Normalised of(String original) {
        String source = original == null ? "" : original;
        StringBuilder text = new StringBuilder(source.length());
        int[] starts = new int[source.length()];
        int[] ends = new int[source.length()];
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(source);
        for (int start = characters.first(), end = characters.next(); end != BreakIterator.DONE; start = end, end = characters.next()) {
            String folded = folded(source.substring(start, end));
            if (starts.length < text.length() + folded.length()) {
                starts = Arrays.copyOf(starts, 2 * starts.length + folded.length());
                ends = Arrays.copyOf(ends, starts.length);
            }
            Arrays.fill(starts, text.length(), text.length() + folded.length(), start);
            Arrays.fill(ends, text.length(), text.length() + folded.length(), end);
            text.append(folded);
        }
        return new Normalised(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
    }

    private static String folded(String character) {
        if (character.length() == 1 && character.charAt(0) >= FIRST_PLAIN && character.charAt(0) <= LAST_PLAIN) {
            return String.valueOf(Simplified.of(character.charAt(0)));
        }
        StringBuilder kept = new StringBuilder(character.length());
        Normalizer.normalize(character, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        for (int i = 0; i < kept.length(); i++) {
            kept.setCharAt(i, Simplified.of(kept.charAt(i)));
        }
        return kept.toString();
    }
}
