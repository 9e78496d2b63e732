package org.zhunsheng.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhunsheng.database.Database;

/**
 * Gives committed records their places in the log, one batch a transaction. It runs after the fact: nobody who records waits for it, and
 * what it did not get to is still there when it comes again. Of several instances one works at a time; each looks first how far the
 * others came.
 */
final class Sequencer {

    /** Of a long table a look takes so many numbers at most: a statement must end well before the connection loses patience. */
    private static final long SPAN = 20_000;

    private final Database database;
    private final Callable<FileKeys> made;
    private final Clock clock;
    private final int batch;
    private final Map<Source, Reach> reached = new HashMap<>();
    private FileKeys keys;
    private Edge edge;

    /**
     * How far a table has been looked through.
     *
     * @param settled everything up to here is in the log, for good
     * @param cursor  where the round that is under way goes on
     * @param end     where it ends
     * @param next    what will be settled then, if that could be found out
     */
    private record Reach(long settled, long cursor, long end, Optional<Long> next) {

        static final Reach NOWHERE = new Reach(0, 0, 0, Optional.empty());

        Reach begun(Source source, Connection connection) throws SQLException {
            if (isUnderWay()) {
                return this;
            }
            long newest = source.newest(connection);
            // what was committed since newest was read is not looked at in this round
            Optional<Long> next = newest > settled ? source.settled(connection).map(number -> Math.min(number, newest)) : Optional.empty();
            return new Reach(settled, settled, newest, next);
        }

        boolean isUnderWay() {
            return cursor < end;
        }

        long until() {
            return Math.min(cursor + SPAN, end);
        }

        Reach at(long number) {
            return number < end ? new Reach(settled, number, end, next) : new Reach(next.orElse(settled), end, end, Optional.empty());
        }
    }

    /** @param keys made or read when they are needed first: a start does not wait for them */
    Sequencer(Database database, Callable<FileKeys> keys, Clock clock, int batch) {
        this.database = database;
        this.made = keys;
        this.clock = clock;
        this.batch = batch;
    }

    /** Returns whether there is more to do at once. */
    synchronized boolean sequence() throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = new LogTable(connection).alone() && sequence(connection);
                connection.commit();
                return more;
            } catch (SQLException | RuntimeException failed) {
                // whether it was committed the next look will tell
                edge = null;
                reached.clear();
                connection.rollback();
                throw failed;
            }
        }
    }

    private boolean sequence(Connection connection) throws SQLException {
        if (keys == null) {
            keys = keys();
        }
        LogTable table = new LogTable(connection);
        long size = table.size();
        if (edge == null || edge.size() != size) {
            edge = new StoredTree(connection).edge(size);
            admitKeys(table);
        }
        Map<Source, Reach> after = new HashMap<>();
        List<Attested> waiting = new ArrayList<>();
        boolean more = false;
        for (Source source : Source.ALL) {
            Reach before = reached.getOrDefault(source, Reach.NOWHERE);
            Reach reach = before.begun(source, connection);
            int room = batch - waiting.size();
            List<Source.Waiting> found = room == 0 ? List.of() : source.waiting(connection, reach.cursor, reach.until(), room);
            found.forEach(each -> waiting.add(each.attested()));
            boolean full = found.size() == room;
            Reach reachedNow = room == 0 ? reach : reach.at(full ? found.get(found.size() - 1).order() : reach.until());
            // a round begun earlier did not look at what has been committed since
            more |= full || reachedNow.isUnderWay() || before.isUnderWay();
            after.put(source, reachedNow);
        }
        if (!waiting.isEmpty() || size == 0 && table.newestCheckpoint().isEmpty()) {
            append(table, waiting);
        }
        reached.putAll(after);
        return more;
    }

    Trust trust() {
        return new Trust(keys().signers().stream().map(Signer::key).toList(), true);
    }

    private FileKeys keys() {
        try {
            return made.call();
        } catch (Exception unreadable) {
            throw new IllegalStateException("日志的密钥读不了：" + unreadable.getMessage(), unreadable);
        }
    }

    private void append(LogTable table, List<Attested> waiting) throws SQLException {
        List<LogTable.Row> rows = new ArrayList<>(waiting.size());
        List<Digests> leaves = new ArrayList<>(waiting.size());
        Edge grown = edge;
        edge = null; // until it is committed: what fails here leaves the tree as it was
        for (Attested attested : waiting) {
            byte[] entry = attested.leaf().bytes();
            rows.add(new LogTable.Row(grown.size(), attested.leaf().kind(), attested.leaf().reference(), entry, attested.secret()));
            leaves.add(Digests.ofLeaf(entry));
            grown.grow(leaves.get(leaves.size() - 1));
        }
        table.add(rows, leaves);
        for (Edge.Subtree subtree : grown.whole()) {
            table.add(subtree);
        }
        grown.whole().clear();
        Checkpoint checkpoint = new Checkpoint(keys.origin(), grown.size(), grown.root().sha256(), grown.root().sm3(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        table.add(checkpoint, SignedNote.signed(checkpoint.text(), keys.signers()).written());
        edge = grown;
    }

    /** One log, one set of keys: an instance with others would sign what nobody who holds the first ones can verify. */
    private void admitKeys(LogTable table) throws SQLException {
        List<String> known = table.keys();
        List<String> ours = keys.signers().stream().map(signer -> signer.key().written()).toList();
        if (known.isEmpty()) {
            for (Signer signer : keys.signers()) {
                table.addKey(signer.key());
            }
        } else if (!known.containsAll(ours)) {
            throw new IllegalStateException("日志由另一组密钥签发（" + String.join(" ", known) + "）：请用 zhunsheng.log.keys 指向存放它们的文件夹");
        }
    }
}
