package org.zhunsheng.tables;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.zhunsheng.facts.Fact;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.findings.Tally;

/** Values worth trying for a fact: below, at and above every figure, each code, yes and no, none where it can be said, and missing. */
final class Samples {

    private static final int FIRST_YEAR_THAT_IS_ONE = 1900;

    private Samples() {
    }

    /** The last one, null, stands for a fact not supplied. */
    static List<Object> of(Class<?> root, String path, Collection<BigDecimal> figures) {
        RecordComponent component = component(root, path);
        List<Object> samples = new ArrayList<>();
        if (component.getType() == Tally.class) {
            return tallies(path, figures);
        }
        Type type = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        Fact fact = component.getAnnotation(Fact.class);
        for (Object value : values(type, fact, figures)) {
            samples.add(Known.of(path, value));
        }
        if (fact != null && !fact.none().isEmpty()) {
            samples.add(Known.none(path));
        }
        samples.add(null);
        return samples;
    }

    /** Of facts that stand in the record as they are; what is drawn from others has a figure or lacks one. */
    static boolean hasNone(Class<?> root, String path) {
        if (!path.matches("[A-Za-z.]+") || root.isRecord() && Stream.of(root.getRecordComponents()).noneMatch(c -> c.getName().equals(path.split("\\.")[0]))) {
            return false;
        }
        Fact fact = component(root, path).getAnnotation(Fact.class);
        return fact != null && !fact.none().isEmpty();
    }

    private static RecordComponent component(Class<?> root, String path) {
        Class<?> type = root;
        RecordComponent found = null;
        for (String name : path.split("\\.")) {
            found = Arrays.stream(type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]).filter(c -> c.getName().equals(name))
                    .findFirst().orElseThrow(() -> new IllegalStateException("边界网格不能取值：" + root.getSimpleName() + " 没有事实 " + path));
            type = found.getType();
        }
        return found;
    }

    private static List<?> values(Type type, Fact fact, Collection<BigDecimal> figures) {
        if (type == Boolean.class) {
            return List.of(true, false);
        }
        if (type instanceof Class<?> code && code.isEnum()) {
            return List.of(code.getEnumConstants());
        }
        if (type == Integer.class) {
            boolean isYear = fact != null && !fact.min().isEmpty() && new BigDecimal(fact.min()).intValue() >= FIRST_YEAR_THAT_IS_ONE;
            int year = Blank.DAY.getYear();
            return isYear ? List.of(year - 2, year - 1, year) : around(figures, BigDecimal.ONE).stream().map(BigDecimal::intValue).distinct().toList();
        }
        if (type == BigDecimal.class) {
            return around(figures, new BigDecimal("0.01"));
        }
        if (type == LocalDate.class) {
            return dates(figures);
        }
        if (type == String.class) {
            return List.of("甲");
        }
        ParameterizedType container = (ParameterizedType) type;
        if (container.getRawType() == Map.class) {
            return around(figures, new BigDecimal("0.01")).stream().map(value -> Map.of(Blank.DAY.getYear() - 1, value)).toList();
        }
        return lists(container.getActualTypeArguments()[0]);
    }

    private static List<BigDecimal> around(Collection<BigDecimal> figures, BigDecimal step) {
        List<BigDecimal> values = new ArrayList<>(List.of(BigDecimal.ZERO));
        for (BigDecimal figure : figures) {
            values.addAll(List.of(figure.subtract(step), figure, figure.add(step)));
        }
        return values.stream().filter(value -> value.signum() >= 0).map(Literal::plain).distinct().sorted().toList();
    }

    /** The corresponding day and its neighbours, and both sides of the turn of that year, for readings by calendar year. */
    static List<LocalDate> dates(Collection<BigDecimal> years) {
        List<LocalDate> dates = new ArrayList<>(List.of(Blank.DAY));
        for (BigDecimal figure : years) {
            LocalDate back = Blank.DAY.minusYears(figure.intValue());
            dates.addAll(List.of(Blank.DAY.plusDays(1), back.minusDays(1), back, back.plusDays(1), back.withDayOfYear(1),
                    back.withDayOfYear(1).minusDays(1)));
        }
        return dates.stream().distinct().toList();
    }

    private static List<?> lists(Type element) {
        List<Object> lists = new ArrayList<>(List.of(List.of()));
        if (element instanceof Class<?> code && code.isEnum()) {
            Arrays.stream(code.getEnumConstants()).map(List::of).forEach(lists::add);
            lists.add(List.of(code.getEnumConstants()));
        } else if (element == PlannedUse.class) {
            for (PlannedUse.Purpose purpose : PlannedUse.Purpose.values()) {
                lists.add(List.of(use(purpose, "100")));
                lists.add(List.of(use(purpose, "50"), use(PlannedUse.Purpose.OTHER, "50")));
                lists.add(List.of(use(purpose, "49.99"), use(PlannedUse.Purpose.OTHER, "50.01")));
            }
            lists.add(List.of(new PlannedUse(Known.missing("purpose"), Known.of("amountYuan", BigDecimal.ONE))));
            lists.add(List.of(new PlannedUse(Known.of("purpose", PlannedUse.Purpose.OTHER), Known.missing("amountYuan"))));
        }
        return lists;
    }

    static PlannedUse use(PlannedUse.Purpose purpose, String yuan) {
        return new PlannedUse(Known.of("purpose", purpose), Known.of("amountYuan", new BigDecimal(yuan)));
    }

    /** Every pair of certain and possible numbers, the difference due to a missing fact or to an open judgement. */
    private static List<Object> tallies(String path, Collection<BigDecimal> figures) {
        List<Integer> numbers = around(figures, BigDecimal.ONE).stream().map(BigDecimal::intValue).toList();
        List<Object> tallies = new ArrayList<>();
        for (int certain : numbers) {
            tallies.add(new Tally(path, certain, certain, Set.of(), Set.of()));
            numbers.stream().filter(possible -> possible > certain).forEach(possible -> {
                tallies.add(new Tally(path, certain, possible, Set.of("fact"), Set.of()));
                tallies.add(new Tally(path, certain, possible, Set.of(), Set.of("point")));
            });
        }
        return tallies;
    }
}
