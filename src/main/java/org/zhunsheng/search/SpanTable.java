package org.zhunsheng.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The SQL of table search_span: what there is at all among so many neighbouring entries of the log. Rule bases, documents and days come and
 * go, so that most of what an auditor looks for stands together; where it does not stand nobody need look.
 */
final class SpanTable {

    static final long LENGTH = 10_000;

    private static final String END = "select coalesce(max(span) + 1, 0) from search_span";
    private static final String CLOSE = """
            insert into search_span (span, day_from, day_to, time_from, time_to, codes)
            select s.span, min(e.day), max(e.day), min(e.time), max(e.time),
              coalesce((select array_agg(distinct tag) from search_entry t, unnest(t.tags) tag where t.position >= s.span * ? and t.position < (s.span + 1) * ?), '{}')
            from (values (?)) s (span) left join search_entry e on e.position >= s.span * ? and e.position < (s.span + 1) * ? group by s.span""";
    private static final String CANDIDATES = "select span from search_span where span * ? < ? and %s order by span desc";

    private final Connection connection;

    SpanTable(Connection connection) {
        this.connection = connection;
    }

    /** Of the first entry that stands in no span yet. */
    long end() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(END); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) * LENGTH;
        }
    }

    /** Closes the next span, if the index has come to its end; whether it had. */
    boolean close(long position) throws SQLException {
        long end = end();
        if (end + LENGTH > position) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(CLOSE)) {
            insert.setLong(1, LENGTH);
            insert.setLong(2, LENGTH);
            insert.setLong(3, end / LENGTH);
            insert.setLong(4, LENGTH);
            insert.setLong(5, LENGTH);
            insert.executeUpdate();
        }
        return true;
    }

    /** Where those begin that may have what is asked for below a position, the newest first. */
    List<Long> candidates(Conditions conditions, long position) throws SQLException {
        List<Long> begins = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES.formatted(conditions.spans().sql()))) {
            select.setLong(1, LENGTH);
            select.setLong(2, position);
            conditions.spans().set(select, 3);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    begins.add(row.getLong(1) * LENGTH);
                }
            }
        }
        return begins;
    }
}
