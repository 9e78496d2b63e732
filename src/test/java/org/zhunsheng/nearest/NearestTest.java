package org.zhunsheng.nearest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("最少改什么能改变结论")
class NearestTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    private static final Nearest NEAREST = new Nearest(EVALUATIONS, BASES.catalogue(), Changeable.STATED);

    @org.junit.jupiter.api.Disabled @Test
    void tmp() throws Exception {
        for (int round = 0; round < 3; round++) {
            long all = 0; int n = 0; java.util.List<Long> times = new java.util.ArrayList<>();
            for (Case one : Case.all()) {
                byte[] core;
                try { core = EVALUATIONS.evaluate(one.request().toString().getBytes(StandardCharsets.UTF_8)).core(); } catch (RuntimeException e) { continue; }
                long t = System.nanoTime();
                List<List<Lift>> lifts;
                try { lifts = NEAREST.of(core); } catch (RuntimeException e) { System.out.println("!!! " + one + e); e.printStackTrace(); continue; }
                t = System.nanoTime() - t; times.add(t / 1000);
                if (round == 2 && (t > 20_000_000 || n++ % 6 == 0 && !lifts.toString().equals("[[]]"))) System.out.println(t / 1000 + "us " + one.request().path("policy").asText() + " " + one.request().path("direction").asText() + " " + lifts);
            }
            times.sort(null);
            System.out.println("cases " + times.size() + " median " + times.get(times.size() / 2) + " p90 " + times.get(times.size() * 9 / 10) + " p99 " + times.get(times.size() * 99 / 100) + " max " + times.get(times.size() - 1));
        }
    }
}
