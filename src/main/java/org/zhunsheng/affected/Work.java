package org.zhunsheng.affected;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Placed;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * A run on its way, part by part on a few threads that give way to whoever waits for an answer. Each part is written as a whole; broken
 * off, it goes on where it was.
 */
final class Work {

    private static final Logger LOG = Logger.getLogger(Work.class);

    private final RunStore store;
    private final DecisionLog record;
    private final Run run;
    private final Again again;
    private final int threads;
    private final BooleanSupplier closing;

    Work(RunStore store, DecisionLog record, Run run, Again again, int threads, BooleanSupplier closing) {
        this.store = store;
        this.record = record;
        this.run = run;
        this.again = again;
        this.threads = threads;
        this.closing = closing;
    }

    /** Returns whether all is done; not where somebody stopped it. */
    boolean done() throws SQLException {
        Order order = run.order();
        Run drawn = run;
        if (order.sample() != null && run.strata().isEmpty()) {
            Drawing drawing = new Drawing(order.sample());
            int ranges = Math.toIntExact((order.upTo() + Run.WIDTH - 1) / Run.WIDTH);
            if (!each(IntStream.range(0, ranges).boxed().toList(), range -> range(range).forEach(drawing::take))) {
                return false;
            }
            drawn = new Run(order, run.steps(), drawing.strata(), 0, 0, 0, run.total());
            List<Run.Stratum> strata = drawn.strata();
            store.alone(order.id(), connection -> {
                StratumTable.add(connection, order.id(), strata);
                return null;
            });
        }
        Set<Integer> there = store.parts(order.id());
        List<Long> places = drawn.drawn();
        return each(IntStream.range(0, drawn.partsInAll()).filter(part -> !there.contains(part)).boxed().toList(),
                part -> part(part, order.sample() == null ? range(part) : record.at(order.policy(), of(places, part))));
    }

    private static List<Long> of(List<Long> places, int part) {
        return places.subList(part * Run.WIDTH, Math.min(places.size(), (part + 1) * Run.WIDTH));
    }

    private List<Placed> range(int range) {
        long after = (long) range * Run.WIDTH;
        return record.between(run.order().policy(), after, Math.min(after + Run.WIDTH, run.order().upTo()));
    }

    private void part(int part, List<Placed> decisions) throws SQLException {
        List<Flip> flips = new ArrayList<>();
        int replayed = 0;
        int undecidable = 0;
        for (Placed decision : decisions) {
            try {
                Optional<List<Flip>> found = again.of(decision.id(), decision.answer());
                replayed += found.isPresent() ? 1 : 0;
                found.ifPresent(flips::addAll);
            } catch (RuntimeException impossible) {
                if (isUnavailable(impossible)) {
                    throw impossible;
                }
                LOG.warnf("decision %s not made again: %s", decision.id(), impossible.toString());
                undecidable++;
            }
        }
        store.add(run.order().id(), part, replayed, undecidable, flips);
    }

    private static boolean isUnavailable(RuntimeException failed) {
        return failed instanceof RecordUnavailable || failed instanceof ProblemException problem && problem.problem().code() == ProblemCode.RECORD_UNAVAILABLE;
    }

    private interface Piece {
        void take(int number) throws SQLException;
    }

    private boolean each(List<Integer> numbers, Piece piece) throws SQLException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread made = new Thread(task, "affected-worker");
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
        });
        try {
            List<Future<Boolean>> working = IntStream.range(0, threads).mapToObj(worker -> workers.submit(() -> {
                for (int at = next.getAndIncrement(); at < numbers.size(); at = next.getAndIncrement()) {
                    if (isStopped()) {
                        return false;
                    }
                    piece.take(numbers.get(at));
                }
                return true;
            })).toList();
            boolean all = true;
            for (Future<Boolean> worker : working) {
                all &= worker.get();
            }
            return all;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException sql) {
                throw sql;
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            next.set(numbers.size());
            workers.shutdown();
        }
    }

    private boolean isStopped() throws SQLException {
        return closing.getAsBoolean() || store.state(run.order().id()) != Run.State.RUNNING;
    }
}
