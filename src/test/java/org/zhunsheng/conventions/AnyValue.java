package org.zhunsheng.conventions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.rulebase.RuleBase;

/** Random values of facts as their records declare them, numbers on and beside the figures of the tables, days around anniversaries. */
final class AnyValue {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"])[0-9]+(?:\\.[0-9]+)?");
    /** What rules compare texts with: {@code is( award.policy, "jkf_2022_9" )}. */
    private static final Pattern COMPARED = Pattern.compile("\\bis\\( [\\w.]+, \"([\\w.]+)\" \\)");
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    /** Most cases are filed on it, so that days around its anniversaries are boundaries. */
    static final LocalDate USUAL_DAY = LocalDate.of(2023, 3, 15);

    private final Random random;
    private final List<BigDecimal> figures;
    private final List<String> texts;

    AnyValue(RuleBase base, long seed) {
        this.random = new Random(seed);
        String tables = base.tables().drl().values().stream().map(RuleText::withoutComments).map(RuleText::withoutStrings)
                .collect(Collectors.joining());
        List<BigDecimal> stated = Stream.concat(NUMBER.matcher(tables).results().map(found -> new BigDecimal(found.group())),
                base.figures().byClause().values().stream()).map(figure -> new BigDecimal(figure.stripTrailingZeros().toPlainString()))
                .distinct().sorted().toList();
        this.figures = stated.isEmpty() ? List.of(BigDecimal.ONE) : stated;
        this.texts = Stream.of(Stream.of("甲", "乙", base.policy().policy()), base.policy().directions().stream().map(Direction::id),
                RuleText.written(base).values().stream().flatMap(rules -> COMPARED.matcher(rules).results().map(found -> found.group(1))))
                .flatMap(each -> each).distinct().toList();
    }

    JsonNode value(FactModel fact) {
        if (fact.admitsNone() && chance(0.15)) {
            return JSON.objectNode().put("none", true);
        }
        if (fact.kind() == FactKind.LIST) {
            ArrayNode list = JSON.arrayNode();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(fact.element() == FactKind.RECORD ? record(fact.records()) : scalar(fact, fact.element()));
            }
            return list;
        }
        if (fact.kind() == FactKind.YEAR_MAP) {
            ObjectNode years = JSON.objectNode();
            Stream.of("2021", "2022", "2023").filter(year -> chance(0.7)).forEach(year -> years.set(year, number(fact, fact.element())));
            return years;
        }
        return scalar(fact, fact.kind());
    }

    private ObjectNode record(BlockModel records) {
        ObjectNode one = JSON.objectNode();
        records.facts().stream().filter(fact -> chance(0.8)).forEach(fact -> one.set(fact.name(), value(fact)));
        return one;
    }

    private JsonNode scalar(FactModel fact, FactKind kind) {
        return switch (kind) {
            case BOOLEAN -> JSON.booleanNode(chance(0.5));
            case ENUM -> JSON.textNode(pick(List.copyOf(new TreeSet<>(fact.constants().keySet()))));
            case TEXT -> JSON.textNode(pick(texts));
            case DATE -> JSON.textNode(day().toString());
            default -> number(fact, kind);
        };
    }

    /** On a figure or just beside it; a number that has a least value of a thousand and more is a year. */
    JsonNode number(FactModel fact, FactKind kind) {
        BigDecimal step = kind == FactKind.INTEGER ? BigDecimal.ONE : new BigDecimal("0.01");
        boolean year = fact.min() != null && fact.min().compareTo(BigDecimal.valueOf(1000)) > 0;
        BigDecimal figure = year ? BigDecimal.valueOf(2021 + random.nextInt(3))
                : chance(0.15) ? figures.get(figures.size() - 1) : pick(figures);
        BigDecimal number = figure.add(step.multiply(BigDecimal.valueOf(year ? 0 : random.nextInt(3) - 1)));
        number = fact.min() == null ? number : number.max(fact.min());
        number = fact.max() == null ? number : number.min(fact.max());
        return JSON.numberNode(kind == FactKind.INTEGER ? number.setScale(0, RoundingMode.DOWN) : number);
    }

    /** Corresponding days of earlier and later years, the day before and the day after. */
    LocalDate day() {
        return USUAL_DAY.plusYears(chance(0.5) ? 0 : random.nextInt(7) - 4).plusDays(random.nextInt(3) - 1 + (chance(0.2) ? 200 : 0));
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    Random random() {
        return random;
    }
}
