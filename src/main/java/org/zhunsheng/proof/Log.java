package org.zhunsheng.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.record.Attestation;

/** The log as others see it: what it states and proves. Its sequencer works on a thread of its own. */
public final class Log implements Attestation, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Log.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Database database;
    private final Sequencer sequencer;
    private final Duration pause;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Log(Database database, Sequencer sequencer, Duration pause) {
        this.database = database;
        this.sequencer = sequencer;
        this.pause = pause;
        this.thread = new Thread(this::work, "log-sequencer");
    }

    /** Of a database, under keys of its own in the folder. */
    public static Log of(Database database, Path keys, Duration pause, int batch) {
        return of(database, keys, Optional.empty(), pause, batch);
    }

    /** @param origin the log's name, given to it when its keys are made */
    static Log of(Database database, Path keys, Optional<String> origin, Duration pause, int batch) {
        return new Log(database, new Sequencer(database, () -> FileKeys.in(keys, origin), Clock.systemUTC(), batch), pause);
    }

    public void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        boolean more = false;
        while (!closed) {
            try {
                // the first look as well comes after a rest: a service that starts has more urgent things to do
                if (!more) {
                    wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    wanted.drainPermits();
                }
                more = !closed && sequencer.sequence();
            } catch (SQLException | RuntimeException failed) {
                LOG.warnf("log not continued: %s", failed.getMessage());
                more = false;
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        wanted.release();
        thread.join();
    }

    /** The newest one, or the one of this size if one was published. */
    Optional<String> checkpoint(Long size) throws SQLException {
        return reading(table -> size == null ? table.newestCheckpoint() : table.checkpoint(size));
    }

    List<String> keys() throws SQLException {
        return reading(LogTable::keys);
    }

    public long size() throws SQLException {
        return reading(LogTable::size);
    }

    Proof inclusion(long leaf, long size) throws SQLException {
        try (Connection connection = database.connection()) {
            return new StoredTree(connection).inclusion(leaf, size);
        }
    }

    Proof consistency(long from, long to) throws SQLException {
        try (Connection connection = database.connection()) {
            return new StoredTree(connection).consistency(from, to);
        }
    }

    /** Goes through all of it, believing the keys it is signed with here and no others that the database may hold. */
    public Inspected inspected() throws SQLException {
        return Inspection.of(database, sequencer.trust());
    }

    /** Waits a little for a decision that was just answered: its entry follows its record. */
    public boolean awaits(String decision, Duration patience) throws SQLException, InterruptedException {
        return awaits(Kind.DECISION, decision, patience);
    }

    private boolean awaits(Kind kind, String reference, Duration patience) throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (reading(table -> table.find(kind, reference)).isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            wanted.release();
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return true;
    }

    /** One that was kept just now waits a little for its entry. */
    @Override
    public Standing ofRuleBase(String digest) {
        String reference = "rule_base/" + digest;
        try {
            return !awaits(Kind.RULE_BASE, reference, PATIENCE) ? Standing.NOT_YET : proves(Kind.RULE_BASE, reference) ? Standing.ATTESTED : Standing.ALTERED;
        } catch (SQLException failed) {
            LOG.warnf("log not read: %s", failed.getMessage());
            return Standing.NOT_YET;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Standing.NOT_YET;
        }
    }

    /** Whether what stands there now is what the entry attests, and the entry is under a checkpoint signed with the keys of this service. */
    private boolean proves(Kind kind, String reference) throws SQLException {
        try (Connection connection = database.connection()) {
            LogTable table = new LogTable(connection);
            LogTable.Row row = table.find(kind, reference).orElseThrow();
            Trust.Stated stated = sequencer.trust().stated(table.newestCheckpoint().orElseThrow(), new ArrayList<>(), Flaw.CHECKPOINT);
            Optional<Attested> now = Source.of(kind, reference).again(connection, reference, row.salt());
            if (stated == null || !stated.attested() || now.isEmpty() || !Arrays.equals(now.get().leaf().bytes(), row.entry())) {
                return false;
            }
            long size = stated.checkpoint().size();
            Digests leaf = Digests.ofLeaf(row.entry());
            Proof path = new StoredTree(connection).inclusion(row.leaf(), size);
            return Arrays.stream(Hashing.values()).allMatch(hashing -> new Proofs(hashing).root(leaf.under(hashing), row.leaf(), size, path.under(hashing))
                    .filter(root -> Arrays.equals(root, stated.checkpoint().root(hashing))).isPresent());
        }
    }

    /** The same as a file. */
    public byte[] receipt(String decision, byte[] answer) throws SQLException, IOException {
        return receipt(decision, answer, null, false).json();
    }

    /** @param redacted without the values under seal and without their salts */
    Receipt receipt(String decision, byte[] answer, Long since, boolean redacted) throws SQLException, IOException {
        try (Connection connection = database.connection()) {
            LogTable table = new LogTable(connection);
            LogTable.Row row = table.find(Kind.DECISION, decision).orElseThrow();
            String note = table.newestCheckpoint().orElseThrow();
            long size = Checkpoint.read(SignedNote.read(note).text()).size();
            StoredTree tree = new StoredTree(connection);
            Receipt.Since older = since == null ? null : new Receipt.Since(table.checkpoint(since).orElseThrow(), tree.consistency(since, size));
            boolean hide = redacted && row.salt() != null;
            SortedMap<String, byte[]> openings = hide ? Collections.emptySortedMap() : Attested.openings(answer, row.salt());
            return new Receipt(hide ? Attested.sealed(answer, row.salt()) : answer, note, row.entry(), row.leaf(), tree.inclusion(row.leaf(), size), older,
                    table.keys(), openings);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(LogTable table) throws SQLException;
    }

    private <T> T reading(Reading<T> reading) throws SQLException {
        try (Connection connection = database.connection()) {
            return reading.from(new LogTable(connection));
        }
    }
}
