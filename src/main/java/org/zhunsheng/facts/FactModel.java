package org.zhunsheng.facts;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One fact as its record component declares it: everything a reader, a writer or a page needs to know of it.
 * {@code element} is the kind inside a list or a year map, {@code records} the model of a list's records; both null elsewhere.
 */
public record FactModel(String path, String name, String label, String unit, FactKind kind, FactKind element, Map<String, Object> constants,
                        BlockModel records, BigDecimal min, BigDecimal max, String none, Known<?> missing, Known<?> knownNone) {

    static FactModel of(String prefix, RecordComponent component) {
        String path = prefix + component.getName();
        Fact fact = component.getAnnotation(Fact.class);
        if (fact == null || fact.value().isBlank() || component.getType() != Known.class) {
            throw new IllegalStateException(path + " is no Known with a labelled @Fact");
        }
        Type type = argument(component.getGenericType(), 0);
        FactKind kind = kind(type, path);
        Type inner = kind == FactKind.LIST ? argument(type, 0) : kind == FactKind.YEAR_MAP ? argument(type, 1) : null;
        FactKind element = inner == null ? null : kind(inner, path);
        // a map without years says "none" by itself; a second way to say it would only need telling apart
        boolean wellFormed = kind == FactKind.YEAR_MAP ? argument(type, 0) == Integer.class && numeric(element) && fact.none().isEmpty()
                : kind != FactKind.RECORD && element != FactKind.LIST && element != FactKind.YEAR_MAP;
        boolean limited = !fact.min().isEmpty() || !fact.max().isEmpty();
        if (!wellFormed || limited && !numeric(element == null ? kind : element)) {
            throw new IllegalStateException(path + " has a type or limits no request can express: " + component.getGenericType());
        }
        return new FactModel(path, component.getName(), fact.value(), fact.unit(), kind, element, constants(inner == null ? type : inner),
                element == FactKind.RECORD ? BlockModel.ofElements((Class<?>) inner, path + "[]") : null,
                limit(fact.min()), limit(fact.max()), fact.none(), Known.missing(path), Known.none(path));
    }

    /** A plain member of a request that is no fact of the case but is read and refused in the same way. */
    public static FactModel member(String path, String label, FactKind kind, Class<?> type) {
        return new FactModel(path, path, label, "", kind, null, constants(type), null, null, null, "", Known.missing(path), Known.none(path));
    }

    public Known<?> of(Object value) {
        return Known.of(path, value);
    }

    public boolean admitsNone() {
        return !none.isEmpty();
    }

    boolean declaredLike(FactModel other) {
        return path.equals(other.path) && label.equals(other.label) && kind == other.kind && element == other.element
                && constants.equals(other.constants) && (records == null ? other.records == null : other.records != null
                        && records.type() == other.records.type());
    }

    private static boolean numeric(FactKind kind) {
        return kind == FactKind.INTEGER || kind == FactKind.DECIMAL || kind == FactKind.MONEY;
    }

    private static BigDecimal limit(String written) {
        return written.isEmpty() ? null : new BigDecimal(written);
    }

    private static FactKind kind(Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? FactKind.LIST : generic.getRawType() == Map.class ? FactKind.YEAR_MAP : unknown(type, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == BigDecimal.class) {
            return path.endsWith("Yuan") ? FactKind.MONEY : FactKind.DECIMAL;
        }
        return plain == Boolean.class ? FactKind.BOOLEAN : plain == Integer.class ? FactKind.INTEGER : plain == LocalDate.class ? FactKind.DATE
                : plain == String.class ? FactKind.TEXT : plain.isEnum() ? FactKind.ENUM : plain.isRecord() ? FactKind.RECORD : unknown(type, path);
    }

    private static FactKind unknown(Type type, String path) {
        throw new IllegalStateException(path + " has a type no request can express: " + type);
    }

    private static Type argument(Type generic, int index) {
        if (generic instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[index];
        }
        throw new IllegalStateException(generic + " does not say what it holds");
    }

    private static Map<String, Object> constants(Type type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        if (type instanceof Class<?> plain && plain.isEnum()) {
            for (Object constant : plain.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
        }
        return Collections.unmodifiableMap(constants);
    }
}
