package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Evidence;
import org.zhunsheng.findings.Verdict;

/**
 * The values of one fact at which verdicts may turn, read off what they required: a figure, and its neighbour where the figure itself
 * does not count. Between two of them nothing changes, so that no other value needs to be tried.
 *
 * @param before as the fact was supplied; @param now as it is supposed to be already
 */
record Candidates(FactModel fact, boolean later, Object before, Object now) {

    /** Amounts and measures are told apart to the hundredth. */
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    List<Object> of(Collection<Verdict> verdicts) {
        return switch (fact.kind()) {
            case BOOLEAN -> List.of(!(Boolean) now);
            case ENUM -> fact.constants().values().stream().filter(code -> code != now).toList();
            case INTEGER, DECIMAL, MONEY -> numbers(verdicts);
            case DATE -> dates(verdicts);
            default -> List.of();
        };
    }

    BigDecimal step() {
        return fact.kind() == FactKind.INTEGER ? BigDecimal.ONE : HUNDREDTH;
    }

    /** The nearest value on either side of the figure on which the test comes out otherwise. */
    private List<Object> numbers(Collection<Verdict> verdicts) {
        TreeSet<BigDecimal> values = new TreeSet<>();
        for (Verdict verdict : verdicts) {
            for (Evidence evidence : verdict.evidence()) {
                if (evidence.fact().name().equals(fact.path())) {
                    figures(evidence.required()).forEach(figure -> turning(evidence, figure, values));
                }
            }
        }
        return values.stream().map(this::typed).toList();
    }

    private void turning(Evidence evidence, BigDecimal figure, NavigableSet<BigDecimal> into) {
        BigDecimal current = number(now);
        boolean held = holds(evidence, current);
        TreeSet<BigDecimal> turned = new TreeSet<>();
        Stream.of(figure.subtract(step()), figure, figure.add(step())).map(this::onGrid).filter(this::admitted)
                .filter(value -> holds(evidence, value) != held).forEach(turned::add);
        Stream.of(turned.ceiling(current), turned.floor(current)).filter(value -> value != null).forEach(into::add);
    }

    private BigDecimal onGrid(BigDecimal figure) {
        return fact.kind() == FactKind.INTEGER ? figure.setScale(0, RoundingMode.CEILING) : figure;
    }

    boolean admitted(BigDecimal value) {
        boolean fits = fact.kind() != FactKind.INTEGER || value.toBigInteger().bitLength() < Integer.SIZE;
        return fits && (fact.min() == null || value.compareTo(fact.min()) >= 0) && (fact.max() == null || value.compareTo(fact.max()) <= 0);
    }

    Object typed(BigDecimal value) {
        return fact.kind() == FactKind.INTEGER ? (Object) value.intValueExact() : value;
    }

    static BigDecimal number(Object value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }

    private static boolean holds(Evidence evidence, BigDecimal value) {
        List<BigDecimal> figures = figures(evidence.required());
        int from = value.compareTo(figures.get(0));
        return switch (evidence.test()) {
            case AT_LEAST -> from >= 0;
            case MORE_THAN -> from > 0;
            case AT_MOST -> from <= 0;
            case LESS_THAN -> from < 0;
            case WITHIN -> within(evidence.required(), value, figures);
            default -> figures.stream().anyMatch(figure -> figure.compareTo(value) == 0) != (evidence.test() == Evidence.Test.IS_NOT);
        };
    }

    /** Two figures as a list take in the first only; as a text they say by their brackets which they take in. */
    private static boolean within(Object required, BigDecimal value, List<BigDecimal> figures) {
        String brackets = required instanceof String text ? text : "[)";
        int from = value.compareTo(figures.get(0));
        int to = value.compareTo(figures.get(1));
        return (brackets.startsWith("[") ? from >= 0 : from > 0) && (brackets.endsWith("]") ? to <= 0 : to < 0);
    }

    private static List<BigDecimal> figures(Object required) {
        if (required instanceof Number) {
            return List.of(number(required));
        }
        if (required instanceof List<?> list) {
            return list.stream().filter(Number.class::isInstance).map(Candidates::number).toList();
        }
        return required instanceof String text && text.matches("[\\[(][0-9.]+,[0-9.]+[\\])]")
                ? Stream.of(text.substring(1, text.length() - 1).split(",")).map(BigDecimal::new).toList() : List.of();
    }

    /**
     * Days are compared with other days and with the end of years counted from them: those, the days beside them, and the turn of the year.
     * The day as it is now, wherever it shows, leads nowhere.
     */
    private List<Object> dates(Collection<Verdict> verdicts) {
        TreeSet<LocalDate> shown = new TreeSet<>();
        for (Verdict verdict : verdicts) {
            verdict.values().values().forEach(value -> add(value, shown));
            for (Evidence evidence : verdict.evidence()) {
                add(evidence.fact().value(), shown);
                add(evidence.required(), shown);
                if (evidence.required() instanceof Map<?, ?> counted && counted.get("years") instanceof Integer years
                        && evidence.fact().value() instanceof LocalDate from) {
                    shown.add(Periods.yearsAfter(from, years));
                }
            }
        }
        shown.remove(now);
        shown.add(LocalDate.of(((LocalDate) before).getYear() + 1, 1, 1));
        TreeSet<LocalDate> days = new TreeSet<>();
        shown.forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        days.remove(now);
        return new ArrayList<>(later ? days.tailSet((LocalDate) before) : days);
    }

    private static void add(Object value, TreeSet<LocalDate> into) {
        if (value instanceof LocalDate day) {
            into.add(day);
        } else if (value instanceof Known<?> known) {
            add(known.value(), into);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> add(each, into));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> add(each, into));
        }
    }
}
