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
import org.zhunsheng.database.Database;

/**
 * Gives committed records their places in the log, one batch a transaction. It runs after the fact: nobody who records waits for it, and
 * what it did not get to is still there when it comes again. Of several instances one works at a time; each looks first how far the
 * others came.
 */
final class Sequencer {

    private final Database database;
    private final FileKeys keys;
    private final Clock clock;
    private final int batch;
    private final Map<Source, Reach> reached = new HashMap<>();
    private Edge edge;

    /**
     * How far a table has been looked through.
     *
     * @param settled everything up to here is in the log, for good
     * @param cursor  where the round that is under way goes on
     * @param next    what will be settled when it ends, if that could be found out
     */
    private record Reach(long settled, long cursor, Optional<Long> next) {

        static final Reach NOWHERE = new Reach(0, 0, Optional.empty());

        boolean betweenRounds() {
            return cursor == settled;
        }

        Reach over() {
            long reached = next.orElse(settled);
            return new Reach(reached, reached, Optional.empty());
        }
    }

    Sequencer(Database database, FileKeys keys, Clock clock, int batch) {
        this.database = database;
        this.keys = keys;
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
            Reach reach = reached.getOrDefault(source, Reach.NOWHERE);
            if (reach.betweenRounds()) {
                reach = new Reach(reach.settled, reach.cursor, source.settled(connection));
            }
            int room = batch - waiting.size();
            List<Source.Waiting> found = room == 0 ? List.of() : source.waiting(connection, reach.cursor, room);
            found.forEach(each -> waiting.add(each.attested()));
            boolean full = found.size() == room;
            more |= full;
            after.put(source, full && room > 0 ? new Reach(reach.settled, found.get(found.size() - 1).order(), reach.next) : full ? reach : reach.over());
        }
        if (!waiting.isEmpty() || size == 0 && table.newestCheckpoint().isEmpty()) {
            append(table, waiting);
        }
        reached.putAll(after);
        return more;
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
