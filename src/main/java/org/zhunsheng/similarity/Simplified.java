package org.zhunsheng.similarity;

import com.ibm.icu.text.Transliterator;

/** Simplified forms of traditional characters, one character at a time, so that places in the text stay where they are. */
final class Simplified {

    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9fff;

    /** Spread out once: a transliterator asked for every character of a million titles takes minutes. */
    private static final char[] FORMS = spread();

    private Simplified() {
    }

    static char of(char character) {
        return character < FIRST || character > LAST ? character : FORMS[character - FIRST];
    }

    static String forms() {
        return new String(FORMS);
    }

    private static char[] spread() {
        Transliterator transliterator = Transliterator.getInstance("Traditional-Simplified");
        char[] forms = new char[LAST - FIRST + 1];
        for (int i = 0; i < forms.length; i++) {
            String form = transliterator.transliterate(String.valueOf((char) (FIRST + i)));
            forms[i] = form.length() == 1 ? form.charAt(0) : (char) (FIRST + i);
        }
        return forms;
    }
}
