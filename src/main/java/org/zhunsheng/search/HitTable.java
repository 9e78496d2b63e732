package org.zhunsheng.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The SQL of table search_entry as it is read: the newest first, in the order of the log. */
final class HitTable {

    /** So many spans that may have what is asked for are walked through; if they have little of it, the indexes find the rest. */
    private static final int WALKS = 4;

    private static final String SELECT = "select position, part, id, time, day, amount, subject, caller, policy, question, direction, outcome, rule_base, decided"
            + " from search_entry where ";
    private static final String WITHIN = "position >= ? and (position, part) < (?, ?) and %s order by position desc, part desc limit ?";

    /** A sum has no index: who orders by it looks up first what fits, and walks through nothing. What fits may be much, and its rows wide. */
    private static final String BELOW = "(position, part) in (select position, part from search_entry where position < ? and %s order by position + 0 desc, part desc"
            + " limit ?) order by position desc, part desc";

    private static final int CODES = 7;

    /** As it is read, before its codes have names. */
    private record Row(Hit hit, Integer[] codes) {
    }

    private final Connection connection;
    private final Map<Integer, Name> names = new HashMap<>();

    HitTable(Connection connection) {
        this.connection = connection;
    }

    /** At most so many below the place, and all that there are if there are fewer. */
    List<Hit> page(Conditions conditions, long position, int part, int most) throws SQLException {
        List<Hit> page = new ArrayList<>();
        long below = position;
        int walks = 0;
        for (Stretch stretch : stretches(conditions, position, part)) {
            if (page.size() == most || walks++ == WALKS) {
                break;
            }
            page.addAll(within(conditions, stretch, most - page.size()));
            below = stretch.from;
        }
        if (page.size() < most && walks > WALKS) {
            try (PreparedStatement select = connection.prepareStatement(SELECT + BELOW.formatted(conditions.entries().sql()))) {
                select.setLong(1, below);
                select.setInt(conditions.entries().set(select, 2), most - page.size());
                page.addAll(hits(select));
            }
        }
        return page;
    }

    /** Neighbouring entries of the log: from a position, below a place. */
    record Stretch(long from, long position, int part) {
    }

    /** Where there may be what is asked for below a place, the newest first: what stands in no span yet, then spans. */
    List<Stretch> stretches(Conditions conditions, long position, int part) throws SQLException {
        SpanTable spans = new SpanTable(connection);
        List<Stretch> stretches = new ArrayList<>();
        long end = spans.end();
        if (position > end) {
            stretches.add(new Stretch(end, position, part));
        }
        for (long begin : spans.candidates(conditions, position)) {
            long top = begin + SpanTable.LENGTH;
            stretches.add(top < position ? new Stretch(begin, top, 0) : new Stretch(begin, position, part));
        }
        return stretches;
    }

    List<Hit> within(Conditions conditions, Stretch stretch, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + WITHIN.formatted(conditions.entries().sql()))) {
            select.setLong(1, stretch.from);
            select.setLong(2, stretch.position);
            select.setInt(3, stretch.part);
            select.setInt(conditions.entries().set(select, 4), most);
            return hits(select);
        }
    }

    interface Setting {
        void set(PreparedStatement select) throws SQLException;
    }

    /** Those of which this is true, in the order that it says. */
    List<Hit> hits(String condition, Setting parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            parameters.set(select);
            return hits(select);
        }
    }

    private List<Hit> hits(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Set<Integer> unknown = new HashSet<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Integer[] codes = new Integer[CODES];
                for (int i = 0; i < CODES; i++) {
                    codes[i] = row.getObject(8 + i, Integer.class);
                }
                rows.add(new Row(new Hit(row.getLong(1), row.getInt(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, LocalDate.class), row.getBigDecimal(6), row.getString(7), null, null, null, null, null, null, List.of()), codes));
                Arrays.stream(codes).filter(Objects::nonNull).forEach(unknown::add);
            }
        }
        unknown.removeAll(names.keySet());
        if (!unknown.isEmpty()) {
            names.putAll(new NameTable(connection).named(unknown));
        }
        return rows.stream().map(this::named).toList();
    }

    private Hit named(Row row) {
        Hit hit = row.hit;
        return new Hit(hit.position(), hit.part(), hit.id(), hit.time(), hit.day(), hit.amount(), hit.subject(), name(row, 0), name(row, 1), name(row, 2),
                name(row, 3), name(row, 4), name(row, 5), row.codes[6] == null ? List.of() : List.of(name(row, 6).split(" ")));
    }

    private String name(Row row, int place) {
        return row.codes[place] == null ? null : names.get(row.codes[place]).text();
    }
}
