package org.zhunsheng.findings;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhunsheng.facts.Known;

/** How many of a list's elements count: those that certainly do, and those that still might. */
public record Tally(String name, int certain, int possible, Set<String> missing, Set<String> open) {

    /**
     * Each element counts once, under whichever row takes it; one that might count under two is still one. Sorted names, so that the
     * order in which facts came in cannot show.
     */
    public static Tally of(Collection<?> countables) {
        Map<Object, Verdict> byElement = new IdentityHashMap<>();
        for (Object each : countables) {
            Countable countable = (Countable) each;
            byElement.merge(countable.element(), countable.verdict(), (one, other) -> Operators.any(one, other));
        }
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> open = new TreeSet<>();
        int certain = 0;
        int possible = 0;
        for (Verdict verdict : byElement.values()) {
            certain += verdict.truth() == Truth.MET ? 1 : 0;
            possible += verdict.truth() == Truth.NOT_MET ? 0 : 1;
            if (!verdict.truth().isSettled()) {
                missing.addAll(verdict.missing());
                open.addAll(verdict.open());
            }
        }
        return new Tally("合格项目数", certain, possible, missing, open);
    }

    /** The list itself was not supplied: any number is possible. */
    public static Tally unknown(String list) {
        return new Tally("合格项目数", 0, Integer.MAX_VALUE, Set.of(list), Set.of());
    }

    public boolean isCertain() {
        return certain == possible;
    }

    Known<Integer> certainly() {
        return Known.of(name, certain);
    }

    Known<Integer> possibly() {
        return Known.of(name, possible);
    }
}
