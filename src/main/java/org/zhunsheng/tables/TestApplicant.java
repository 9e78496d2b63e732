package org.zhunsheng.tables;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Tally;

/** The applicant of one row of the sheet 测试, built heading by heading. What its author leaves open was not supplied; 无 is known to be none of it. */
final class TestApplicant {

    private static final String NONE = "无";
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final TypedTable table;
    private final Map<String, ColumnSpec> columns;
    private final CellGrammar grammar;
    private final LocalDate day;
    private final Map<FactPath, Object> facts = new HashMap<>();
    private final Map<String, Judgement> judged = new HashMap<>();
    private final Map<String, List<String>> scales = new HashMap<>();

    TestApplicant(TypedTable table, Dictionary dictionary, LocalDate day) {
        this.table = table;
        this.columns = dictionary.columnsOf(dictionary.tables().get(table.id()));
        this.grammar = new CellGrammar(dictionary, table.viewpoint());
        this.day = day;
        table.when().forEach(constraint -> facts.put(constraint.path(), constraint.expected().value()));
        table.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.condition() != null).forEach(cell -> unknown(cell.condition()));
    }

    Supposed supposed() {
        return new Supposed(facts, new Judgements("", judged, scales), Readings.DEFAULTS, day);
    }

    private void unknown(Condition condition) {
        condition.facts().keySet().forEach(fact -> {
            if (fact.type() == Tally.class) {
                facts.put(fact, Tally.unknown(fact.toString()));
            } else if (isDay(fact)) {
                facts.put(fact, Known.of(fact.toString(), day));
            } else if (fact.type() == Known.class) {
                facts.put(fact, Known.missing(fact.toString()));
            }
        });
        condition.points().forEach((point, scale) -> {
            if (!scale.isEmpty()) {
                scales.put(point, Axes.point(Map.entry(point, scale)).scale());
            }
        });
        condition.parts().forEach(this::unknown);
    }

    /** From which a column looks back. */
    private boolean isDay(FactPath fact) {
        String of = table.viewpoint().of();
        return fact.toString().equals(of.isEmpty() ? "day" : of + ".day");
    }

    /** What the author writes under a heading is so of him. */
    void take(String heading, Literal literal) throws Refused {
        ColumnSpec column = columns.get(heading);
        if (column.isConstraint()) {
            facts.put(table.viewpoint().ofCase(column.fact()), isNone(literal) ? NONE : grammar.code(column, literal));
            return;
        }
        Set<Object> asked = new LinkedHashSet<>();
        table.rows().stream().flatMap(row -> row.cells().stream()).filter(cell -> cell.heading().equals(heading) && cell.condition() != null)
                .forEach(cell -> Axes.keys(cell.condition()).forEach(asked::add));
        for (Object key : asked) {
            if (key instanceof Axis.Point point) {
                judge(column, point, literal);
            } else {
                FactPath fact = key instanceof Axis.Item item ? item.fact() : (FactPath) key;
                if (fact.type() != LocalDate.class && !isDay(fact)) {
                    facts.put(fact, value(column, fact, literal));
                }
            }
        }
    }

    /** Points at which a use of money or an unlisted word is judged are no business of the column that asks for the fact. */
    private void judge(ColumnSpec column, Axis.Point point, Literal literal) throws Refused {
        if (column.grade() != null) {
            judged.put(point.name(), new Judgement(isNone(literal) ? AxisReader.WORSE : grammar.code(column, literal), "", day, ""));
        } else if (column.judged() != null) {
            judged.put(point.name(), new Judgement(CellGrammar.yes(literal), "", day, ""));
        }
    }

    private Object value(ColumnSpec column, FactPath fact, Literal literal) throws Refused {
        String name = fact.toString();
        if (fact.type() == Tally.class) {
            int number = isNone(literal) ? 0 : CellGrammar.figure(column, literal).intValueExact();
            return new Tally(name, number, number, Set.of(), Set.of());
        }
        if (fact.type() != Known.class) {
            return isNone(literal) ? unlisted(column, fact.type()) : code(column, literal);
        }
        Type type = ((ParameterizedType) fact.generic()).getActualTypeArguments()[0];
        if (isNone(literal)) {
            boolean listed = type instanceof Class<?> code && code.isEnum() && !Samples.hasNone(table.viewpoint().pattern(), name);
            Object other = listed ? unlisted(column, (Class<?>) type) : null;
            return other == null ? Known.none(name) : Known.of(name, other);
        }
        if (type == Boolean.class) {
            return Known.of(name, CellGrammar.yes(literal));
        }
        if (type == LocalDate.class) {
            return Known.of(name, CellGrammar.day(literal));
        }
        if (type instanceof ParameterizedType list) {
            return Known.of(name, list.getActualTypeArguments()[0] == PlannedUse.class ? uses(column, literal) : codes(column, literal));
        }
        return Known.of(name, type == String.class || ((Class<?>) type).isEnum() ? code(column, literal) : CellGrammar.figure(column, literal));
    }

    private static boolean isNone(Literal literal) {
        return NONE.equals(literal.value());
    }

    private Object code(ColumnSpec column, Literal literal) throws Refused {
        return Constant.of(grammar.code(column, literal)).value();
    }

    private List<Object> codes(ColumnSpec column, Literal literal) throws Refused {
        List<Object> codes = new ArrayList<>();
        for (String word : CellGrammar.words(literal)) {
            codes.add(code(column, Literal.written(word)));
        }
        return codes;
    }

    /** A code that the column has no word for; null where it has one for each. */
    private Object unlisted(ColumnSpec column, Class<?> type) {
        Set<Object> listed = grammar.words(column).values().stream().map(code -> Constant.of(code.asText()).value()).collect(Collectors.toCollection(HashSet::new));
        return type.isEnum() ? Arrays.stream(type.getEnumConstants()).filter(code -> !listed.contains(code)).findFirst().orElse(null) : NONE;
    }

    /** The same amount for each. */
    private List<PlannedUse> uses(ColumnSpec column, Literal literal) throws Refused {
        List<PlannedUse> uses = new ArrayList<>();
        for (Object purpose : codes(column, literal)) {
            uses.add(Samples.use((PlannedUse.Purpose) purpose, HUNDRED.toPlainString()));
        }
        return uses;
    }
}
