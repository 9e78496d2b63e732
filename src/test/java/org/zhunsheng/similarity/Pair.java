package org.zhunsheng.similarity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Two projects of which we know whether they are one: written for this test, not drawn from any register. Pairs that share a text
 * are held out together, every third of these groups, so that no held-out text has been seen in tuning.
 */
public record Pair(String id, Label label, boolean heldOut, Project a, Project b) {

    public enum Label {
        /** one project, written anew */
        SAME,
        /** one topic, another project */
        RELATED,
        UNRELATED,
        /** alike only by the phrases that any project has */
        TRAP
    }

    private static final Path FILE = Path.of("src/test/resources/similarity/pairs.tsv");

    public static List<Pair> all() {
        try {
            return Files.readAllLines(FILE).stream().skip(1).map(line -> line.split("\t", -1)).map(cells -> new Pair(cells[0], Label.valueOf(cells[1]),
                    Boolean.parseBoolean(cells[2]), new Project(cells[3], cells[4]), new Project(cells[5], cells[6]))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those that weights and threshold may be chosen by. */
    public static List<Pair> training() {
        return all().stream().filter(pair -> !pair.heldOut()).toList();
    }

    public static List<Pair> held() {
        return all().stream().filter(Pair::heldOut).toList();
    }

    public boolean same() {
        return label == Label.SAME;
    }

    public boolean suspected() {
        return score() >= Similarity.SUSPECT;
    }

    public double score() {
        return Similarity.score(a, b);
    }
}
