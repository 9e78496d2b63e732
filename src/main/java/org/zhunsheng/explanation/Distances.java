package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.explanation.Explanation.Distance;
import org.zhunsheng.pages.Wording;

/**
 * How far a value is from what was required, and whether that is by a hair, as {@code margins.properties} states it. Near nothing (a threshold
 * of zero) only zero itself is near.
 */
final class Distances {

    private static final Properties MARGINS = margins();
    private static final BigDecimal PART = new BigDecimal(MARGINS.getProperty("part"));
    private static final int DAYS = Integer.parseInt(MARGINS.getProperty("days"));

    private final Wording wording;

    Distances(Wording wording) {
        this.wording = wording;
    }

    private static Properties margins() {
        Properties margins = new Properties();
        try (InputStream in = Distances.class.getResourceAsStream("/explanation/margins.properties")) {
            margins.load(in);
            return margins;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lastDay as the finding shows it, or null where it shows none or several days were looked at; @param standard no reading was chosen */
    Distance of(JsonNode evidence, String unit, LocalDate lastDay, boolean standard) {
        JsonNode value = evidence.path("value");
        JsonNode required = evidence.path("required");
        return switch (evidence.path("test").asText()) {
            case "AT_LEAST", "MORE_THAN" -> numeric(value, required.isNumber() ? required.decimalValue() : null, null, unit);
            case "AT_MOST", "LESS_THAN" -> numeric(value, null, required.isNumber() ? required.decimalValue() : null, unit);
            case "WITHIN" -> numeric(value, end(required, 0), end(required, 1), unit);
            case "IS" -> required.isNumber() ? numeric(value, required.decimalValue(), required.decimalValue(), unit) : null;
            case "ON_OR_BEFORE", "AFTER" -> dated(day(value), day(required));
            case "FULL_YEARS_BY" -> years(value, required, null);
            case "WITHIN_YEARS_OF" -> lastDay != null || standard ? years(value, required, lastDay) : null;
            default -> null;
        };
    }

    /** An interval is written as two numbers, or as in [10000,30000). */
    private static BigDecimal end(JsonNode interval, int which) {
        if (interval.isArray() && interval.size() == 2 && interval.get(which).isNumber()) {
            return interval.get(which).decimalValue();
        }
        String[] ends = interval.isTextual() ? interval.asText().split(",") : new String[0];
        return ends.length != 2 ? null : new BigDecimal(which == 0 ? ends[0].substring(1) : ends[1].substring(0, ends[1].length() - 1));
    }

    private Distance numeric(JsonNode node, BigDecimal from, BigDecimal to, String unit) {
        if (!node.isNumber() || from == null && to == null) {
            return null;
        }
        BigDecimal value = node.decimalValue();
        BigDecimal end = from == null ? to : to == null ? from : value.subtract(from).abs().compareTo(value.subtract(to).abs()) <= 0 ? from : to;
        BigDecimal by = value.subtract(end);
        boolean hair = by.abs().compareTo(end.abs().multiply(PART)) <= 0;
        // between two percentages lie points, not per cent
        String between = unit.equals("%") ? wording.say("个百分点", "percentage points") : unit;
        String text = by.signum() == 0 ? wording.say("恰为要求的数值", "exactly the figure")
                : by.signum() < 0 ? wording.say("低 ", "below by ") + wording.measured(by.negate(), between)
                        : wording.say("高 ", "above by ") + wording.measured(by, between);
        return new Distance(value, from, to, by, unit, hair, text);
    }

    private Distance dated(LocalDate day, LocalDate limit) {
        if (day == null || limit == null) {
            return null;
        }
        long by = ChronoUnit.DAYS.between(limit, day);
        String text = by == 0 ? wording.say("恰为当日", "on that very day")
                : by < 0 ? wording.say("早 ", "earlier by ") + wording.days(-by) : wording.say("晚 ", "later by ") + wording.days(by);
        return new Distance(null, null, null, BigDecimal.valueOf(by), "天", Math.abs(by) <= DAYS, text);
    }

    /** From the day that completes or ends the years to the day they are counted to. */
    private Distance years(JsonNode value, JsonNode required, LocalDate lastDay) {
        LocalDate start = day(value);
        LocalDate on = day(required.path("on"));
        if (start == null || on == null || !required.path("years").isInt()) {
            return null;
        }
        LocalDate end = lastDay == null ? Periods.yearsAfter(start, required.path("years").intValue()) : lastDay;
        long by = ChronoUnit.DAYS.between(end, on);
        String reached = wording.say(end + " 届满，", "complete on " + end + ", ");
        String text = by == 0 ? wording.say("当日恰为 " + end, "the day is " + end + " itself")
                : reached + (by < 0 ? wording.say("还差 ", "still ") + wording.days(-by) + wording.say("", " to go")
                        : wording.say("已过 ", "") + wording.days(by) + wording.say("", " ago"));
        return new Distance(null, null, null, BigDecimal.valueOf(by), "天", Math.abs(by) <= DAYS, text);
    }

    static LocalDate day(JsonNode node) {
        try {
            return node.isTextual() && node.asText().length() == 10 ? LocalDate.parse(node.asText()) : null;
        } catch (DateTimeParseException text) {
            return null;
        }
    }
}
