package org.zhunsheng.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL that enters codes, names, events and retractions, inside the caller's transaction. It looks at what holds now. */
final class EntryTable {

    /** Held to the end of the transaction: who enters second sees what was entered first. Units are founded past it, see {@link SubjectTable}. */
    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtext('subject_entry'), 0)";
    private static final String SUBJECT = "insert into subject (id, recorded_at, recorded_by) values (?, ?, ?)";
    private static final String INSERT = """
            insert into subject_entry (id, subject, kind, value, edition, valid_from, valid_until, source, reason, event, retracts, recorded_at, recorded_by)
            select a.id, a.subject, a.kind, a.value, case when a.kind = 'CODE' then
                     (select coalesce(max(edition), 0) + 1 from subject_entry where kind = 'CODE' and value = a.value) end,
                   a.valid_from, a.valid_until, a.source, a.reason, a.event, a.retracts, ?, ?
            from (select ?::text as id, ?::text as subject, ?::text as kind, ?::text as value, ?::date as valid_from, ?::date as valid_until,
                         ?::text as source, ?::text as reason, ?::text as event, ?::text as retracts) a
            on conflict (value, edition) where kind = 'CODE' do nothing""";
    private static final String ROW = "select e.id, e.subject, e.kind, e.value, e.valid_from, e.valid_until, e.source, e.reason, e.event, e.retracts"
            + " from subject_entry e where ";
    private static final String HOLDS = " and not exists (select from subject_entry r where r.retracts = e.id) ";
    private static final String BY_ID = ROW + "e.id = ?";
    private static final String RETRACTING = ROW + "e.retracts = ?";
    private static final String OF_EVENT = ROW + "e.event = ? order by e.sequence";
    private static final String OVERLAPPING = ROW + "e.kind = 'CODE' and e.value = ?" + HOLDS
            + "and daterange(e.valid_from, e.valid_until, '[]') && daterange(?::date, ?::date, '[]') order by e.sequence";
    private static final String STILL = ROW + "e.subject = ? and e.kind = ?" + HOLDS
            + "and coalesce(e.valid_from, '-infinity') < ? and coalesce(e.valid_until, 'infinity') >= ? order by e.sequence";

    /** One row of the journal. */
    record Row(String id, String subject, String kind, String value, LocalDate from, LocalDate until, String source, String reason, String event,
               String retracts) {

        /** The same, but only up to that day, and therefore instead of this one. */
        Row until(LocalDate last, String id, String event) {
            return new Row(id, subject, kind, value, from, last, source, reason, event, this.id);
        }

        /** The same once more, since what had replaced it was wrong. */
        Row again(String id, String retracts) {
            return new Row(id, subject, kind, value, from, until, source, reason, event, retracts);
        }

        static Row retraction(String id, Row retracted, String source, String reason) {
            return new Row(id, retracted.subject, "RETRACTION", null, null, null, source, reason, null, retracted.id);
        }
    }

    private final Connection connection;
    private final Instant at;
    private final String by;

    EntryTable(Connection connection, Instant at, String by) {
        this.connection = connection;
        this.at = at;
        this.by = by;
    }

    void lock() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(ONE_AFTER_THE_OTHER)) {
            lock.execute();
        }
    }

    void subject(String id) throws SQLException {
        try (PreparedStatement insert = prepared(SUBJECT, id, SubjectTable.time(at), by)) {
            insert.executeUpdate();
        }
    }

    /** Whether it was entered, and not another entry of the same code at the same time by somebody who founds a unit. */
    boolean insert(Row row) throws SQLException {
        try (PreparedStatement insert = prepared(INSERT, SubjectTable.time(at), by, row.id, row.subject, row.kind, row.value, row.from, row.until,
                row.source, row.reason, row.event, row.retracts)) {
            return insert.executeUpdate() == 1;
        }
    }

    Optional<Row> byId(String id) throws SQLException {
        return rows(BY_ID, id).stream().findFirst();
    }

    /** The entry because of which this one no longer holds. */
    Optional<Row> retracting(String id) throws SQLException {
        return rows(RETRACTING, id).stream().findFirst();
    }

    List<Row> ofEvent(String event) throws SQLException {
        return rows(OF_EVENT, event);
    }

    /** Who has this code on one of these days. */
    List<Row> overlapping(String code, LocalDate from, LocalDate until) throws SQLException {
        return rows(OVERLAPPING, code, from, until);
    }

    /** The codes or names of a unit that began before the day and did not end before it. */
    List<Row> still(String subject, String kind, LocalDate day) throws SQLException {
        return rows(STILL, subject, kind, day, day);
    }

    private List<Row> rows(String query, Object... parameters) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = prepared(query, parameters); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class), row.getString(7), row.getString(8), row.getString(9), row.getString(10)));
            }
        }
        return rows;
    }

    private PreparedStatement prepared(String statement, Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }
}
