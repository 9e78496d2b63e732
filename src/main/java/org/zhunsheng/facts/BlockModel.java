package org.zhunsheng.facts;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A record of facts: what stands in it, and how to build one from values in the order of its components. */
public final class BlockModel {

    private final String path;
    private final Class<?> type;
    private final List<FactModel> facts;
    private final Map<String, Integer> positions;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final Object missing;

    private BlockModel(Class<?> type, String path) {
        this.path = path;
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.facts = Arrays.stream(components).map(component -> FactModel.of(path + ".", component)).toList();
        this.positions = new HashMap<>();
        facts.forEach(fact -> positions.put(fact.name(), positions.size()));
        this.constructor = constructor(type);
        this.accessors = Arrays.stream(components).map(BlockModel::accessor).toArray(MethodHandle[]::new);
        this.missing = of(new Known<?>[facts.size()]);
    }

    static BlockModel ofRoot(Class<?> type) {
        Block named = type.getAnnotation(Block.class);
        String simple = type.getSimpleName();
        return new BlockModel(type, named != null ? named.value() : Character.toLowerCase(simple.charAt(0)) + simple.substring(1));
    }

    /** The annotation repeats the place, so that a reader of the record sees it; the two must not drift apart. */
    static BlockModel ofElements(Class<?> type, String path) {
        Block named = type.getAnnotation(Block.class);
        if (named == null || !named.value().equals(path)) {
            throw new IllegalStateException(type.getSimpleName() + " stands at " + path + " and must say so in @Block");
        }
        return new BlockModel(type, path);
    }

    /** {@code park}, or {@code awardsHistory[]} for the records of a list. */
    public String path() {
        return path;
    }

    public Class<?> type() {
        return type;
    }

    public List<FactModel> facts() {
        return facts;
    }

    public Map<String, Integer> positions() {
        return Collections.unmodifiableMap(positions);
    }

    public int position(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** One record; what is null was not supplied. The array is used up. */
    public Object of(Known<?>[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = facts.get(i).missing();
            }
        }
        return construct(constructor, values);
    }

    /** One record of what is known by name; what is null or absent was not supplied. */
    public Object of(Map<String, ?> known) {
        Known<?>[] values = new Known<?>[facts.size()];
        known.forEach((name, value) -> {
            if (value != null) {
                values[positions.get(name)] = value instanceof Known<?> already ? already : facts.get(positions.get(name)).of(value);
            }
        });
        return of(values);
    }

    public Object missing() {
        return missing;
    }

    public Known<?> value(Object block, int position) {
        try {
            return (Known<?>) (Object) accessors[position].invokeExact(block);
        } catch (Throwable broken) {
            throw new IllegalStateException(facts.get(position).path(), broken);
        }
    }

    static Object construct(MethodHandle constructor, Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    static MethodHandle constructor(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.lookup().findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length).asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(type + " must be public", hidden);
        }
    }

    private static MethodHandle accessor(RecordComponent component) {
        try {
            return MethodHandles.lookup().unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(component + " must be public", hidden);
        }
    }

    @Override
    public String toString() {
        return path + facts.stream().map(FactModel::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
