package org.zhunsheng.subjects;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL that finds units and founds them, inside the caller's transaction. */
final class SubjectTable {

    /** What the entry "e" says was known at the moment that stands twice as parameter. */
    static final String KNOWN =
            " and e.recorded_at <= ? and not exists (select from subject_entry r where r.retracts = e.id and r.recorded_at <= ?) ";

    /** A code that went from one unit to another reaches the one that has it, or had it last. */
    private static final String HOLDERS = """
            select distinct on (e.value) e.value, e.subject from subject_entry e where e.kind = 'CODE' and e.value = any(?)""" + KNOWN + """
            order by e.value, coalesce(e.valid_until, 'infinity') desc, coalesce(e.valid_from, '-infinity') desc, e.sequence desc""";
    private static final String ALL_HOLDERS = """
            select e.subject from subject_entry e where e.kind = 'CODE' and e.value = ?""" + KNOWN + """
            group by e.subject order by max(coalesce(e.valid_until, 'infinity')) desc, max(e.sequence) desc""";
    private static final String EXISTS = "select from subject where id = ? and recorded_at <= ?";
    private static final String ENTRIES = """
            select e.kind, e.value, e.id, e.valid_from, e.valid_until, e.source, e.reason, e.recorded_at, e.recorded_by
            from subject_entry e where e.subject = ? and e.kind in ('CODE', 'NAME')""" + KNOWN + """
            order by coalesce(e.valid_until, 'infinity') desc, coalesce(e.valid_from, '-infinity') desc, e.sequence desc""";

    private static final String EDITIONS = "select value, max(edition) from subject_entry where kind = 'CODE' and value = any(?) group by value";

    /**
     * In the order of the codes, so that two who found many units wait for each other and never both. Who comes second finds the edition
     * of the code taken, founds nothing, and sees the unit when he looks again. Nothing is looked up here: the server would plan that for
     * a table as small as it was before the first units of an import.
     */
    private static final String FOUND = """
            with by as (select ?::text as source, ?::timestamptz as recorded_at, ?::text as recorded_by),
            founded as (
              insert into subject_entry (id, subject, kind, value, edition, source, recorded_at, recorded_by)
              select entry, subject, 'CODE', code, edition, source, recorded_at, recorded_by
              from unnest(?::text[], ?::text[], ?::text[], ?::int[]) as a (code, subject, entry, edition), by order by code
              on conflict (value, edition) where kind = 'CODE' do nothing returning subject)
            insert into subject (id, recorded_at, recorded_by) select subject, recorded_at, recorded_by from founded, by""";
    private static final String NAME = """
            with by as (select ?::text as source, ?::timestamptz as recorded_at, ?::text as recorded_by)
            insert into subject_entry (id, subject, kind, value, source, recorded_at, recorded_by)
            select entry, subject, 'NAME', name, source, recorded_at, recorded_by
            from unnest(?::text[], ?::text[], ?::text[]) as a (name, subject, entry), by""";

    /** Whatever is committed: what another recorded a moment ago counts, also if its clock is ahead. */
    static final Instant NOW = Instant.MAX;

    private final Connection connection;

    SubjectTable(Connection connection) {
        this.connection = connection;
    }

    static OffsetDateTime time(Instant at) {
        return at.equals(NOW) ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }

    Map<String, String> holders(Collection<String> codes, Instant knownAt) throws SQLException {
        Map<String, String> holders = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HOLDERS)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            select.setObject(2, time(knownAt));
            select.setObject(3, time(knownAt));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holders.put(row.getString(1), row.getString(2));
                }
            }
        }
        return holders;
    }

    /** All units that have or had the code, the present one first. */
    List<String> allHolders(String code, Instant knownAt) throws SQLException {
        List<String> holders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL_HOLDERS)) {
            select.setString(1, code);
            select.setObject(2, time(knownAt));
            select.setObject(3, time(knownAt));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    holders.add(row.getString(1));
                }
            }
        }
        return holders;
    }

    boolean exists(String subject, Instant knownAt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EXISTS)) {
            select.setString(1, subject);
            select.setObject(2, time(knownAt));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    Optional<Subject> find(String subject, Instant knownAt) throws SQLException {
        if (!exists(subject, knownAt)) {
            return Optional.empty();
        }
        List<Subject.Code> codes = new ArrayList<>();
        List<Subject.Name> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setString(1, subject);
            select.setObject(2, time(knownAt));
            select.setObject(3, time(knownAt));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Subject.Entry entry = new Subject.Entry(row.getString(3), row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class),
                            row.getString(6), row.getString(7), row.getObject(8, OffsetDateTime.class).toInstant(), row.getString(9));
                    if (row.getString(1).equals("CODE")) {
                        codes.add(new Subject.Code(new CreditCode(row.getString(2)), entry));
                    } else {
                        names.add(new Subject.Name(row.getString(2), entry));
                    }
                }
            }
        }
        return Optional.of(new Subject(subject, List.copyOf(codes), List.copyOf(names)));
    }

    /** How many entries there are of each code, whether they still hold or not. */
    Map<String, Integer> editions(Collection<String> codes) throws SQLException {
        Map<String, Integer> editions = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(EDITIONS)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    editions.put(row.getString(1), row.getInt(2));
                }
            }
        }
        return editions;
    }

    /** Founds those whose next edition is the one given, and passes over the others. */
    void found(List<String> codes, List<String> subjects, List<String> entries, List<Integer> editions, String source, String by, Instant at)
            throws SQLException {
        insert(FOUND, source, by, at, codes, subjects, entries, editions);
    }

    void name(List<String> names, List<String> subjects, List<String> entries, String source, String by, Instant at) throws SQLException {
        insert(NAME, source, by, at, names, subjects, entries);
    }

    private void insert(String statement, String source, String by, Instant at, List<?>... columns) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setString(1, source);
            insert.setObject(2, time(at));
            insert.setString(3, by);
            for (int i = 0; i < columns.length; i++) {
                boolean numbers = !columns[i].isEmpty() && columns[i].get(0) instanceof Integer;
                insert.setArray(4 + i, connection.createArrayOf(numbers ? "int4" : "text", columns[i].toArray()));
            }
            insert.executeUpdate();
        }
    }
}
