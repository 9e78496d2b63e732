package org.zhunsheng.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.imports.Progress.State;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Files are kept when they are handed in, and imported one after the other on a thread of their own, also after a restart. */
public final class Imports implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Imports.class);

    private final Database database;
    private final ImportStore store;
    private final FindingStore findings;
    private final Map<String, ImportTarget> targets;
    private volatile boolean closing;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "imports");
        made.setDaemon(true);
        return made;
    });

    public Imports(Database database, Map<String, ImportTarget> targets) {
        this.database = database;
        this.store = new ImportStore(database);
        this.findings = new FindingStore(database);
        this.targets = targets;
    }

    /** Looks again and again for what is unfinished: here before a stop, or by an instance that is gone. */
    void open(long pauseMillis) {
        thread.scheduleWithFixedDelay(this::work, 0, pauseMillis, TimeUnit.MILLISECONDS);
    }

    ImportTarget target(String kind) {
        ImportTarget target = targets.get(kind);
        if (target == null) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "不能导入到 " + kind + "，可用：" + String.join("、", targets.keySet()),
                    "nothing can be imported into " + kind + "; available: " + String.join(", ", targets.keySet()));
        }
        return target;
    }

    Handed handIn(Order order, Path file) throws SQLException, IOException {
        Handed handed = store.add(order, file);
        if (!closing) {
            thread.execute(this::work);
        }
        return handed;
    }

    Optional<Handed> find(String id) throws SQLException {
        return store.find(id);
    }

    List<FindingStore.Told> findings(String id, int most) throws SQLException {
        return findings.of(id, most);
    }

    /** What fails because of the database is tried again later; an exception would end the looking. */
    private void work() {
        try {
            for (Handed handed : store.unfinished()) {
                if (closing) {
                    return;
                }
                work(handed.order());
            }
        } catch (SQLException | RuntimeException | IOException failed) {
            LOG.warnf("imports not finished, to be tried again: %s", failed.getMessage());
        }
    }

    private void work(Order order) throws SQLException, IOException {
        Path file = Files.createTempFile("import", null);
        try {
            store.content(order.id(), file);
            if (new ImportRun(database, store, order, target(order.kind()), () -> closing).run(file)) {
                LOG.infof("import %s into %s is done", order.id(), order.target());
            }
        } catch (SQLException failed) {
            if (!lasting(failed)) {
                throw failed;
            }
            fail(order, failed);
        } catch (RuntimeException failed) {
            fail(order, failed);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whether the same would happen again: a value or a constraint that does not fit, and not a connection that broke. */
    private static boolean lasting(SQLException failed) {
        String state = failed.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }

    private void fail(Order order, Exception failed) throws SQLException {
        LOG.errorf(failed, "import %s into %s failed", order.id(), order.target());
        store.progress(order.id(), new Progress(State.FAILED, 0, 0, 0, 0, List.of(), Instant.now()));
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }
}
