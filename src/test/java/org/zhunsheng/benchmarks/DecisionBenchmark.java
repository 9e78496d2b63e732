package org.zhunsheng.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Yardstick;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.EvaluationRequest;

/**
 * One SUPPORT question on one direction, JSON bytes in, JSON bytes out, with all findings; beside it the same JSON without a decision and a
 * decision written by hand. Ratios are what counts. Drools under a log manager at TRACE is eight times slower, so logging is set
 * first; the compiler wants some ten thousand decisions before it is done, so warming takes longer than measuring, and all of it about five minutes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DecisionBenchmark {

    @Param({"OVERSEAS_PARK", "OVERSEAS_INCUBATOR", "TECH_TRANSFER_SERVICE"})
    public String direction;

    private Evaluations evaluations;
    private Yardstick yardstick;
    private byte[] body;

    @Setup
    public void prepare() throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBases bases = new RuleBases();
        evaluations = new Evaluations(bases);
        body = eligible(direction);
        Evaluations.Evaluated evaluated = evaluations.evaluate(body);
        yardstick = new Yardstick(bases, body);
        System.out.printf("%n%s: request %d bytes, core %d bytes, %d findings%n", direction, body.length, evaluated.core().length,
                evaluated.decisions().get(0).findings().size());
    }

    /** The first worked example of the direction that comes out eligible. */
    static byte[] eligible(String direction) throws IOException {
        ObjectMapper json = new ObjectMapper();
        return json.writeValueAsBytes(Case.all().stream().filter(one -> one.request().path("direction").asText().equals(direction)
                && one.expect().path("outcome").asText().equals("ELIGIBLE") && !one.request().has("readings")).findFirst().orElseThrow().request());
    }

    @Benchmark
    @Warmup(iterations = 20, time = 2)
    public byte[] decided() {
        return evaluations.evaluate(body).core();
    }

    @Benchmark
    public byte[] jsonAlone() {
        return yardstick.jsonAlone();
    }

    @Benchmark
    public BigDecimal byHand() {
        EvaluationRequest request = yardstick.read();
        return HandWritten.ceiling(direction, request.facts(), request.judgements());
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(DecisionBenchmark.class.getName()).build()).run();
    }
}
