package org.zhunsheng.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is asked for, as SQL over search_entry, and as what must be true of a span that has it. */
final class Conditions {

    /** Terms that must all hold, with their parameters. */
    static final class Terms {

        private final List<String> terms = new ArrayList<>(List.of("true"));
        private final List<Object> values = new ArrayList<>();

        private void and(String term, Object... its) {
            terms.add(term);
            values.addAll(List.of(its));
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

    private final Terms entries = new Terms();
    private final Terms spans = new Terms();

    Terms entries() {
        return entries;
    }

    Terms spans() {
        return spans;
    }

    Conditions and(String term, Object... its) {
        entries.and(term, its);
        return this;
    }

    /** @param spanned what of a span must be so as well, with the same parameter */
    Conditions and(String term, String spanned, Object its) {
        entries.and(term, its);
        spans.and(spanned, its);
        return this;
    }

    /** One of these; nothing fits where there is none. Codes stand in the text itself: the planner knows how frequent each is. */
    Conditions anyOf(List<Integer> codes) {
        String term = codes.isEmpty() ? null : (codes.size() == 1 ? " @> " : " && ") + codes.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::int[]"));
        entries.and(term == null ? "false" : "tags" + term);
        spans.and(term == null ? "false" : "codes" + term);
        return this;
    }
}
