package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Problems;

/** Two cores beside each other: where they differ, and what of it matters. */
public final class Comparison {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Comparison() {
    }

    /**
     * Something that one core says and the other does not, or otherwise.
     *
     * @param before null where nothing was said of it
     */
    public record Change(Said.Of of, Object before, Object after) {

        void write(CanonicalJson json) {
            json.object();
            value(json, "after", after);
            value(json, "before", before);
            if (!of.name().isEmpty()) {
                json.name("name").value(of.name());
            }
            if (!of.of().isEmpty()) {
                json.name("of").value(of.of());
            }
            json.name("what").value(of.what().name()).end();
        }

        private static void value(CanonicalJson json, String name, Object value) {
            if (value instanceof BigDecimal number) {
                json.name(name).value(number);
            } else if (value != null) {
                json.name(name).value(value.toString());
            }
        }
    }

    public static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Change> changes(JsonNode core, JsonNode again) {
        SortedMap<Said.Of, Object> before = Said.by(core);
        SortedMap<Said.Of, Object> after = Said.by(again);
        TreeSet<Said.Of> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (Said.Of of : all) {
            if (!before.containsKey(of) || !before.get(of).equals(after.get(of))) {
                changes.add(new Change(of, before.get(of), after.get(of)));
            }
        }
        return changes;
    }

    /** JSON pointers to the places that differ; arrays are compared by position, which findings keep. */
    static TreeSet<String> differences(JsonNode one, JsonNode other) {
        TreeSet<String> differences = new TreeSet<>();
        differences("", one, other, differences);
        return differences;
    }

    private static void differences(String at, JsonNode one, JsonNode other, TreeSet<String> into) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> differences(at + "/" + Problems.step(name), one.path(name), other.path(name), into));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                differences(at + "/" + i, one.get(i), other.get(i), into);
            }
        } else {
            into.add(at);
        }
    }
}
