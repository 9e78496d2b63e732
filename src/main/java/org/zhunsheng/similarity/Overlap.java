package org.zhunsheng.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A phrase that two projects share, as it is compared, and where it stands in each original text. */
public record Overlap(String phrase, Place one, Place other) {

    public enum Field {
        TITLE, SUMMARY
    }

    /** Places count as Java and JavaScript count characters; the last one is not included. */
    public record Place(Field field, int start, int end) {
    }

    /** The longest phrase first, then the longest of what is left, in the order of the first project. */
    public static List<Overlap> of(Project one, Project other) {
        Side mine = new Side(one, '\u0000');
        Side theirs = new Side(other, '\u0001');
        List<Overlap> overlaps = new ArrayList<>();
        for (Run run = longest(mine, theirs); run != null; run = longest(mine, theirs)) {
            mine.take(run.mine(), run.length());
            theirs.take(run.theirs(), run.length());
            overlaps.add(new Overlap(mine.phrase(run.mine(), run.length()), mine.place(run.mine(), run.length()),
                    theirs.place(run.theirs(), run.length())));
        }
        overlaps.sort(Comparator.comparing((Overlap overlap) -> overlap.one().field()).thenComparing(overlap -> overlap.one().start()));
        return overlaps;
    }

    private record Run(int mine, int theirs, int length) {
    }

    private static Run longest(Side mine, Side theirs) {
        Run longest = null;
        int[] before = new int[theirs.length() + 1];
        for (int i = 0; i < mine.length(); i++) {
            int[] here = new int[theirs.length() + 1];
            for (int j = 0; j < theirs.length(); j++) {
                here[j + 1] = mine.matches(i, theirs, j) ? before[j] + 1 : 0;
                int length = here[j + 1];
                if (length > (longest == null ? 1 : longest.length()) && mine.saysSomething(i - length + 1, length)) {
                    longest = new Run(i - length + 1, j - length + 1, length);
                }
            }
            before = here;
        }
        return longest;
    }
}
