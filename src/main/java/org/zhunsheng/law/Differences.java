package org.zhunsheng.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two wordings beside each other, phrase by phrase: what stayed, what went and what came, so that a reader need not compare them. */
final class Differences {

    enum What { SAME, GONE, NEW }

    record Piece(What what, String text) {
    }

    private static final Pattern PHRASES = Pattern.compile("(?<=[，。；：、！？,;:])");
    /** Beside a Chinese character no white space means anything: there a file breaks its lines. */
    private static final Pattern BREAKS = Pattern.compile("(?<=[^\\x00-\\x7F])[\\s\\u3000\\u00A0]+|[\\s\\u3000\\u00A0]+(?=[^\\x00-\\x7F])");

    private Differences() {
    }

    static List<Piece> between(Wording before, Wording after) {
        List<String> one = phrases(before);
        List<String> other = phrases(after);
        int[][] common = common(one, other);
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            if (i < one.size() && j < other.size() && one.get(i).equals(other.get(j))) {
                add(pieces, What.SAME, one.get(i++));
                j++;
            } else if (j == other.size() || i < one.size() && common[i + 1][j] >= common[i][j + 1]) {
                add(pieces, What.GONE, one.get(i++));
            } else {
                add(pieces, What.NEW, other.get(j++));
            }
        }
        return pieces;
    }

    private static List<String> phrases(Wording wording) {
        return wording == null ? List.of() : List.of(PHRASES.split(BREAKS.matcher(wording.text()).replaceAll("").replaceAll("\\s+", " ")));
    }

    /** The longest common subsequence of what follows each pair of places. */
    private static int[][] common(List<String> one, List<String> other) {
        int[][] common = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                common[i][j] = one.get(i).equals(other.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** What goes together is told together. */
    private static void add(List<Piece> pieces, What what, String text) {
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null && last.what == what) {
            pieces.set(pieces.size() - 1, new Piece(what, last.text + text));
        } else {
            pieces.add(new Piece(what, text));
        }
    }
}
