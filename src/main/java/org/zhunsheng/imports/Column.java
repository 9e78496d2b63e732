package org.zhunsheng.imports;

import java.util.Map;

/**
 * A column of a file that is imported.
 *
 * @param values what an ENUM column may say, each with the constant it stands for; empty for other types
 */
public record Column(String heading, String key, Type type, boolean required, Map<String, String> values) {

    public enum Type { TEXT, CODE, DATE, AMOUNT_YUAN, ENUM }

    public Column {
        values = Map.copyOf(values);
        if (type == Type.ENUM == values.isEmpty()) {
            throw new IllegalArgumentException(heading);
        }
    }

    public static Column required(String heading, String key, Type type) {
        return new Column(heading, key, type, true, Map.of());
    }

    public static Column optional(String heading, String key, Type type) {
        return new Column(heading, key, type, false, Map.of());
    }
}
