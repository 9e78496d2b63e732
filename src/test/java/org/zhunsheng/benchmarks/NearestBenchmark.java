package org.zhunsheng.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.zhunsheng.nearest.Changeable;
import org.zhunsheng.nearest.Lift;
import org.zhunsheng.nearest.Nearest;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.TypedTable;

/** What would lift a recorded decision: every case that looked into a table and can be lifted or is barred, one after another; the median counts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 4)
public class NearestBenchmark {

    /** LARGEST is the table with most filled cells among those of whose cases any has something better to look for. */
    @Param({"LARGEST", "park_tiers", "rd_centre_tiers"})
    public String table;

    private Nearest nearest;
    private final List<byte[]> cores = new ArrayList<>();
    private int next;

    @Setup
    public void prepare() {
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBases bases = new RuleBases();
        Evaluations evaluations = new Evaluations(bases);
        nearest = new Nearest(evaluations, bases.catalogue(), Changeable.STATED);
        List<Evaluations.Evaluated> evaluated = Case.all().stream().flatMap(one -> evaluated(evaluations, one)).toList();
        Stream<TypedTable> tables = bases.all().stream().filter(base -> base.sources().tables().keySet().stream().anyMatch(file -> file.endsWith(".xlsx")))
                .map(RuleBase::tables).flatMap(read -> read.tables().stream()).filter(each -> table.equals("LARGEST") || each.id().equals(table))
                .sorted(Comparator.comparing(NearestBenchmark::cells).reversed());
        tables.takeWhile(each -> cores.isEmpty()).forEach(each -> {
            cores.addAll(lookedInto(each, evaluated));
            if (!cores.isEmpty()) {
                System.out.printf("%n%s: %d cells in %d rows, %d cases%n", each.id(), cells(each), each.rows().size(), cores.size());
            }
        });
    }

    private static int cells(TypedTable table) {
        return table.rows().stream().mapToInt(row -> row.cells().size()).sum();
    }

    private static Stream<Evaluations.Evaluated> evaluated(Evaluations evaluations, Case one) {
        try {
            return Stream.of(evaluations.evaluate(one.request().toString().getBytes(StandardCharsets.UTF_8)));
        } catch (RuntimeException refused) {
            return Stream.empty();
        }
    }

    private List<byte[]> lookedInto(TypedTable table, List<Evaluations.Evaluated> evaluated) {
        Set<String> places = table.rows().stream().flatMap(row -> Stream.concat(Stream.of(row.place()), row.cells().stream().map(cell -> cell.place())))
                .collect(Collectors.toSet());
        return evaluated.stream().filter(one -> one.decisions().get(0).findings().stream().anyMatch(found -> places.contains(found.place())))
                .map(Evaluations.Evaluated::core).filter(core -> nearest.of(core).stream().anyMatch(lifts -> !lifts.isEmpty())).toList();
    }

    @Benchmark
    public List<List<Lift>> lifted() {
        return nearest.of(cores.get(next++ % cores.size()));
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder().include(NearestBenchmark.class.getSimpleName()).build()).run();
    }
}
