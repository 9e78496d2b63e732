package org.zhunsheng.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.zhunsheng.database.Database;
import org.zhunsheng.imports.FindingStore.Told;
import org.zhunsheng.imports.Progress.State;

/** One file on its way into its target: rows, findings and the word that it is done become durable in one commit, or none of them. */
final class ImportRun {

    private static final int BATCH = 1_000;

    /** More faults than this nobody mends by hand; the rest is counted. */
    private static final int MOST_TOLD = 100_000;

    private final Database database;
    private final ImportStore store;
    private final Order order;
    private final ImportTarget target;
    private final BooleanSupplier closing;
    private final List<Told> told = new ArrayList<>();
    private final List<Row> batch = new ArrayList<>(BATCH);
    private final Map<Integer, List<Cell>> batchCells = new HashMap<>();
    private Reading reading;
    private int read;
    private int accepted;
    private int rejected;

    ImportRun(Database database, ImportStore store, Order order, ImportTarget target, BooleanSupplier closing) {
        this.database = database;
        this.store = store;
        this.order = order;
        this.target = target;
        this.closing = closing;
    }

    /** Returns whether it was for this service to run: another instance may be at it, or may have done it. */
    boolean run(Path file) throws SQLException, IOException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                boolean ours = ImportStore.claimed(connection, order.id());
                if (ours) {
                    Savepoint before = connection.setSavepoint();
                    State state = taken(file, connection);
                    if (state == State.REFUSED) {
                        connection.rollback(before);
                    }
                    finish(connection, state);
                    connection.commit();
                }
                return ours;
            } finally {
                connection.rollback();
            }
        }
    }

    private State taken(Path file, Connection connection) throws SQLException, IOException {
        try {
            reading = new Reading(order.format() == Order.Format.CSV ? new CsvFile(file) : new XlsxFile(file), target);
            reading.survey();
            store.progress(order.id(), progress(State.RUNNING));
            target.begin(order, connection);
            reading.read((line, cells, typed, findings) -> row(line, cells, typed, findings, connection));
            hand(connection);
        } catch (UnusableFile unusable) {
            told.clear();
            told.add(new Told(unusable.finding(), null));
            return State.REFUSED;
        } catch (Interrupted interrupted) {
            throw interrupted.cause;
        }
        return rejected == 0 ? State.TAKEN : order.partial() && accepted > 0 ? State.TAKEN_IN_PART : State.REFUSED;
    }

    private void row(int line, List<Cell> cells, Row typed, List<Finding> findings, Connection connection) {
        read++;
        if (typed == null) {
            rejected++;
            tell(findings, cells);
            return;
        }
        tell(findings, null);
        batch.add(typed);
        batchCells.put(line, cells);
        if (batch.size() == BATCH) {
            hand(connection);
        }
    }

    private void hand(Connection connection) {
        try {
            Map<Integer, List<Finding>> refused = new TreeMap<>();
            for (Finding finding : batch.isEmpty() ? List.<Finding>of() : target.accept(order, batch, connection)) {
                refused.computeIfAbsent(finding.line(), line -> new ArrayList<>()).add(finding);
            }
            refused.forEach((line, findings) -> {
                if (findings.stream().anyMatch(Finding::refused)) {
                    rejected++;
                    accepted--;
                }
                tell(findings, batchCells.get(line));
            });
            accepted += batch.size();
            batch.clear();
            batchCells.clear();
            store.progress(order.id(), progress(State.RUNNING));
        } catch (SQLException failed) {
            throw new Interrupted(failed);
        }
        if (closing.getAsBoolean()) {
            throw new Interrupted(new SQLException("服务正在停止", "57P01"));
        }
    }

    private void tell(List<Finding> findings, List<Cell> cells) {
        List<String> written = cells == null ? null : cells.stream().map(cell -> cell == null ? "" : cell.written()).toList();
        for (Finding finding : findings) {
            if (told.size() < MOST_TOLD) {
                told.add(new Told(finding, finding.refused() ? written : null));
            } else if (told.size() == MOST_TOLD) {
                told.add(new Told(Finding.remark(0, null, "其余的问题不再列出", "what else is wrong is not listed"), null));
            }
        }
    }

    private Progress progress(State state) {
        return new Progress(state, reading == null ? 0 : reading.rowsInAll(), read, accepted, rejected,
                reading == null ? List.of() : reading.headings(), state.ended() ? Instant.now() : null);
    }

    private void finish(Connection connection, State state) throws SQLException {
        List<Told> all = new ArrayList<>();
        if (reading != null) {
            reading.remarks().forEach(remark -> all.add(new Told(remark, null)));
        }
        all.addAll(told);
        all.sort(Comparator.comparingInt(each -> each.finding().line()));
        FindingStore.add(connection, order.id(), all);
        ImportStore.progress(connection, order.id(), progress(state));
    }

    /** Leaves the reading of a file from within its rows. */
    private static final class Interrupted extends RuntimeException {

        private final transient SQLException cause;

        Interrupted(SQLException cause) {
            super(null, cause, false, false);
            this.cause = cause;
        }
    }
}
