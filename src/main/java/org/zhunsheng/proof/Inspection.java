package org.zhunsheng.proof;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.database.Database;

/**
 * Goes through the whole log from the inside: every entry against the row that it attests, the tree from its first leaf, and every
 * checkpoint that was published. It needs no more memory for a long log than for a short one.
 */
final class Inspection {

    private static final int AT_ONCE = 1000;

    private final Connection connection;
    private final LogTable table;
    private final List<String> altered = new ArrayList<>();

    private Inspection(Connection connection) {
        this.connection = connection;
        this.table = new LogTable(connection);
    }

    /** How many entries there are, and what was altered, entry by entry; nothing where all stands as it was written. */
    static Inspected of(Database database, Trust trust) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                Inspection inspection = new Inspection(connection);
                return new Inspected(inspection.inspect(trust), inspection.altered);
            } finally {
                connection.rollback();
            }
        }
    }

    private long inspect(Trust trust) throws SQLException {
        List<Checkpoint> published = checkpoints(trust);
        Edge edge = new Edge(0, List.of());
        int next = compared(published, 0, edge);
        for (List<LogTable.Row> rows = table.from(0, AT_ONCE); !rows.isEmpty(); rows = table.from(edge.size(), AT_ONCE)) {
            List<Digests> stored = table.hashes(0, edge.size(), edge.size() + rows.size());
            for (int i = 0; i < rows.size(); i++) {
                LogTable.Row row = rows.get(i);
                if (row.leaf() != edge.size()) {
                    altered.add("条目 " + edge.size() + " 缺失 / entry missing");
                    return edge.size();
                }
                Digests leaf = Digests.ofLeaf(row.entry());
                entry(row, leaf.equals(stored.get(i)));
                edge.grow(leaf);
                next = compared(published, next, edge);
            }
            subtrees(edge);
        }
        for (Checkpoint checkpoint : published.subList(next, published.size())) {
            altered.add("日志只有 " + edge.size() + " 条，而签发过 " + checkpoint.size() + " 条的检查点：尾部被删去 / the log's tail was cut off");
        }
        return edge.size();
    }

    private List<Checkpoint> checkpoints(Trust trust) throws SQLException {
        List<Checkpoint> published = new ArrayList<>();
        for (String note : table.checkpoints()) {
            List<Flaw.Found> flaws = new ArrayList<>();
            Trust.Stated stated = trust.stated(note, flaws, Flaw.CHECKPOINT);
            flaws.forEach(found -> altered.add(found.text()));
            if (stated != null && !published.isEmpty() && stated.checkpoint().size() <= published.get(published.size() - 1).size()) {
                altered.add("检查点 " + stated.checkpoint().size() + " 不在它的位置 / a checkpoint stands where another one was");
            } else if (stated != null) {
                published.add(stated.checkpoint());
            }
        }
        return published;
    }

    /** Checkpoints of the size that the tree has now state its roots. */
    private int compared(List<Checkpoint> published, int next, Edge edge) {
        int compared = next;
        while (compared < published.size() && published.get(compared).size() <= edge.size()) {
            Checkpoint checkpoint = published.get(compared++);
            if (checkpoint.size() != edge.size() || !Arrays.equals(checkpoint.sha256(), edge.root().sha256()) || !Arrays.equals(checkpoint.sm3(), edge.root().sm3())) {
                altered.add("检查点 " + checkpoint.size() + " 的根与日志不符 / the root differs from the log's");
            }
        }
        return compared;
    }

    private void entry(LogTable.Row row, boolean asHashed) throws SQLException {
        String name = "条目 " + row.leaf() + "（" + row.kind() + " " + row.reference() + "）";
        if (!asHashed) {
            altered.add(name + "的叶杂凑值被改过 / its stored hash was altered");
        }
        Leaf entry;
        try {
            entry = Leaf.read(row.entry());
        } catch (IllegalArgumentException broken) {
            altered.add(name + "被改过 / the entry was altered");
            return;
        }
        if (!Arrays.equals(entry.bytes(), row.entry()) || entry.kind() != row.kind() || !entry.reference().equals(row.reference())) {
            altered.add(name + "被改过 / the entry was altered");
            return;
        }
        Optional<Attested> now;
        try {
            now = Source.of(row.kind(), row.reference()).again(connection, row.reference(), row.salt());
        } catch (Source.Unreadable broken) {
            altered.add(name + "所证的记录被改 / the record was altered");
            return;
        }
        if (now.isEmpty()) {
            altered.add(name + "所证的记录被删 / the record was deleted");
        } else if (!now.get().leaf().equals(entry)) {
            altered.add(name + "所证的记录被改 / the record was altered");
        }
    }

    private void subtrees(Edge edge) throws SQLException {
        for (Edge.Subtree subtree : edge.whole()) {
            List<Digests> stored = table.hashes(subtree.level(), subtree.position(), subtree.position() + 1);
            if (!stored.equals(List.of(subtree.root()))) {
                altered.add("子树 " + subtree.level() + "/" + subtree.position() + " 的杂凑值被改过 / a stored subtree was altered");
            }
        }
        edge.whole().clear();
    }
}
