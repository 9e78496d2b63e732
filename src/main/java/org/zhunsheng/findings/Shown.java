package org.zhunsheng.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something a clause shows beside its verdict, such as the document that carries the money. Of a {@code listed} one there may be several;
 * what has a first day is not shown before it. A later value of the same name replaces an earlier one.
 */
public record Shown(String name, String value, boolean listed, LocalDate from) {

    public static Shown value(String name, String value) {
        return new Shown(name, value, false, null);
    }

    public static Shown item(String name, String value) {
        return new Shown(name, value, true, null);
    }

    /** The day is written as in facts: 2022-06-13. */
    public Shown since(String day) {
        return new Shown(name, value, listed, LocalDate.parse(day));
    }

    /** As rules write it. */
    public String drl() {
        return "Shown." + (listed ? "item" : "value") + "( \"" + name + "\", \"" + value + "\" )" + (from == null ? "" : ".since( \"" + from + "\" )");
    }

    /** Of what a list does not name. */
    public static Verdict beyond(Verdict named, Verdict verdict, Shown... shown) {
        Verdict all = verdict;
        if (named.truth() == Truth.NOT_MET) {
            for (Shown one : shown) {
                all = all.showing(one.name, one.value);
            }
        }
        return all;
    }

    /** A row shows nothing of a case it does not speak of, and nothing to whom it refuses; what a cell showed already stays. */
    public static Verdict leads(Verdict named, Verdict rest, LocalDate on, Shown... shown) {
        Verdict both = Operators.given(named, rest);
        if (named.truth() != Truth.MET || both.truth() == Truth.NOT_MET) {
            return both;
        }
        Verdict verdict = both;
        for (Shown one : shown) {
            boolean begun = one.from == null || !on.isBefore(one.from);
            if (begun && !both.values().containsKey(one.name)) {
                verdict = verdict.showing(one.name, one.listed ? appended(verdict.values().get(one.name), one.value) : one.value);
            }
        }
        return verdict;
    }

    private static List<String> appended(Object before, String value) {
        List<String> all = new ArrayList<>();
        if (before instanceof List<?> list) {
            list.forEach(each -> all.add((String) each));
        }
        all.add(value);
        return List.copyOf(all);
    }
}
