package org.zhunsheng.similarity;

import java.util.function.ToDoubleFunction;

/**
 * How far two projects say the same, between 0 and 1. A project points in the direction ½ · title + summary, each of them the unit vector
 * of its weighed pairs of characters; the score is the cosine between both. Where one has no summary, titles alone are compared.
 */
public final class Similarity {

    /** From here on people should look: best F1 on the training pairs, and of its plateau the end where fewer are missed. */
    public static final double SUSPECT = 0.17;

    /** By what scores are computed: they change with the lists that weights come from, and with how characters are folded. */
    public static final String ALGORITHM = "weighed-pairs/1:" + Tables.digest();

    private static final double TITLE = 0.5;

    private Similarity() {
    }

    public static double score(Project one, Project other) {
        return to(one).applyAsDouble(other);
    }

    /** For many scores of one project, whose own weights are then looked up once. */
    public static ToDoubleFunction<Project> to(Project one) {
        Weights whole = direction(one, true);
        Weights title = direction(one, false);
        return other -> {
            boolean summaries = !one.summary().isBlank() && !other.summary().isBlank();
            return (summaries ? whole : title).cosine(direction(other, summaries));
        };
    }

    private static Weights direction(Project project, boolean withSummary) {
        Weights title = Weights.of(project.title());
        return withSummary ? title.with(TITLE, Weights.of(project.summary()), 1) : title;
    }
}
