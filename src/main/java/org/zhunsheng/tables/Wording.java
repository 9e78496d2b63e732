package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell says, as somebody would say it who does not see the table: with the unit of its heading, and no signs. */
final class Wording {

    private static final Pattern WITH_UNIT = Pattern.compile("(.+)\\(([^()]+)\\)");

    private Wording() {
    }

    /** Without its unit where the figures beside it have theirs. */
    static String heading(String heading, String shown) {
        Matcher unit = WITH_UNIT.matcher(heading);
        return unit.matches() && shown.matches(".*\\d.*") ? unit.group(1) : heading;
    }

    static String of(String heading, String shown) {
        Interval interval = interval(shown);
        if (interval == null) {
            return shown.isEmpty() || shown.equals("-") ? "不限" : shown;
        }
        Matcher unit = WITH_UNIT.matcher(heading);
        String in = !unit.matches() ? "" : unit.group(2).equals("%") ? "%" : " " + unit.group(2);
        return switch (interval.relation()) {
            case AT_LEAST -> "不少于 " + figure(interval.from()) + in;
            case MORE_THAN -> "多于 " + figure(interval.from()) + in;
            case AT_MOST -> "不超过 " + figure(interval.to()) + in;
            case LESS_THAN -> "少于 " + figure(interval.to()) + in;
            case EQUAL_TO -> figure(interval.from()) + in;
            case WITHIN -> figure(interval.from()) + " 至 " + figure(interval.to()) + in + without(interval);
        };
    }

    private static String without(Interval interval) {
        String ends = (interval.fromIn() ? "" : figure(interval.from())) + (interval.fromIn() || interval.toIn() ? "" : "、") + (interval.toIn() ? "" : figure(interval.to()));
        return ends.isEmpty() ? "" : "（不含 " + ends + "）";
    }

    private static String figure(BigDecimal figure) {
        return Literal.plain(figure).toPlainString();
    }

    /** However it was typed. */
    static boolean same(String one, String other) {
        Interval first = interval(one);
        return first != null ? first.equals(interval(other)) : Objects.equals(any(one), any(other));
    }

    private static String any(String shown) {
        String normal = Literal.normal(shown);
        return normal.equals("-") ? "" : normal;
    }

    private static Interval interval(String shown) {
        try {
            return Interval.parse(Literal.written(shown), "");
        } catch (Refused noFigure) {
            return null;
        }
    }
}
