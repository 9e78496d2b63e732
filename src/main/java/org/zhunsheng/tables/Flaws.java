package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gathers what is wrong with one table. Of each kind the first are shown, and all are counted: nobody reads ten thousand overlaps. */
final class Flaws {

    private final List<Flaw> shown = new ArrayList<>();
    private final Map<Flaw.Kind, Integer> found = new EnumMap<>(Flaw.Kind.class);

    void add(Flaw.Kind kind, Supplier<Flaw> flaw) {
        if (found.merge(kind, 1, Integer::sum) <= Flaw.MOST_SHOWN) {
            shown.add(flaw.get());
        }
    }

    boolean isFull(Flaw.Kind kind) {
        return found.getOrDefault(kind, 0) > Flaw.MOST_SHOWN;
    }

    List<Flaw> shown() {
        return List.copyOf(shown);
    }

    Map<Flaw.Kind, Integer> found() {
        return found;
    }
}
