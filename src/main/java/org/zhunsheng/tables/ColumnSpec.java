package org.zhunsheng.tables;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the dictionary says of one heading. A column asks for a {@code fact}, a {@code grade}, a {@code judged} point or the uses of
 * money ({@code purposes}); or it brings part of what a row yields ({@code result}) or of a figure ({@code key}, {@code figure}). What a
 * {@code first} column asks comes before the rest of its row: while the kind of case is open, what that kind needs is not asked for.
 * A {@code key} of type integer is a year; a {@code source} says where a figure was published.
 * A {@code halfOpen} band has (含) at its lower end only. A result that {@code shows} puts a value of this {@code name} beside the verdict, one
 * of a list where it is {@code listed}, {@code from} a day of the dictionary's or {@code since} the day the row gives.
 */
record ColumnSpec(String fact, Type type, String code, String unit, BigDecimal min, BigDecimal max, String limb, String either, boolean first,
                  boolean halfOpen, Open open, String grade, String judged, String purposes, String result, String key, String figure,
                  List<String> units, boolean source, String name, boolean listed, String prefix, String from, boolean since) {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    enum Type {
        BAND, NUMBER, INTEGER, MONEY, YESNO, CODE, CONTAINS, CONTEXT,
        @JsonProperty("yearsBack") YEARS_BACK
    }

    /** What a point is called that belongs to the clause of the row. */
    private static final String OWN = "own";

    /**
     * A value of the fact that is neither clearly in nor out, or with none named whatever is not listed: who decides, and the reading that
     * settles it either way, where there is one. What is not listed {@code shows} so, where that is asked for.
     */
    record Open(String value, String point, String reading, String accept, String reject, Map<String, String> shows) {

        Open of(String clause) {
            return new Open(value, pointOf(clause, point), reading, accept, reject, shows);
        }
    }

    static String pointOf(String clause, String point) {
        return point.startsWith(OWN) ? clause + point.substring(OWN.length()) : point;
    }

    boolean isCondition() {
        return result == null && key == null && figure == null && !source;
    }

    boolean isConstraint() {
        return type == Type.CONTEXT;
    }

    /** The name of the list of words that may stand here; empty where any may. */
    String list() {
        return key != null ? key : code == null ? "" : code;
    }

    /** Tables speak of 万元, facts of yuan. */
    BigDecimal scale() {
        return "万元".equals(unit) ? TEN_THOUSAND : BigDecimal.ONE;
    }
}
