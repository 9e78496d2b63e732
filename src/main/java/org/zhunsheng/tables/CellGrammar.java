package org.zhunsheng.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in a cell, by the kind of its column. */
record CellGrammar(Dictionary dictionary, Viewpoint viewpoint) {

    private static final String ANY = "；「-」或留空表示不限";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("[uuuu-M-d][uuuu/M/d][uuuu'年'M'月'd'日']").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern YEARS_BACK = Pattern.compile("(\\d{1,2})\\s*年内");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[、,;]\\s*");

    static boolean isAny(Literal literal) {
        return literal == null || "-".equals(literal.value());
    }

    /** The row's clause is the point at which a use of money outside the list is judged. */
    Condition condition(ColumnSpec column, Literal literal, String clause) throws Refused {
        if (column.judged() != null) {
            if (!yes(literal)) {
                throw new Refused("应为「是」" + ANY);
            }
            return new Decided.Judged(viewpoint.judgements(), ColumnSpec.pointOf(clause, column.judged()));
        }
        if (column.grade() != null) {
            return new Decided.Graded(viewpoint.judgements(), column.grade(), code(column, literal),
                    words(column).values().stream().map(JsonNode::asText).toList(), viewpoint.readings());
        }
        if (column.purposes() != null) {
            return new Decided.MainlyFor(viewpoint.fact(column.purposes()), viewpoint.judgements(), clause, constants(column, literal));
        }
        FactPath fact = viewpoint.fact(column.fact());
        return switch (column.type()) {
            case BAND -> band(column, fact, literal);
            case NUMBER, INTEGER, MONEY -> new Tested.Compared(fact, interval(column, literal,
                    "应为数值，或 >=a、>a、<=a、<a，或 [a,b)、(a,b] 一类区间，不写单位和千位分隔符"));
            case YESNO -> yesNo(column, fact, yes(literal), clause);
            case CODE -> code(column, fact, constants(column, literal), clause);
            case CONTAINS -> anyOf(constants(column, literal).stream().<Condition>map(word -> new Tested.Contains(fact, word)).toList());
            case YEARS_BACK -> new Tested.EnteredWithin(fact, years(literal), viewpoint.ofCase("day"), viewpoint.readings());
            case CONTEXT -> throw new IllegalArgumentException(column.fact() + " 是适用条件，不产生结论");
        };
    }

    Constraint constraint(ColumnSpec column, Literal literal) throws Refused {
        return new Constraint(viewpoint.ofCase(column.fact()), Constant.word(code(column, literal)));
    }

    /** The items of a cell that names several. */
    static List<String> words(Literal literal) {
        return List.of(SEPARATOR.split(literal.text(), -1));
    }

    /** A plain figure of a result or parameter. */
    static BigDecimal figure(ColumnSpec column, Literal literal) throws Refused {
        boolean plain = literal.value() instanceof BigDecimal || PLAIN.matcher(literal.text()).matches();
        if (!plain) {
            throw new Refused("应为一个数值，不写单位和千位分隔符");
        }
        BigDecimal number = literal.value() instanceof BigDecimal stored ? stored : new BigDecimal(literal.text());
        return Literal.plain(inRange(column, number).multiply(column.scale()));
    }

    /** One word of the column's list, as the code it stands for. */
    String code(ColumnSpec column, Literal literal) throws Refused {
        Map<String, JsonNode> words = words(column);
        JsonNode code = words.get(literal.text());
        if (code == null) {
            throw new Refused("应为下列之一：" + String.join("、", words.keySet()));
        }
        return code.asText();
    }

    Map<String, JsonNode> words(ColumnSpec column) {
        Map<String, JsonNode> words = dictionary.codes().get(column.list());
        if (words == null) {
            throw new IllegalArgumentException("列字典没有代码表 " + column.list());
        }
        return words;
    }

    private List<Constant> constants(ColumnSpec column, Literal literal) throws Refused {
        Map<String, JsonNode> words = words(column);
        List<Constant> constants = new ArrayList<>();
        for (String word : SEPARATOR.split(literal.text(), -1)) {
            JsonNode code = words.get(word);
            if (code == null || constants.contains(Constant.of(code.asText()))) {
                throw new Refused("应为下列之一，或以「、」分隔的几项且不重复：" + String.join("、", words.keySet()) + ANY);
            }
            constants.add(Constant.of(code.asText()));
        }
        return constants;
    }

    private static Condition anyOf(List<Condition> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Joined.Any(conditions);
    }

    /** A list that ends in 等 leaves open whatever it does not name; a value that asks for a second look leaves open itself. */
    private Condition code(ColumnSpec column, FactPath fact, List<Constant> admitted, String clause) {
        Condition listed = new Tested.OneOf(fact, admitted);
        if (column.open() == null || column.open().value() != null && admitted.contains(Constant.of(column.open().value()))) {
            return listed;
        }
        ColumnSpec.Open open = column.open().of(clause);
        if (open.value() == null) {
            return new Decided.OpenList(listed, open, viewpoint);
        }
        return open.reading() != null ? new Decided.OrOpen(fact, open, viewpoint, admitted)
                : anyOf(List.of(listed, new Joined.All(List.of(new Tested.OneOf(fact, List.of(Constant.of(open.value()))),
                        new Decided.Judged(viewpoint.judgements(), open.point())))));
    }

    private Condition band(ColumnSpec column, FactPath fact, Literal literal) throws Refused {
        String allowed = "应为 >=a 或 [a,b)，不写单位和千位分隔符" + ANY;
        Interval interval = interval(column, literal, allowed);
        if (!interval.isBand()) {
            throw new Refused(allowed);
        }
        return new Tested.Band(fact, interval.from(), interval.to(), viewpoint.readings(), column.halfOpen());
    }

    private static Interval interval(ColumnSpec column, Literal literal, String allowed) throws Refused {
        Interval interval = Interval.parse(literal, allowed);
        for (BigDecimal figure : interval.figures()) {
            inRange(column, figure);
        }
        return interval.times(column.scale());
    }

    private static BigDecimal inRange(ColumnSpec column, BigDecimal figure) throws Refused {
        if (column.min() != null && figure.compareTo(column.min()) < 0) {
            throw new Refused("不应小于" + column.min().toPlainString() + unit(column));
        }
        if (column.max() != null && figure.compareTo(column.max()) > 0) {
            throw new Refused("不应大于" + column.max().toPlainString() + unit(column));
        }
        if (column.type() == ColumnSpec.Type.INTEGER && figure.stripTrailingZeros().scale() > 0) {
            throw new Refused("应为整数");
        }
        return figure;
    }

    /** The commonest slip with amounts: yuan where the heading says 万元. */
    private static String unit(ColumnSpec column) {
        return column.unit() == null ? "" : "（本列以" + column.unit() + "计，是否单位错误？）";
    }

    /** A day of the calendar, as a date or written; the 30th of February is none. */
    static LocalDate day(Literal literal) throws Refused {
        if (literal.value() instanceof LocalDate day) {
            return day;
        }
        try {
            return LocalDate.parse(literal.text(), DATE);
        } catch (DateTimeParseException e) {
            throw new Refused("应为日期，如2022-06-13、2022/6/13或2022年6月13日");
        }
    }

    private Condition yesNo(ColumnSpec column, FactPath fact, boolean yes, String clause) {
        if (column.open() != null && column.open().value() == null) {
            return new Decided.OpenList(new Tested.YesNo(fact, yes), column.open().of(clause), viewpoint);
        }
        return column.open() == null ? new Tested.YesNo(fact, yes)
                : new Decided.OrOpen(fact, column.open(), viewpoint, List.of(Constant.of(String.valueOf(yes))));
    }

    static boolean yes(Literal literal) throws Refused {
        if (literal.value() instanceof Boolean yes) {
            return yes;
        }
        return switch (literal.text()) {
            case "是" -> true;
            case "否" -> false;
            default -> throw new Refused("应为「是」或「否」" + ANY);
        };
    }

    private static int years(Literal literal) throws Refused {
        Matcher years = YEARS_BACK.matcher(literal.text());
        if (!years.matches() || Integer.parseInt(years.group(1)) == 0) {
            throw new Refused("应为「N年内」，如「3年内」" + ANY);
        }
        return Integer.parseInt(years.group(1));
    }
}
