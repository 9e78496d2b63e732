package org.zhunsheng.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhunsheng.evaluation.Comparison;

/**
 * How often each person judged a point in which way. The index knows persons by tokens; their names come from the record, from one of
 * their judgements, as long as it stands there.
 */
final class JudgeFrequencies {

    private static final String COUNTS = """
            select p.name, j.judge, v.name, count(*), max(j.position) from search_judged j join search_name p on p.code = j.point
              join search_name v on v.code = j.value
            where j.position < ? and (%s) group by p.name, j.judge, v.name order by p.name, j.judge, v.name""";
    private static final String AMONG = "exists (select from search_entry where search_entry.position = j.position and %s)";
    private static final String ANSWER = "select answer from decision where id = (select id from search_entry where position = ? limit 1)";

    /** Of a person on one point: by value how often, and where one of the judgements stands. */
    record Frequency(SortedMap<String, Long> values, long position) {
    }

    private final Connection connection;

    JudgeFrequencies(Connection connection) {
        this.connection = connection;
    }

    /** By point, and by who judged it. */
    SortedMap<String, Map<Long, Frequency>> byPoint(Conditions conditions, boolean all, long upTo) throws SQLException {
        SortedMap<String, Map<Long, Frequency>> points = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(COUNTS.formatted(all ? "true" : AMONG.formatted(conditions.entries().sql())))) {
            select.setLong(1, upTo);
            if (!all) {
                conditions.entries().set(select, 2);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long position = row.getLong(5);
                    points.computeIfAbsent(row.getString(1), point -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getLong(2), judge -> new Frequency(new TreeMap<>(), position)).values.put(row.getString(3), row.getLong(4));
                }
            }
        }
        return points;
    }

    /** Null where the record does not tell it any more. */
    String name(String point, Frequency frequency) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ANSWER)) {
            select.setLong(1, frequency.position);
            try (ResultSet row = select.executeQuery()) {
                JsonNode by = row.next() ? Comparison.tree(row.getBytes(1)).path("core").path("request").path("judgements").path(point).path("by") : null;
                return by != null && by.isTextual() ? by.asText() : null;
            }
        }
    }
}
