package org.zhunsheng.search;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Finds conclusions in the index. It knows what the log had when it looked, and says so. */
final class Search {

    private static final Logger LOG = Logger.getLogger(Search.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** A screen may look through everything. */
    private static final Duration SCREEN = Duration.ofSeconds(60);

    /** So many entries of the log are read at once where everything is wanted. */
    private static final long PIECE = 5_000;

    /** A page, its end, and how many entries of the log were looked at of how many. */
    record Page(List<Hit> hits, Cursor next, long upTo, long logSize) {
    }

    /** What is done with each of many conclusions. */
    interface Taker {
        void take(Hit hit) throws IOException;
    }

    private final Database database;

    Search(Database database) {
        this.database = database;
    }

    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    <T> T reading(Reading<T> reading) {
        try (Connection connection = database.connection()) {
            return reading.from(connection);
        } catch (SQLException failed) {
            LOG.errorf("index not read: %s", failed.getMessage());
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "检索暂时不可用，请稍后重试", "the search is unavailable; try again later");
        }
    }

    /** With more patience than a caller who waits for a decision has. */
    <T> T screening(Reading<T> reading) {
        return reading(connection -> {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) SCREEN.toMillis());
            try {
                return reading.from(connection);
            } finally {
                connection.setNetworkTimeout(Runnable::run, usual);
            }
        });
    }

    /** How far the index came. */
    long upTo() {
        return reading(connection -> new StateTable(connection).position());
    }

    /** Waits a little until what was decided before can be found: it goes into the log first, and from there into the index. */
    void awaitNow(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long newest = reading(connection -> new StateTable(connection).newestDecision());
        while (newest > 0 && !reading(connection -> reached(new StateTable(connection), newest)) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean reached(StateTable state, long decision) throws SQLException {
        long behind = state.behind(decision);
        return behind > 0 && state.position() >= behind;
    }

    /** @param from null for the first page */
    Page page(Filter filter, Cursor from, int most) {
        return reading(connection -> {
            StateTable state = new StateTable(connection);
            Cursor begin = from == null ? Cursor.first(state.position(), filter) : from;
            List<Hit> hits = new HitTable(connection).page(filter.conditions(connection), begin.position(), begin.part(), most + 1);
            List<Hit> page = hits.size() > most ? hits.subList(0, most) : hits;
            Hit last = page.isEmpty() ? null : page.get(page.size() - 1);
            Cursor next = hits.size() > most ? new Cursor(last.position(), last.part(), begin.upTo(), begin.filter()) : null;
            return new Page(page, next, begin.upTo(), state.logSize());
        });
    }

    /**
     * Everything, in the order of pages. It goes down the log piece by piece and holds no connection while somebody takes what was found:
     * a slow reader neither takes one of few connections from others nor keeps the database from tidying up.
     */
    void each(Filter filter, long upTo, Taker taker) throws IOException {
        for (HitTable.Stretch stretch : reading(connection -> new HitTable(connection).stretches(filter.conditions(connection), upTo, 0))) {
            for (long top = stretch.position(); top > stretch.from(); top -= PIECE) {
                HitTable.Stretch piece = new HitTable.Stretch(Math.max(stretch.from(), top - PIECE), top, 0);
                for (Hit hit : reading(connection -> new HitTable(connection).within(filter.conditions(connection), piece, Integer.MAX_VALUE))) {
                    taker.take(hit);
                }
            }
        }
    }
}
