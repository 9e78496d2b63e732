package org.zhunsheng.tables;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * What the dictionary says of one table: what its rows look at, when they are asked at all, and its columns by heading; and the discretion
 * point of an overall assessment, where no rule of its own asks for that. A table of figures issued year by year may still be empty.
 * What the document itself {@code leavesOut}, word by word and why, needs no row.
 */
record TableSpec(String title, String on, @JsonProperty("case") String of, String hands, boolean figures, boolean mayBeEmpty, String assessment,
                 Map<String, String> leavesOut, Map<String, String> when, Map<String, ColumnSpec> columns) {

    TableSpec {
        of = of == null ? "" : of;
        leavesOut = leavesOut == null ? Map.of() : leavesOut;
        when = when == null ? Map.of() : when;
    }

    /** Rows on single elements of a list hand on what they found to the rules that count. */
    boolean isCountable() {
        return "countable".equals(hands);
    }
}
