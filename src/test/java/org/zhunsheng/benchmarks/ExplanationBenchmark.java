package org.zhunsheng.benchmarks;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.explanation.Explaining;
import org.zhunsheng.rulebase.RuleBases;

/**
 * Explaining a recorded decision beside making it, one call of each in turn: as JSON (goal: within the evaluation's own time), as a page
 * (goal: under 5 ms), both with and without what would be better. Reading the record from the database is in neither.
 */
public final class ExplanationBenchmark {

    private static final double SECONDS = 2;
    private static final double PAGE_GOAL_MICROS = 5_000;

    private ExplanationBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBases bases = new RuleBases();
        Evaluations evaluations = new Evaluations(bases);
        Explaining explaining = new Explaining(bases, evaluations);
        for (String direction : new String[] {"OVERSEAS_PARK", "OVERSEAS_INCUBATOR", "TECH_TRANSFER_SERVICE"}) {
            byte[] request = DecisionBenchmark.eligible(direction);
            byte[] answer = explaining.recorded(request);
            System.out.printf("%n%s: record %,d bytes, JSON %,d bytes, page %,d bytes%n", direction, answer.length, explaining.json(answer, false).length,
                    explaining.html(answer, true).length);
            Runnable evaluated = () -> evaluations.evaluate(request);
            Race.Round json = new Race(evaluated, () -> explaining.json(answer, false), SECONDS).run("evaluation", "explanation JSON");
            Race.Round better = new Race(evaluated, () -> explaining.nearest(answer), SECONDS).run("evaluation", "what would be better");
            Race.Round page = new Race(evaluated, () -> explaining.html(answer, true), SECONDS).run("evaluation", "page with what would be better");
            System.out.printf("%s: explanation JSON %.2f × the evaluation (goal 1.00: %s); what would be better %.2f ×; page %.0f µs (goal %.0f: %s)%n", direction,
                    json.ratio(), json.ratio() <= 1 ? "met" : "MISSED", better.ratio(), page.other(), PAGE_GOAL_MICROS,
                    page.other() <= PAGE_GOAL_MICROS ? "met" : "MISSED");
        }
    }
}
