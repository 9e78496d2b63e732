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

    /**
     * In the order of the codes, so that two who found many units wait for each other and never both. Who comes second finds the edition
     * of the code taken, founds nothing, and sees the unit when he looks again.
     */
    private static final String FOUND = """
            with missing as (
              select a.*, coalesce((select max(edition) from subject_entry where kind = 'CODE' and value = a.code), 0) + 1 as edition
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as a (code, name, subject, code_entry, name_entry)
              where not exists (select from subject_entry e where e.kind = 'CODE' and e.value = a.code
                                and not exists (select from subject_entry r where r.retracts = e.id))),
            by as (select ?::text as source, ?::timestamptz as recorded_at, ?::text as recorded_by),
            founded as (
              insert into subject_entry (id, subject, kind, value, edition, source, recorded_at, recorded_by)
              select code_entry, subject, 'CODE', code, edition, source, recorded_at, recorded_by from missing, by order by code
              on conflict (value, edition) where kind = 'CODE' do nothing returning subject),
            named as (
              insert into subject_entry (id, subject, kind, value, source, recorded_at, recorded_by)
              select name_entry, subject, 'NAME', name, source, recorded_at, recorded_by
              from missing join founded using (subject), by where name is not null order by code)
            insert into subject (id, recorded_at, recorded_by) select subject, recorded_at, recorded_by from founded, by""";

    /** Units to found where no one has the code: one column for each of what is to be known of them. */
    record Wanted(List<String> codes, List<String> names, List<String> subjects, List<String> codeEntries, List<String> nameEntries) {

        Wanted() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private List<List<String>> columns() {
            return List.of(codes, names, subjects, codeEntries, nameEntries);
        }
    }

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

    void found(Wanted wanted, String source, String by, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FOUND)) {
            int parameter = 0;
            for (List<String> column : wanted.columns()) {
                insert.setArray(++parameter, connection.createArrayOf("text", column.toArray()));
            }
            insert.setString(++parameter, source);
            insert.setObject(++parameter, time(at));
            insert.setString(++parameter, by);
            insert.executeUpdate();
        }
    }
}
