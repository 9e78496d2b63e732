package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Truth;

/** All that the rows of a table ask, cut at their figures: the space in which each row is a few {@link Box}es. */
final class Axes {

    private final TypedTable table;
    private final List<Axis> axes;
    private final Map<Object, Integer> number = new HashMap<>();
    private final Map<Readings, Map<Condition, List<Box>>> met = new HashMap<>();

    Axes(TypedTable table, List<Axis> axes) {
        this.table = table;
        this.axes = axes;
        axes.forEach(axis -> number.put(axis.key(), number.size()));
    }

    static Axes of(TypedTable table, Dictionary dictionary) {
        return new Axes(table, new AxisReader(table, dictionary).axes());
    }

    List<Axis> list() {
        return axes;
    }

    Axis get(int axis) {
        return axes.get(axis);
    }

    Integer of(Object key) {
        return number.get(key);
    }

    Box everyone() {
        return new Box(axes.stream().map(Axis::all).toList());
    }

    /** The applicant with these values, by axis; an item of a list that is not chosen is not in it. */
    Supposed suppose(Map<Integer, Integer> chosen, Readings readings) {
        Map<FactPath, Object> facts = new HashMap<>();
        Map<FactPath, List<Object>> lists = new HashMap<>();
        Map<String, Judgement> judged = new HashMap<>();
        Map<String, List<String>> scales = new HashMap<>();
        table.when().forEach(constraint -> facts.put(constraint.path(), constraint.expected().value()));
        chosen.forEach((at, value) -> {
            Axis axis = axes.get(at);
            Object sample = axis.values().get(value).sample();
            if (axis.key() instanceof Axis.Point point) {
                judged.put(point.name(), new Judgement(sample, "评审专家", Blank.DAY, ""));
                scales.put(point.name(), point.scale());
            } else if (axis.key() instanceof Axis.Item item) {
                lists.computeIfAbsent(item.fact(), fact -> new ArrayList<>());
                if (sample.equals(true)) {
                    lists.get(item.fact()).add(item.item().value());
                }
            } else {
                facts.put((FactPath) axis.key(), sample);
            }
        });
        lists.forEach((fact, items) -> facts.put(fact, Known.of(fact.toString(), items)));
        scales.values().removeIf(List::isEmpty);
        return new Supposed(facts, new Judgements("", judged, scales), readings, Blank.DAY);
    }

    /** Where a row holds; none where it never does. */
    List<Box> of(Row row, Reading reading) {
        List<Box> boxes = List.of(everyone());
        for (Constraint only : row.only()) {
            int axis = number.get(only.path());
            BitSet side = new BitSet();
            IntStream.range(0, axes.get(axis).values().size())
                    .filter(value -> axes.get(axis).values().get(value).sample().equals(only.expected().value())).forEach(side::set);
            boxes = both(boxes, List.of(everyone().with(axis, side)));
        }
        for (Conclusion conclusion : row.conclusions()) {
            boxes = both(boxes, conclusion.condition().where(this, reading));
        }
        return boxes;
    }

    static List<Box> both(List<Box> some, List<Box> others) {
        return some.stream().flatMap(one -> others.stream().map(one::and)).filter(both -> both != null).toList();
    }

    /** Where a condition that is not put together from others is met: by asking it, for every value of what it looks at. */
    List<Box> tested(Condition condition, Reading reading) {
        Readings readings = reading.of(condition);
        return met.computeIfAbsent(readings, same -> new HashMap<>()).computeIfAbsent(condition, same -> tested(condition, readings));
    }

    private List<Box> tested(Condition condition, Readings readings) {
        List<Integer> asked = keys(condition).map(number::get).filter(at -> at != null).distinct().sorted().toList();
        List<Box> boxes = new ArrayList<>();
        test(condition, readings, asked, 0, new HashMap<>(), everyone(), boxes);
        return boxes;
    }

    private void test(Condition condition, Readings readings, List<Integer> asked, int next, Map<Integer, Integer> chosen, Box box, List<Box> met) {
        boolean last = next >= asked.size() - 1;
        if (asked.isEmpty()) {
            if (condition.test(suppose(chosen, readings)).truth() == Truth.MET) {
                met.add(box);
            }
            return;
        }
        int axis = asked.get(next);
        Map<Object, BitSet> alike = new LinkedHashMap<>();
        BitSet in = new BitSet();
        for (int value = 0; value < axes.get(axis).values().size(); value++) {
            chosen.put(axis, value);
            if (!last) {
                List<Box> inner = new ArrayList<>();
                test(condition, readings, asked, next + 1, chosen, box, inner);
                if (!inner.isEmpty()) {
                    alike.computeIfAbsent(inner, same -> new BitSet()).set(value);
                }
            } else if (condition.test(suppose(chosen, readings)).truth() == Truth.MET) {
                in.set(value);
            }
        }
        chosen.remove(axis);
        if (!in.isEmpty()) {
            met.add(box.with(axis, in));
        }
        alike.forEach((inner, side) -> ((List<?>) inner).forEach(each -> met.add(((Box) each).with(axis, side))));
    }

    static Stream<Object> keys(Condition condition) {
        Stream<Object> own = condition instanceof Tested.Contains contains
                ? Stream.of(new Axis.Item(contains.fact(), contains.expected()))
                : Stream.concat(condition.facts().keySet().stream(), condition.points().entrySet().stream().map(Axes::point));
        return Stream.concat(own, condition.parts().stream().flatMap(Axes::keys));
    }

    static Axis.Point point(Map.Entry<String, List<String>> point) {
        return new Axis.Point(point.getKey(), point.getValue().isEmpty() ? List.of()
                : Stream.concat(point.getValue().stream(), Stream.of(AxisReader.WORSE)).toList());
    }

    /** How cells are read when boxes are drawn. */
    enum Reading {
        /** As the service decides. */
        DECIDED,
        /** Figures as they stand in the cell, both ends; grades still include the weaker. */
        WRITTEN;

        Readings of(Condition condition) {
            return this == WRITTEN && condition instanceof Tested.Band ? new Readings(Map.of("A07", "STRICT")) : Readings.DEFAULTS;
        }
    }
}
