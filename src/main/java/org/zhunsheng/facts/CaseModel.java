package org.zhunsheng.facts;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to build the case file of one document from whatever was supplied. Drawn from the record itself at start-up, so that a
 * document with facts of its own brings its record and nothing else.
 */
public final class CaseModel {

    /** What a case carries besides facts: the question and what the service itself adds. */
    private static final Map<String, Class<?>> CONTEXT = Map.of("question", Question.class, "direction", String.class, "step", String.class,
            "asOf", LocalDate.class, "lawInForceFrom", LocalDate.class, "readings", Readings.class, "judgements", Judgements.class, "figures", Figures.class);

    private final Class<? extends CaseFile> type;
    private final Map<String, BlockModel> blocks = new LinkedHashMap<>();
    private final Map<String, FactModel> facts = new LinkedHashMap<>();
    private final String[] names;
    private final Object[] unsupplied;
    private final MethodHandle constructor;

    CaseModel(Class<? extends CaseFile> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException(type + " is no record");
        }
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.names = Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new);
        this.unsupplied = Stream.of(components).map(this::unsupplied).toArray();
        this.constructor = BlockModel.constructor(type);
    }

    private Object unsupplied(RecordComponent component) {
        String name = component.getName();
        if (CONTEXT.get(name) == component.getType()) {
            return null;
        }
        if (component.getType() == Known.class) {
            FactModel fact = FactModel.of("", component);
            facts.put(name, fact);
            return fact.missing();
        }
        if (!component.getType().isRecord()) {
            throw new IllegalStateException(type.getSimpleName() + "." + name + " is neither context nor a fact nor a block of facts");
        }
        BlockModel block = BlockModel.ofRoot(component.getType());
        if (!block.path().equals(name)) {
            throw new IllegalStateException(type.getSimpleName() + "." + name + " must be called " + block.path());
        }
        blocks.put(name, block);
        return block.missing();
    }

    public Class<? extends CaseFile> type() {
        return type;
    }

    public Map<String, BlockModel> blocks() {
        return Collections.unmodifiableMap(blocks);
    }

    /** Facts that stand on the case itself, such as its list of earlier awards. */
    public Map<String, FactModel> facts() {
        return Collections.unmodifiableMap(facts);
    }

    /** Facts of other documents' blocks are no part of this case and stay out. */
    public CaseFile caseFile(Map<String, ?> context, Map<String, ?> supplied) {
        Object[] values = unsupplied.clone();
        for (int i = 0; i < values.length; i++) {
            Object given = values[i] == null ? context.get(names[i]) : supplied.get(names[i]);
            if (given != null) {
                values[i] = given;
            }
        }
        return (CaseFile) BlockModel.construct(constructor, values);
    }
}
