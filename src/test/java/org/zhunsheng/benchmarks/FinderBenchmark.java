package org.zhunsheng.benchmarks;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zhunsheng.matching.TenActivities;
import org.zhunsheng.rulebase.RuleBases;

/** A finder call over all documents with ten activities beside the evaluations it consists of; then both with all other readings. */
public final class FinderBenchmark {

    private static final double SECONDS = 4;

    private FinderBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBases bases = new RuleBases();
        for (boolean sensitivity : new boolean[] {false, true}) {
            System.out.println(sensitivity ? "with every other reading" : "under the readings asked for");
            TenActivities profile = new TenActivities(bases, sensitivity);
            new Race(profile::evaluated, profile::found, SECONDS).run("one by one", "finder");
        }
    }
}
