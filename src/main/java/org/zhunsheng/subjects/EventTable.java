package org.zhunsheng.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The SQL of what happened to units, inside the caller's transaction. */
final class EventTable {

    /**
     * Upwards to those whose affairs went over to a unit, and from these downwards to their parts. A line goes back in time upwards and
     * forward downwards: what the whole took over after a split never came to the part. A unit that turned out to be another one is it
     * on every day.
     */
    private static final String LINEAGE = """
            with recursive up (subject, day, split) as (
              select ?::text, ?::date, false
              union
              select o.subject, case when e.kind = 'RENAME' then u.day else e.valid_from end, u.split or e.kind = 'SPLIT'
              from up u join subject_party p on p.subject = u.subject
                join subject_entry e on e.id = p.event""" + SubjectTable.KNOWN + """
                join subject_party o on o.event = p.event and o.subject <> p.subject
              where e.kind = 'RENAME' or p.side = 'AFTER' and o.side = 'BEFORE' and e.valid_from <= u.day),
            down (subject, day, split) as (
              select subject, date '-infinity', false from up where not split
              union
              select o.subject, case when e.kind = 'RENAME' then d.day else e.valid_from end, d.split or e.kind = 'SPLIT'
              from down d join subject_party p on p.subject = d.subject
                join subject_entry e on e.id = p.event""" + SubjectTable.KNOWN + """
                join subject_party o on o.event = p.event and o.subject <> p.subject
              where e.kind = 'RENAME' or p.side = 'BEFORE' and o.side = 'AFTER' and e.valid_from between d.day and ?)
            select subject, false from up where not split
            union select subject, true from up where split
            union select subject, true from down where split""";

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    Lineage lineage(String subject, LocalDate day, Instant knownAt) throws SQLException {
        Set<String> same = new HashSet<>();
        Set<String> uncertain = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(LINEAGE)) {
            select.setString(1, subject);
            select.setObject(2, day);
            for (int parameter = 3; parameter <= 6; parameter++) {
                select.setObject(parameter, SubjectTable.time(knownAt));
            }
            select.setObject(7, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    (row.getBoolean(2) ? uncertain : same).add(row.getString(1));
                }
            }
        }
        uncertain.removeAll(same);
        return new Lineage(Set.copyOf(same), Set.copyOf(uncertain));
    }
}
