package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whoever decides on a unit or a content holds both until the end of his transaction. Taken in one order by all, so that none waits in a ring. */
final class Locks {

    /** What is done behind the locks goes by keys, always in the same way: to plan it each time costs more than to do it. */
    private static final String LOCK = "set local plan_cache_mode = force_generic_plan; select pg_advisory_xact_lock(key) from unnest(?) key";

    private Locks() {
    }

    /** Two names may share a number: then one waits for nothing, which is safe. */
    static void take(Connection connection, Collection<String> subjects, String contentKey) throws SQLException {
        TreeSet<Long> keys = Stream.concat(subjects.stream().map(subject -> "unit " + subject),
                Stream.ofNullable(contentKey).map(content -> "content " + content)).map(Locks::number).collect(Collectors.toCollection(TreeSet::new));
        // the array is read in its order, and nothing else decides in which order locks are asked for
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
            lock.execute();
        }
    }

    /** The space of the ledger's locks is its own: single numbers, where the other tables lock pairs. FNV-1a, 64 bits. */
    private static long number(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
