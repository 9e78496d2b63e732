package org.zhunsheng.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** A phrase that two projects share, as it is compared, and where it stands in each original text. */
public record Overlap(String phrase, Place one, Place other) {

    public enum Field {
        TITLE, SUMMARY
    }

    /** Places count as Java and JavaScript count characters; the last one is not included. */
    public record Place(Field field, int start, int end) {
    }

    /** The longest phrase first, then the longest of what is left; told in the order of the first project. */
    public static List<Overlap> of(Project one, Project other) {
        Side mine = new Side(one, '\u0000');
        Side theirs = new Side(other, '\u0001');
        PriorityQueue<Run> runs = runs(mine, theirs);
        List<Overlap> overlaps = new ArrayList<>();
        for (Run run = runs.poll(); run != null; run = runs.poll()) {
            if (run.isLeft(mine, theirs)) {
                mine.take(run.mine, run.length);
                theirs.take(run.theirs, run.length);
                overlaps.add(new Overlap(mine.phrase(run.mine, run.length), mine.place(run.mine, run.length), theirs.place(run.theirs, run.length)));
            } else {
                run.pieces(mine, theirs).stream().filter(piece -> piece.counts(mine)).forEach(runs::add);
            }
        }
        overlaps.sort(Comparator.comparing((Overlap overlap) -> overlap.one().field()).thenComparing(overlap -> overlap.one().start()));
        return overlaps;
    }

    /** All places where both say the same, each as long as it goes, found at once: texts of thousands of characters share hundreds of phrases. */
    private static PriorityQueue<Run> runs(Side mine, Side theirs) {
        PriorityQueue<Run> runs = new PriorityQueue<>(Run.LONGEST_FIRST);
        for (int diagonal = 1 - theirs.length(); diagonal < mine.length(); diagonal++) {
            int last = Math.min(mine.length(), diagonal + theirs.length());
            int length = 0;
            for (int i = Math.max(0, diagonal); i <= last; i++) {
                if (i < last && mine.matches(i, theirs, i - diagonal)) {
                    length++;
                } else if (length > 0) {
                    Run run = new Run(i - length, i - length - diagonal, length);
                    length = 0;
                    if (run.counts(mine)) {
                        runs.add(run);
                    }
                }
            }
        }
        return runs;
    }

    private record Run(int mine, int theirs, int length) {

        static final Comparator<Run> LONGEST_FIRST = Comparator.comparingInt(Run::length).reversed().thenComparingInt(Run::mine)
                .thenComparingInt(Run::theirs);

        boolean counts(Side side) {
            return length > 1 && side.saysSomething(mine, length);
        }

        boolean isLeft(Side one, Side other) {
            return one.isLeft(mine, length) && other.isLeft(theirs, length);
        }

        /** What longer phrases have left of this one. */
        List<Run> pieces(Side one, Side other) {
            List<Run> pieces = new ArrayList<>();
            int start = 0;
            for (int i = 0; i <= length; i++) {
                if (i == length || !one.isLeft(mine + i, 1) || !other.isLeft(theirs + i, 1)) {
                    if (i > start) {
                        pieces.add(new Run(mine + start, theirs + start, i - start));
                    }
                    start = i + 1;
                }
            }
            return pieces;
        }
    }
}
