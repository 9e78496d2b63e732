package org.zhunsheng.record;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;

/**
 * The record of decisions. Callers hand entries over without blocking; a writer commits whatever is waiting in one
 * transaction, and only then are they answered. Commits cost, not rows: under load a hundred answers share one.
 */
public final class DecisionLog implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DecisionLog.class);

    private final Database database;
    private final Limits limits;
    private final BlockingQueue<Waiting> queue;
    private final List<Thread> writers;
    private final Timer commits;
    private final DistributionSummary batches;
    private volatile boolean closed;

    /**
     * @param queue   entries that may wait; more are refused at once, since whoever waits behind them would give up anyway
     * @param batch   entries a transaction may take
     * @param writers one fills a batch best; more pay off only where commits are slow
     */
    public record Limits(int queue, int batch, int writers) {
    }

    private record Waiting(Entry entry, Judged judged, CompletableFuture<Recorded> answer) {
    }

    public DecisionLog(Database database, Limits limits, MeterRegistry meters) {
        this.database = database;
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.commits = Timer.builder("zhunsheng.record.commit").description("Time of one batch, commit included").register(meters);
        this.batches = DistributionSummary.builder("zhunsheng.record.batch").description("Entries in one batch").register(meters);
        meters.gaugeCollectionSize("zhunsheng.record.queue", List.of(), queue);
        this.writers = IntStream.range(0, limits.writers()).mapToObj(i -> new Thread(this::write, "record-writer-" + i)).toList();
        writers.forEach(Thread::start);
    }

    /**
     * Completes after commit, on the writer's thread, which dependents must not hold up. Fails with {@link RecordUnavailable}
     * or {@link IdempotencyConflict}. A failure does not prove that nothing was written: the connection may break between
     * commit and its confirmation. A caller with a key finds out by repeating the request.
     */
    public CompletionStage<Recorded> append(Entry entry) {
        return append(entry, null);
    }

    /** A decision that follows from a judgement: either both are in the record or neither. */
    public CompletionStage<Recorded> append(Entry entry, Judged judged) {
        Waiting waiting = new Waiting(entry, judged, new CompletableFuture<>());
        if (closed || !queue.offer(waiting)) {
            waiting.answer.completeExceptionally(new RecordUnavailable(closed ? "record closed" : "too many entries waiting"));
        } else if (closed && queue.remove(waiting)) {
            waiting.answer.completeExceptionally(new RecordUnavailable("record closed"));
        }
        return waiting.answer;
    }

    /** How far later facts have been followed up, to be asked before what an answer is made of is read. */
    public long mark() {
        try (Connection connection = database.connection()) {
            return new RelianceTable(connection).mark();
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    /** By its place in the record. */
    public Optional<RecordedDecision> find(long sequence) {
        try (Connection connection = database.connection()) {
            return new DecisionTable(connection).bySequence(sequence);
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    /** Those of a document after one place up to another, without those that another decision stands in the place of. */
    public List<Placed> between(String policy, long after, long upTo) {
        try (Connection connection = database.connection()) {
            return new DecisionTable(connection).between(policy, after, upTo);
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    /** The same of single places. */
    public List<Placed> at(String policy, List<Long> places) {
        try (Connection connection = database.connection()) {
            return new DecisionTable(connection).at(policy, places);
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    /** Where decisions stand in the record. */
    public Map<String, Long> places(Collection<String> ids) {
        try (Connection connection = database.connection()) {
            return new DecisionTable(connection).places(ids);
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    /** The last place taken in the record; 0 where there is none. */
    public long newest() {
        try (Connection connection = database.connection()) {
            return new DecisionTable(connection).newest();
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    public Optional<byte[]> find(String id) {
        return read(table -> table.byId(id)).map(Recorded::answer);
    }

    /** What was answered to this caller under this key. */
    public Optional<Recorded> findByKey(String caller, String key) {
        return read(table -> table.byKey(caller, key));
    }

    /** Takes no more entries, writes those that wait, then stops. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private void write() {
        while (!closed || !queue.isEmpty()) {
            List<Waiting> batch = new ArrayList<>(limits.batch());
            try {
                Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, limits.batch() - 1);
                    commit(batch);
                }
            } catch (Throwable unexpected) {
                // a writer that died would leave callers waiting for ever
                LOG.error("record writer", unexpected);
                fail(batch, unexpected);
            }
        }
    }

    private void commit(List<Waiting> batch) {
        try {
            List<Recorded> recorded = commits.recordCallable(() -> added(batch));
            batches.record(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                answer(batch.get(i), recorded.get(i));
            }
        } catch (Exception failed) {
            if (batch.size() > 1 && concernsEntries(failed)) {
                batch.forEach(waiting -> commit(List.of(waiting)));
            } else {
                LOG.errorf("%d decisions not recorded: %s", batch.size(), failed.getMessage());
                fail(batch, failed);
                if (!concernsEntries(failed)) {
                    // each further batch would wait as long in vain; those who ask from now on start a new attempt
                    List<Waiting> others = new ArrayList<>();
                    queue.drainTo(others);
                    fail(others, failed);
                }
            }
        }
    }

    private List<Recorded> added(List<Waiting> batch) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                List<Recorded> recorded = added(batch, connection);
                connection.commit();
                return recorded;
            } catch (SQLException | RuntimeException failed) {
                rollBack(connection, failed);
                throw failed;
            }
        }
    }

    /** Judged decisions one by one behind the others: there are few, and each looks at those before it. */
    private static List<Recorded> added(List<Waiting> batch, Connection connection) throws SQLException {
        Iterator<Recorded> plain = new DecisionTable(connection).add(batch.stream().filter(waiting -> waiting.judged == null)
                .map(Waiting::entry).toList()).iterator();
        List<Recorded> recorded = new ArrayList<>(batch.size());
        for (Waiting waiting : batch) {
            recorded.add(waiting.judged == null ? plain.next() : new JudgementTable(connection).add(waiting.entry, waiting.judged));
        }
        RelianceTable reliance = new RelianceTable(connection);
        List<RelianceTable.Relying> relying = new ArrayList<>();
        for (Waiting waiting : batch) {
            Reliance own = waiting.entry.reliance();
            if (!own.grounds().isEmpty()) {
                relying.add(new RelianceTable.Relying(waiting.entry.id(), waiting.judged == null ? own : reliance.asOf(waiting.judged.decision(), own)));
            }
        }
        reliance.add(relying);
        return recorded;
    }

    /** Left to the pool, which switches auto-commit on again, what is pending would be committed. */
    private static void rollBack(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
        }
    }

    /** Data errors (22), violated constraints (23), deadlocks between batches of two instances (40): alone, the others pass. */
    private static boolean concernsEntries(Exception failed) {
        return failed instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().matches("(22|23|40).*");
    }

    private static void answer(Waiting waiting, Recorded recorded) {
        if (recorded.requestDigest().equals(waiting.entry.requestDigest())) {
            waiting.answer.complete(recorded);
        } else {
            waiting.answer.completeExceptionally(new IdempotencyConflict(waiting.entry.idempotencyKey(), recorded.id()));
        }
    }

    private static void fail(List<Waiting> batch, Throwable cause) {
        batch.forEach(waiting -> waiting.answer.completeExceptionally(new RecordUnavailable("decision not recorded", cause)));
    }

    private Optional<Recorded> read(Reading reading) {
        try (Connection connection = database.connection()) {
            return reading.from(new DecisionTable(connection));
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    private interface Reading {
        Optional<Recorded> from(DecisionTable table) throws SQLException;
    }
}
