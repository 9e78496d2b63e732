package org.zhunsheng.tables;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The column dictionary of one policy (columns.yaml): from the headings and words of analysts to facts and codes. */
record Dictionary(String policy, String root, Map<String, Map<String, JsonNode>> codes, Map<String, ColumnSpec> results,
                  Map<String, TableSpec> tables) {

    static final String FILE = "columns.yaml";

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    Dictionary {
        codes = normal(codes);
        codes.replaceAll((list, words) -> normal(words));
        results = normal(results);
    }

    static Dictionary read(byte[] yaml) {
        try {
            return YAML.readValue(yaml, Dictionary.class);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + "：" + e.getMessage(), e);
        }
    }

    /** Results may stand in every table of rules; a table of figures has only columns of its own. */
    Map<String, ColumnSpec> columnsOf(TableSpec table) {
        Map<String, ColumnSpec> columns = new LinkedHashMap<>(normal(table.columns()));
        if (!table.figures()) {
            columns.putAll(results);
        }
        return columns;
    }

    Viewpoint viewpoint(TableSpec table) {
        return new Viewpoint(Viewpoint.named(table.on() == null ? root : table.on()), table.of(), Viewpoint.named(root));
    }

    /** Words are compared as they are read, in half-width form. */
    private static <T> Map<String, T> normal(Map<String, T> map) {
        Map<String, T> normal = new LinkedHashMap<>();
        map.forEach((word, meaning) -> normal.put(Literal.normal(word), meaning));
        return normal;
    }
}
