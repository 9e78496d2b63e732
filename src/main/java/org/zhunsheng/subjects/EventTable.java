package org.zhunsheng.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.wire.UnitRequest.Kind;

/** The SQL of what happened to units, inside the caller's transaction. */
final class EventTable {

    /**
     * From the unit, and from whoever it was merged into by the day, since its affairs are theirs now: upwards to those whose affairs went
     * over to a unit, and from these downwards to their parts. A line goes back in time upwards and forward downwards: what the whole took
     * over after a split never came to the part. A unit that turned out to be another one is it on every day.
     */
    private static final String LINEAGE = """
            with recursive heir (subject) as (
              select ?::text
              union
              select o.subject from heir h join subject_party p on p.subject = h.subject
                join subject_entry e on e.id = p.event""" + SubjectTable.KNOWN + """
                join subject_party o on o.event = p.event
              where e.kind = 'RENAME' or e.kind = 'MERGER' and p.side = 'BEFORE' and o.side = 'AFTER' and e.valid_from <= ?::date),
            up (subject, day, split) as (
              select subject, ?::date, false from heir
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

    private static final String IN_EVENTS = "select exists (select from subject_party where subject = ?)";
    private static final String OF_SUBJECT = """
            select e.id, e.kind, e.valid_from, array(select p.subject from subject_party p where p.event = e.id and p.side = 'BEFORE' order by 1),
                   array(select p.subject from subject_party p where p.event = e.id and p.side = 'AFTER' order by 1), e.source, e.recorded_at, e.recorded_by
            from subject_entry e
            where e.kind in ('RENAME', 'MERGER', 'SPLIT')
              and (e.subject = ? or e.id in (select p.event from subject_party p where p.subject = ?))""" + SubjectTable.KNOWN + """
            order by e.valid_from desc, e.sequence desc""";
    private static final String PARTIES = "select subject from subject_party where event = ?";
    private static final String PARTY = "insert into subject_party (event, side, subject) values (?, ?, ?)";

    private final Connection connection;

    EventTable(Connection connection) {
        this.connection = connection;
    }

    /** Nothing ever happened to most units, which is soon found out; the rest costs many times as much. */
    Lineage lineage(String subject, LocalDate day, Instant knownAt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IN_EVENTS)) {
            select.setString(1, subject);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? followed(subject, day, knownAt) : new Lineage(Set.of(subject), Set.of());
            }
        }
    }

    private Lineage followed(String subject, LocalDate day, Instant knownAt) throws SQLException {
        Set<String> same = new HashSet<>();
        Set<String> uncertain = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(LINEAGE)) {
            select.setString(1, subject);
            select.setObject(2, SubjectTable.time(knownAt));
            select.setObject(3, SubjectTable.time(knownAt));
            select.setObject(4, day);
            select.setObject(5, day);
            for (int parameter = 6; parameter <= 9; parameter++) {
                select.setObject(parameter, SubjectTable.time(knownAt));
            }
            select.setObject(10, day);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    (row.getBoolean(2) ? uncertain : same).add(row.getString(1));
                }
            }
        }
        uncertain.removeAll(same);
        return new Lineage(Set.copyOf(same), Set.copyOf(uncertain));
    }

    /** What happened to the unit, the latest first. */
    List<UnitEvent> of(String subject, Instant knownAt) throws SQLException {
        List<UnitEvent> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_SUBJECT)) {
            select.setString(1, subject);
            select.setString(2, subject);
            select.setObject(3, SubjectTable.time(knownAt));
            select.setObject(4, SubjectTable.time(knownAt));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(new UnitEvent(row.getString(1), Kind.valueOf(row.getString(2)), row.getObject(3, LocalDate.class),
                            List.of((String[]) row.getArray(4).getArray()), List.of((String[]) row.getArray(5).getArray()), row.getString(6),
                            row.getObject(7, OffsetDateTime.class).toInstant(), row.getString(8)));
                }
            }
        }
        return events;
    }

    Set<String> parties(String event) throws SQLException {
        Set<String> parties = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(PARTIES)) {
            select.setString(1, event);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    parties.add(row.getString(1));
                }
            }
        }
        return parties;
    }

    void parties(String event, Set<String> before, Set<String> after) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PARTY)) {
            for (Map.Entry<String, Set<String>> side : Map.of("BEFORE", before, "AFTER", after).entrySet()) {
                for (String subject : side.getValue()) {
                    insert.setString(1, event);
                    insert.setString(2, side.getKey());
                    insert.setString(3, subject);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
