package org.zhunsheng.affected;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhunsheng.affected.Run.State;
import org.zhunsheng.affected.Run.Step;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Runs over the record, one after the other beside everything else, also after a restart, and by whichever instance comes first. */
public final class Affected implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Affected.class);
    private static final String SERVICE = "zhunsheng";

    /** Makes the two rule bases of an order, to be closed by whoever asks; throws where they cannot be made. */
    public interface Drafts {

        Pair of(Order order) throws SQLException;

        /** @param base what is in force, which is not closed */
        record Pair(RuleBase base, RuleBase draft) {
        }
    }

    private final Database database;
    private final RunStore store;
    private final DecisionLog record;
    private final Evaluations evaluations;
    private final int threads;
    private volatile Drafts drafts;
    private volatile boolean closing;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "affected");
        made.setDaemon(true);
        return made;
    });

    public Affected(Database database, DecisionLog record, Evaluations evaluations, int threads) {
        this.database = database;
        this.store = new RunStore(database);
        this.record = record;
        this.evaluations = evaluations;
        this.threads = threads;
    }

    /** Looks again and again for what is unfinished: here before a stop, or by an instance that is gone. */
    public void begin(Drafts made, long pauseMillis) {
        drafts = made;
        thread.scheduleWithFixedDelay(this::look, 0, pauseMillis, TimeUnit.MILLISECONDS);
    }

    public Optional<Run> find(String policy, String workbook, int edition) throws SQLException {
        return store.find(policy, workbook, edition);
    }

    public Result result(Run run) throws SQLException {
        try (Connection connection = database.connection()) {
            return Result.of(connection, record, run, Result.FEW);
        }
    }

    public byte[] chart(Run run, Language language) throws SQLException {
        return new ResultChart(language).of(result(run));
    }

    public byte[] page(Run run, Language language) throws SQLException {
        try (Connection connection = database.connection()) {
            return new ResultPage(Result.of(connection, record, run, ResultPage.SHOWN), language).bytes();
        }
    }

    public void workbook(Run run, OutputStream out) throws SQLException, IOException {
        try (Connection connection = database.connection(); ResultWorkbook workbook = new ResultWorkbook(Result.of(connection, record, run, 0))) {
            FlipTable.each(connection, run.order().id(), Integer.MAX_VALUE, workbook::add);
            workbook.write(out);
        }
    }

    public Run start(Order order) throws SQLException {
        Run begun = store.alone(name(order), connection -> {
            Optional<Run> before = RunStore.find(connection, order.policy(), order.workbook(), order.edition());
            if (before.isPresent() && before.get().state() == State.RUNNING) {
                throw new ProblemException(ProblemCode.CONFLICT, "这一版的试算正在进行；要重新开始请先取消", "a run for this edition is under way; cancel it first to begin anew");
            }
            RunStore.add(connection, order);
            RunStore.take(connection, order.id(), new Step(State.RUNNING, order.at(), order.by(), null));
            return RunStore.find(connection, order.policy(), order.workbook(), order.edition()).orElseThrow();
        });
        wake();
        return begun;
    }

    /** What is done stays done. */
    public Run cancel(Order order, String by) throws SQLException {
        return take(order, State.CANCELLED, by, "没有正在进行的试算，不能取消", "nothing is under way that could be cancelled", State.RUNNING);
    }

    /** Goes on where it was. */
    public Run resume(Order order, String by) throws SQLException {
        Run resumed = take(order, State.RUNNING, by, "试算没有被取消或中断，不能继续", "nothing was cancelled or failed that could be resumed", State.CANCELLED, State.FAILED);
        wake();
        return resumed;
    }

    private Run take(Order order, State state, String by, String zh, String en, State... from) throws SQLException {
        return store.alone(name(order), connection -> {
            if (!List.of(from).contains(RunStore.state(connection, order.id()))) {
                throw new ProblemException(ProblemCode.CONFLICT, zh, en);
            }
            RunStore.take(connection, order.id(), new Step(state, now(), by, null));
            return RunStore.find(connection, order.policy(), order.workbook(), order.edition()).orElseThrow();
        });
    }

    private static String name(Order order) {
        return order.policy() + "." + order.workbook() + "/" + order.edition();
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private void wake() {
        if (!closing) {
            thread.execute(this::look);
        }
    }

    /** What fails because of the database is tried again later; an exception would end the looking. */
    private void look() {
        try {
            for (Run run : store.unfinished()) {
                if (!closing && drafts != null) {
                    claimed(run.order());
                }
            }
        } catch (SQLException | RuntimeException failed) {
            LOG.warnf("runs over the record not finished, to be tried again: %s", failed.getMessage());
        }
    }

    private void claimed(Order order) throws SQLException {
        try (Claim claim = Claim.of(database, order)) {
            if (claim.isOurs()) {
                work(order);
            }
        }
    }

    private void work(Order order) throws SQLException {
        Run run = store.find(order.policy(), order.workbook(), order.edition()).filter(newest -> newest.order().id().equals(order.id())).orElseThrow();
        if (run.state() != State.RUNNING) {
            return;
        }
        try {
            Drafts.Pair pair = drafts.of(order);
            try (RuleBase draft = pair.draft()) {
                if (new Work(store, record, run, new Again(evaluations, pair.base(), draft), threads, () -> closing).done()) {
                    end(order, State.DONE, null);
                }
            } finally {
                evaluations.release(pair.draft());
            }
        } catch (RecordUnavailable later) {
            throw later;
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "run %s over the record failed", order.id());
            end(order, State.FAILED, failed instanceof ProblemException problem ? problem.problem().zh() : "试算中断，请系统管理员查看日志");
        }
    }

    private void end(Order order, State state, String detail) throws SQLException {
        store.alone(name(order), connection -> {
            if (RunStore.state(connection, order.id()) == State.RUNNING) {
                RunStore.take(connection, order.id(), new Step(state, now(), SERVICE, detail));
            }
            return null;
        });
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
