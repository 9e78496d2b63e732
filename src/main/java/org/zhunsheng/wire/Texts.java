package org.zhunsheng.wire;

import java.util.Collection;
import java.util.Locale;

/** What a string of a caller may contain, and how to quote one that may contain anything. */
public final class Texts {

    private static final int QUOTED = 40;

    private Texts() {
    }

    /** Index of the first character no text may have (control characters, half a surrogate pair), or -1. */
    static int flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7F && c < 0xA0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    static String wellFormed(String text) {
        if (flaw(text) < 0) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (int at = flaw(text); at >= 0; at = flaw(mended.toString())) {
            mended.setCharAt(at, '\uFFFD');
        }
        return mended.toString();
    }

    static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }

    /** The known name the caller probably meant, or null: at most two slips, and fewer in a short name. */
    public static String nearest(String written, Collection<String> known) {
        String nearest = null;
        int least = Math.min(2, written.length() / 3) + 1;
        for (String name : known) {
            int slips = Math.abs(name.length() - written.length()) >= least ? least : slips(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (slips < least) {
                least = slips;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Levenshtein distance. */
    private static int slips(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
