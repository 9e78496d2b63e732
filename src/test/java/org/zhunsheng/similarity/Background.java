package org.zhunsheng.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the background table anew, after training pairs have changed: in how many of their projects each pair of characters stands. */
public final class Background {

    static final Path FILE = Path.of("src/main/resources/similarity/background.tsv");

    private Background() {
    }

    public static void main(String[] none) throws IOException {
        Files.writeString(FILE, table());
    }

    static String table() {
        Set<Project> projects = new LinkedHashSet<>();
        for (Pair pair : Pair.training()) {
            projects.add(pair.a());
            if (!pair.same()) {
                projects.add(pair.b());
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Project project : projects) {
            Set<String> grams = new HashSet<>(Weights.of(project.title()).of().keySet());
            grams.addAll(Weights.of(project.summary()).of().keySet());
            grams.forEach(gram -> counts.merge(gram, 1, Integer::sum));
        }
        StringBuilder table = new StringBuilder("# written by Background from the training pairs: how many projects, then each pair of characters\n"
                + "# that stands in at least two of them, and in how many\n").append(projects.size()).append('\n');
        counts.forEach((gram, count) -> {
            if (count > 1) {
                table.append(gram).append('\t').append(count).append('\n');
            }
        });
        return table.toString();
    }
}
