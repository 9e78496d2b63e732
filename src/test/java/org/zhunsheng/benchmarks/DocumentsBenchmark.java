package org.zhunsheng.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.Copies;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;

/**
 * The same evaluations in one process where the documents are held once and where they are held ten times over under other ids. Every held
 * document has answered before anything is measured, so that its network stands and its memory counts.
 */
public final class DocumentsBenchmark {

    private static final int TIMES = 10;
    private static final double SECONDS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentsBenchmark() {
    }

    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        Memory none = Memory.now();
        Evaluations few = holding(1, none);
        Evaluations many = holding(TIMES, Memory.now());
        double worst = 0;
        for (String direction : List.of("OVERSEAS_PARK", "PRIZE", "PARK")) {
            byte[] body = DecisionBenchmark.eligible(direction);
            System.out.printf("%s %s%n", JSON.readTree(body).get("policy").asText(), direction);
            worst = Math.max(worst, new Race(() -> few.evaluate(body), () -> many.evaluate(body), SECONDS).run("held once", "ten times").ratio());
        }
        System.out.printf("largest ratio: %.2f%n", worst);
    }

    private static Evaluations holding(int times, Memory before) throws IOException {
        RuleBases bases = Copies.held(times);
        Evaluations evaluations = new Evaluations(bases);
        for (RuleBase base : bases.all()) {
            ask(evaluations, base);
        }
        Memory now = Memory.now();
        System.out.printf("%d documents held: %.0f MB of heap, %.0f MB outside it%n", bases.all().size(), (now.heap - before.heap) / 1e6,
                (now.outside - before.outside) / 1e6);
        return evaluations;
    }

    private static void ask(Evaluations evaluations, RuleBase base) throws IOException {
        for (var plan : base.policy().questions()) {
            ObjectNode request = JSON.createObjectNode().put("policy", base.policy().policy()).put("question", plan.question().name());
            if (plan.step() != null) {
                request.put("step", plan.step());
            }
            request.putObject("facts");
            for (var direction : base.policy().directions()) {
                evaluations.evaluate(JSON.writeValueAsBytes(plan.perDirection() ? request.put("direction", direction.id()) : request));
            }
        }
    }

    /** Bytes in use after a full collection. */
    private record Memory(long heap, long outside) {

        static Memory now() {
            var memory = ManagementFactory.getMemoryMXBean();
            for (int i = 0; i < 3; i++) {
                memory.gc();
            }
            return new Memory(memory.getHeapMemoryUsage().getUsed(), memory.getNonHeapMemoryUsage().getUsed());
        }
    }
}
