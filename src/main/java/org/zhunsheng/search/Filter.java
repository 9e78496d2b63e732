package org.zhunsheng.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.zhunsheng.search.Name.Kind;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.Digest;

/**
 * What conclusions are asked for; all of it must hold.
 *
 * @param caller whose decisions, or null for everybody's
 * @param given  by the names of the parameters; values were looked at
 */
record Filter(String caller, SortedMap<String, String> given) {

    /** Tells whether a cursor belongs to it. */
    String digest() {
        return Digest.of((caller + "\n" + given).getBytes(UTF_8)).substring(7, 23);
    }

    Filter by(String caller) {
        return new Filter(caller, given);
    }

    Conditions conditions(Connection connection) throws SQLException {
        NameTable names = new NameTable(connection);
        Conditions all = new Conditions();
        if (caller != null) {
            all.anyOf(code(names, Kind.CALLER, caller));
        }
        for (var each : given.entrySet()) {
            String value = each.getValue();
            switch (each.getKey()) {
                case "policy" -> all.anyOf(code(names, Kind.POLICY, value));
                case "question" -> all.anyOf(code(names, Kind.QUESTION, value));
                case "direction" -> all.anyOf(code(names, Kind.DIRECTION, value));
                case "outcome" -> all.anyOf(code(names, Kind.OUTCOME, value));
                case "caller" -> all.anyOf(code(names, Kind.CALLER, value));
                case "ruleBase" -> all.anyOf(code(names, Kind.RULE_BASE, value));
                case "decidedBy" -> all.anyOf(code(names, Kind.DECIDED_BY, value));
                case "rule" -> all.anyOf(code(names, Kind.RULE, value));
                case "row" -> all.anyOf(code(names, Kind.ROW, value));
                case "clause" -> all.anyOf(codes(names, Kind.CLAUSE, value, given.get("verdict")));
                case "reading" -> all.anyOf(given.containsKey("option") ? codes(names, Kind.READING, value, given.get("option"))
                        : code(names, Kind.READING, value));
                case "judgement" -> all.anyOf(codes(names, Kind.JUDGED, value, given.get("judged")));
                case "judge" -> all.and("position in (select position from search_judged where judge = ?)", Long.parseUnsignedLong(value, 16));
                case "subject" -> all.and("subject = ?", value);
                case "amountFrom" -> all.and("amount >= ?", new BigDecimal(value));
                case "amountTo" -> all.and("amount <= ?", new BigDecimal(value));
                case "dayFrom" -> all.and("day >= ?", "day_to >= ?", LocalDate.parse(value));
                case "dayTo" -> all.and("day <= ?", "day_from <= ?", LocalDate.parse(value));
                case "recordedFrom" -> all.and("time >= ?", "time_to >= ?", LocalDate.parse(value).atStartOfDay(BeijingTime.ZONE).toOffsetDateTime());
                case "recordedTo" -> all.and("time < ?", "time_from < ?", LocalDate.parse(value).plusDays(1).atStartOfDay(BeijingTime.ZONE).toOffsetDateTime());
                default -> { } // said with another one
            }
        }
        return all;
    }

    private static List<Integer> code(NameTable names, Kind kind, String name) throws SQLException {
        return names.code(new Name(kind, name)).map(List::of).orElse(List.of());
    }

    /** With the second half of the name, or whatever it is. */
    private static List<Integer> codes(NameTable names, Kind kind, String name, String half) throws SQLException {
        return half == null ? names.under(kind, name + "=") : code(names, kind, name + "=" + half);
    }
}
