package org.zhunsheng.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked for, as SQL over search_entry. Codes stand in the text itself: the planner knows how frequent each is. */
final class Conditions {

    private final List<String> terms = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    Conditions and(String term, Object... its) {
        terms.add(term);
        values.addAll(List.of(its));
        return this;
    }

    /** One of these; nothing fits where there is none. */
    Conditions anyOf(List<Integer> codes) {
        return codes.size() == 1 ? and("tags @> " + array(codes)) : codes.isEmpty() ? and("false") : and("tags && " + array(codes));
    }

    private static String array(List<Integer> codes) {
        return codes.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::int[]"));
    }

    String sql() {
        return String.join(" and ", terms);
    }

    /** Sets its parameters from the given one on; returns the next. */
    int set(PreparedStatement statement, int from) throws SQLException {
        int next = from;
        for (Object value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }
}
