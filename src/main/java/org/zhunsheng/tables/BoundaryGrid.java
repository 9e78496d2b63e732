package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhunsheng.facts.Figures;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Tally;

/**
 * Cases at which the answer of a table may turn. What can be varied is found by asking: a path that leads to a missing fact names it,
 * also where it is the second or third it needs. All combinations where there are few; else as many drawn from them, always the same.
 */
final class BoundaryGrid {

    static final int MOST_CASES = 5_000;

    private enum Kind { FACT, JUDGEMENT, READING }

    /** Something that varies, with its values; null among them stands for "not given". */
    private record Dimension(Kind kind, String name, List<Object> values) {
    }

    private final TypedTable table;
    private final Map<String, List<String>> scales = new HashMap<>();
    private final Blank blank;
    private final Map<FactPath, Set<BigDecimal>> facts = new LinkedHashMap<>();
    private final Map<String, Dimension> dimensions = new LinkedHashMap<>();

    BoundaryGrid(TypedTable table, String policy, Figures figures) {
        this.table = table;
        this.blank = new Blank(table.viewpoint(), policy, figures, scales);
        table.rows().stream().flatMap(row -> row.conclusions().stream()).flatMap(conclusion -> withParts(conclusion.condition()))
                .forEach(this::take);
        table.rows().stream().flatMap(row -> row.only().stream()).forEach(this::takeConstraint);
        while (findMissingFacts()) {
            // a fact found opens the way to those behind it
        }
    }

    private static Stream<Condition> withParts(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(BoundaryGrid::withParts));
    }

    private void take(Condition condition) {
        condition.facts().forEach((fact, figures) -> facts.computeIfAbsent(fact, f -> new TreeSet<>()).addAll(figures));
        condition.readings().forEach((reading, options) -> vary(Kind.READING, reading, options.stream()));
        condition.points().forEach((point, scale) -> {
            List<String> withWorse = Stream.concat(scale.stream(), Stream.of("WORSE_THAN_LISTED")).toList();
            scales.put(point, withWorse);
            vary(Kind.JUDGEMENT, point, scale.isEmpty() ? Stream.of(true, false) : withWorse.stream());
        });
    }

    /** A case always has a direction, so the last value is another one and not none. */
    private void takeConstraint(Constraint only) {
        String path = only.path().toString();
        Set<Object> values = new LinkedHashSet<>(List.of(only.expected().value()));
        if (dimensions.containsKey(Kind.FACT + path)) {
            values.addAll(dimensions.get(Kind.FACT + path).values());
        }
        values.add(other(only.expected().value()));
        dimensions.put(Kind.FACT + path, new Dimension(Kind.FACT, path, List.copyOf(values)));
    }

    /** Adds values to what may vary; "not given" stays the last of them. */
    private void vary(Kind kind, String name, Stream<?> values) {
        Dimension known = dimensions.get(kind + name);
        Set<Object> all = new LinkedHashSet<>(known == null ? List.of() : known.values().subList(0, known.values().size() - 1));
        values.forEach(all::add);
        List<Object> withNone = new ArrayList<>(all);
        withNone.add(null);
        dimensions.put(kind + name, new Dimension(kind, name, withNone));
    }

    private boolean findMissingFacts() {
        int before = dimensions.size();
        List<Dimension> varied = List.copyOf(dimensions.values());
        List<Object> cases = new ArrayList<>();
        for (int one = 0; one < varied.size(); one++) {
            for (int value = 0; value < varied.get(one).values().size(); value++) {
                int dimension = one;
                int chosen = value;
                cases.add(build(at(varied, d -> d == dimension ? chosen : 0)));
            }
        }
        cases.add(build(at(varied, d -> 0)));
        for (Object each : cases) {
            facts.forEach((path, figures) -> {
                Object looked = path.in(each);
                if (looked instanceof Tally || looked instanceof Known<?> known && known.isMissing()) {
                    String name = looked instanceof Known<?> known ? known.name().replaceFirst("\\[.*", "") : path.toString();
                    if (!dimensions.containsKey(Kind.FACT + name)) {
                        dimensions.put(Kind.FACT + name, new Dimension(Kind.FACT, name, Samples.of(table.viewpoint().pattern(), name, figures)));
                    }
                }
            });
        }
        return dimensions.size() > before;
    }

    /** Most cases put the table's own question; the last few put another one, which no row may answer. */
    Stream<GridCase> cases() {
        List<Dimension> varied = List.copyOf(dimensions.values());
        BigInteger all = varied.stream().map(d -> BigInteger.valueOf(d.values().size())).reduce(BigInteger.ONE, BigInteger::multiply);
        boolean few = all.compareTo(BigInteger.valueOf(MOST_CASES)) <= 0;
        Random random = new Random(table.id().hashCode());
        Stream<GridCase> own = IntStream.range(0, few ? all.intValue() : MOST_CASES)
                .mapToObj(number -> few ? at(varied, digits(varied, number)) : at(varied, drawn(varied, random)));
        Stream<GridCase> others = table.when().stream().map(constraint -> {
            GridCase other = at(varied, d -> 0);
            other.given().put(constraint.path().toString(), other(constraint.expected().value()));
            return other;
        });
        return Stream.concat(own, others);
    }

    /** The record that rows look at, in this case. */
    Object build(GridCase one) {
        return blank.filled(one);
    }

    private static IntFunction<Integer> digits(List<Dimension> varied, int number) {
        int[] digits = new int[varied.size()];
        int rest = number;
        for (int d = 0; d < digits.length; d++) {
            digits[d] = rest % varied.get(d).values().size();
            rest /= varied.get(d).values().size();
        }
        return d -> digits[d];
    }

    private static IntFunction<Integer> drawn(List<Dimension> varied, Random random) {
        int[] drawn = varied.stream().mapToInt(d -> random.nextInt(d.values().size())).toArray();
        return d -> drawn[d];
    }

    private GridCase at(List<Dimension> varied, IntFunction<Integer> choice) {
        GridCase one = GridCase.empty();
        table.when().forEach(constraint -> one.given().put(constraint.path().toString(), constraint.expected().value()));
        for (int d = 0; d < varied.size(); d++) {
            Dimension dimension = varied.get(d);
            Object value = dimension.values().get(choice.apply(d));
            if (value != null) {
                switch (dimension.kind()) {
                    case FACT -> one.given().put(dimension.name(), value);
                    case JUDGEMENT -> one.judged().put(dimension.name(), value);
                    case READING -> one.chosen().put(dimension.name(), value.toString());
                }
            }
        }
        return one;
    }

    private static Object other(Object value) {
        if (value instanceof Enum<?> code) {
            Object[] codes = code.getDeclaringClass().getEnumConstants();
            return codes[(code.ordinal() + 1) % codes.length];
        }
        return "ANOTHER";
    }
}
