package org.zhunsheng.tables;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.findings.Tally;

/** Finds what the cells of a table ask, and cuts it at all their figures. */
final class AxisReader {

    static final String WORSE = "WORSE_THAN_LISTED";
    private static final String OTHER = "其他";

    private final TypedTable table;
    private final Map<String, ColumnSpec> columns;
    private final CellGrammar grammar;
    private final Set<String> leftOut;
    private final Map<Object, List<String>> headings = new LinkedHashMap<>();
    private final Map<FactPath, Set<BigDecimal>> figures = new LinkedHashMap<>();

    AxisReader(TypedTable table, Dictionary dictionary) {
        this.table = table;
        this.columns = dictionary.columnsOf(dictionary.tables().get(table.id()));
        this.leftOut = dictionary.tables().get(table.id()).leavesOut().keySet();
        this.grammar = new CellGrammar(dictionary, table.viewpoint());
    }

    /** In the order of the columns, as far as a row asks them. */
    List<Axis> axes() {
        columns.forEach((heading, column) -> {
            if (column.isConstraint() && table.rows().stream().anyMatch(row -> !row.only().isEmpty())) {
                asked(table.viewpoint().ofCase(column.fact()), heading);
            }
            table.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.heading().equals(heading) && cell.condition() != null)
                    .forEach(cell -> take(cell.condition(), heading));
        });
        return headings.entrySet().stream().map(each -> withNone(axis(each.getKey(), each.getValue()))).toList();
    }

    private void asked(Object key, String heading) {
        List<String> known = headings.computeIfAbsent(key, k -> new ArrayList<>());
        if (!known.contains(heading)) {
            known.add(heading);
        }
    }

    private void take(Condition condition, String heading) {
        condition.facts().forEach((fact, at) -> figures.computeIfAbsent(fact, f -> new TreeSet<>()).addAll(at));
        Axes.keys(condition).filter(key -> !(key instanceof FactPath fact) || fact.type() != LocalDate.class).forEach(key -> asked(key, heading));
        condition.parts().forEach(part -> take(part, heading));
    }

    private Axis axis(Object key, List<String> asking) {
        String heading = String.join("、", asking);
        ColumnSpec column = columns.get(asking.get(0));
        if (key instanceof Axis.Point point) {
            return point.scale().isEmpty() ? yesNo(key, asking, column.judged() == null ? heading + "（人工判断）" : heading, false, true)
                    : new Axis(key, asking, heading, Axis.Kind.GRADE, BigDecimal.ONE, grades(point, column));
        }
        if (key instanceof Axis.Item item) {
            return yesNo(key, asking, heading + "有" + word(column, item.item().value()), false, true);
        }
        FactPath fact = (FactPath) key;
        if (fact.type() == Tally.class) {
            return new Axis(key, asking, heading, Axis.Kind.FIGURE, BigDecimal.ONE, new Cuts(column, true).values(figures.get(fact),
                    number -> new Tally(fact.toString(), number.intValueExact(), number.intValueExact(), Set.of(), Set.of())));
        }
        if (fact.type() != Known.class) {
            return new Axis(key, asking, heading, Axis.Kind.CODE, BigDecimal.ONE, codes(asking, fact.type(), value -> value));
        }
        Type type = ((ParameterizedType) fact.generic()).getActualTypeArguments()[0];
        if (type == Boolean.class) {
            return yesNo(key, asking, heading, Known.of(fact.toString(), false), Known.of(fact.toString(), true));
        }
        if (type == LocalDate.class) {
            return new Axis(key, asking, heading, Axis.Kind.DAY, BigDecimal.ONE, days(fact));
        }
        if (type instanceof ParameterizedType) {
            return new Axis(key, asking, heading, Axis.Kind.CODE, BigDecimal.ONE, plans(fact, column));
        }
        if (type == String.class || type instanceof Class<?> code && code.isEnum()) {
            return new Axis(key, asking, heading, Axis.Kind.CODE, BigDecimal.ONE, codes(asking, (Class<?>) type, value -> Known.of(fact.toString(), value)));
        }
        boolean whole = type == Integer.class || column.type() == ColumnSpec.Type.INTEGER;
        return new Axis(key, asking, heading, Axis.Kind.FIGURE, column.scale(), new Cuts(column, whole).values(figures.get(fact),
                number -> Known.of(fact.toString(), number)));
    }

    /** "Known to be none" (never listed, no certificate), of facts that can be; worse than anything, and no word of a cell. */
    private Axis withNone(Axis axis) {
        if (!(axis.key() instanceof FactPath fact) || fact.type() != Known.class || !Samples.hasNone(table.viewpoint().pattern(), fact.toString())) {
            return axis;
        }
        Axis.Value none = new Axis.Value(Known.none(fact.toString()), "无", null, axis.kind() != Axis.Kind.CODE);
        return new Axis(axis.key(), axis.columns(), axis.heading(), axis.kind(), axis.scale(),
                Stream.concat(Stream.of(none), axis.values().stream()).toList());
    }

    private static Axis yesNo(Object key, List<String> asking, String heading, Object no, Object yes) {
        return new Axis(key, asking, heading, Axis.Kind.YES_NO, BigDecimal.ONE,
                List.of(new Axis.Value(no, "否", null, true), new Axis.Value(yes, "是", null, true)));
    }

    private List<Axis.Value> grades(Axis.Point point, ColumnSpec column) {
        List<Axis.Value> grades = new ArrayList<>();
        for (int at = point.scale().size() - 1; at >= 0; at--) {
            String grade = point.scale().get(at);
            grades.add(new Axis.Value(grade, grade.equals(WORSE) ? "低于所列等级" : word(column, grade), null, true));
        }
        return grades;
    }

    /** The days at which a look-back turns; a day to come is nothing an applicant can name. */
    private List<Axis.Value> days(FactPath fact) {
        List<Axis.Value> days = new ArrayList<>();
        Samples.dates(figures.get(fact)).stream().filter(day -> !day.isAfter(Blank.DAY)).sorted()
                .forEach(day -> days.add(new Axis.Value(Known.of(fact.toString(), day), day.toString(), null, true)));
        return days;
    }

    /** Every code there is, those first that the column has a word for; of free words one more. */
    private List<Axis.Value> codes(List<String> asking, Class<?> type, Function<Object, Object> sample) {
        Map<Object, String> words = new LinkedHashMap<>();
        asking.stream().map(columns::get).filter(column -> !column.list().isEmpty()).forEach(column -> grammar.words(column)
                .forEach((word, code) -> words.putIfAbsent(constant(column, code.asText()), word)));
        Set<Object> all = new LinkedHashSet<>(words.keySet());
        all.addAll(type.isEnum() ? Arrays.asList(type.getEnumConstants()) : List.of(OTHER));
        return all.stream().map(code -> new Axis.Value(sample.apply(code), words.getOrDefault(code, OTHER + "（" + code + "）"), null,
                words.containsKey(code) && !leftOut.contains(words.get(code)))).toList();
    }

    private static Object constant(ColumnSpec column, String code) {
        return column.isConstraint() ? code : Constant.of(code).value();
    }

    /** All money for one purpose: cells that differ in a purpose differ there. */
    private List<Axis.Value> plans(FactPath fact, ColumnSpec column) {
        return Stream.of(PlannedUse.Purpose.values()).map(purpose -> new Axis.Value(Known.of(fact.toString(), List.of(Samples.use(purpose, "100"))),
                word(column, purpose), null, !word(column, purpose).equals(purpose.toString()))).toList();
    }

    private String word(ColumnSpec column, Object code) {
        return grammar.words(column).entrySet().stream()
                .filter(each -> Constant.of(each.getValue().asText()).value().equals(code) || each.getValue().asText().equals(code))
                .map(Map.Entry::getKey).findFirst().orElse(code.toString());
    }
}
