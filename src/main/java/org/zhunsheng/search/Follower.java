package org.zhunsheng.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.database.Database;

/**
 * Fills the index behind the log, so that recording costs nothing more. The log's order is the order of the index: its numbers have no
 * gaps and nothing comes in behind them, so that one number says what is found and what is not yet. How far it came stands in the
 * transaction that adds what it found: cut off anywhere it goes on there, and nothing is found twice.
 */
final class Follower {

    /** Names are few and come again; should they be many after all, those of long ago are asked for once more. */
    private static final int MOST_NAMES = 20_000;

    private final Database database;
    private final int batch;
    private final Map<Name, Integer> codes = new LinkedHashMap<>();

    Follower(Database database, int batch) {
        this.database = database;
        this.batch = batch;
    }

    /** A batch of the log's entries; whether there was one. */
    synchronized boolean step() throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = new StateTable(connection).claimed() && follow(connection);
                connection.commit();
                return more;
            } catch (SQLException | RuntimeException failed) {
                // codes that were given in this transaction are gone with it
                codes.clear();
                connection.rollback();
                throw failed;
            }
        }
    }

    private boolean follow(Connection connection) throws SQLException {
        StateTable state = new StateTable(connection);
        StateTable.State begun = state.begun();
        if (new SpanTable(connection).close(begun.position())) {
            return true;
        }
        EntryTable entries = new EntryTable(connection);
        List<EntryTable.Logged> logged = entries.logged(begun.position(), begun.position() + batch);
        if (logged.isEmpty()) {
            return false;
        }
        AnswerReading reading = new AnswerReading(begun.keyed());
        List<EntryTable.Placed> placed = new ArrayList<>();
        for (EntryTable.Logged each : logged) {
            if (each.answer() != null) {
                reading.read(each.policy(), each.answer(), each.point()).ifPresent(found -> placed.add(new EntryTable.Placed(each.position(), each.id(), found)));
            }
        }
        if (!placed.isEmpty()) {
            entries.add(placed, codes(connection, placed));
        }
        state.reach(logged.get(logged.size() - 1).position() + 1);
        return true;
    }

    private Map<Name, Integer> codes(Connection connection, List<EntryTable.Placed> placed) throws SQLException {
        if (codes.size() > MOST_NAMES) {
            codes.clear();
        }
        Set<Name> unknown = new HashSet<>();
        for (EntryTable.Placed each : placed) {
            each.found().parts().forEach(part -> {
                unknown.addAll(part.tags());
                part.near().forEach(near -> unknown.addAll(List.of(near.clause(), near.fact())));
            });
            each.found().judged().forEach(judged -> unknown.addAll(List.of(judged.point(), judged.value())));
        }
        unknown.removeAll(codes.keySet());
        if (!unknown.isEmpty()) {
            codes.putAll(new NameTable(connection).withCodes(unknown));
        }
        return codes;
    }
}
