package org.zhunsheng.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** Events as callers read them, page after page. What a page passed over never comes to be before its end. */
final class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);
    private static final int MOST = 1_000;

    private final Database database;

    Feed(Database database) {
        this.database = database;
    }

    /** @param caller whose decisions, or null for everybody's */
    byte[] after(long number, String caller, long most) {
        Problems problems = new Problems();
        if (most < 1 || most > MOST) {
            problems.at("/limit", ProblemCode.OUT_OF_RANGE, "limit 应为 1 至 " + MOST, "limit must lie between 1 and " + MOST);
        }
        problems.raise();
        try (Connection connection = database.connection()) {
            List<EventTable.Told> events = new EventTable(connection).after(number, caller, (int) most);
            return EventWriter.page(events, events.isEmpty() ? number : events.get(events.size() - 1).number());
        } catch (SQLException failed) {
            LOG.errorf("events not read: %s", failed.getMessage());
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "事件暂时无法读取，请稍后重试", "events cannot be read now; try again later");
        }
    }
}
