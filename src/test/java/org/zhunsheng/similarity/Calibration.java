package org.zhunsheng.similarity;

import java.util.List;

/** How well a threshold tells the pairs that are one project from those that are not. */
public record Calibration(double threshold, int found, int wronglySuspected, int missed) {

    public static Calibration of(double threshold, List<Pair> pairs) {
        int found = (int) pairs.stream().filter(pair -> pair.same() && pair.score() >= threshold).count();
        int suspected = (int) pairs.stream().filter(pair -> pair.score() >= threshold).count();
        return new Calibration(threshold, found, suspected - found, (int) pairs.stream().filter(Pair::same).count() - found);
    }

    public double precision() {
        return (double) found / (found + wronglySuspected);
    }

    public double recall() {
        return (double) found / (found + missed);
    }

    public double f1() {
        return 2.0 * found / (2 * found + wronglySuspected + missed);
    }

    @Override
    public String toString() {
        return "threshold %.2f: precision %.3f, recall %.3f, F1 %.3f (%d found, %d wrongly suspected, %d missed)".formatted(threshold,
                precision(), recall(), f1(), found, wronglySuspected, missed);
    }
}
