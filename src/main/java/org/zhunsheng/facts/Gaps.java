package org.zhunsheng.facts;

import java.util.Map;
import java.util.TreeMap;

/** What is missing in the elements of a list, by name: all of it, so that the order of the list cannot show. */
final class Gaps {

    private final Map<String, Known<?>> missing = new TreeMap<>();

    /** Whether any of these was not supplied. */
    boolean in(Known<?>... facts) {
        boolean some = false;
        for (Known<?> fact : facts) {
            if (fact.isMissing()) {
                missing.put(fact.name(), fact);
                some = true;
            }
        }
        return some;
    }

    boolean any() {
        return !missing.isEmpty();
    }

    <T> Known<T> lacking() {
        return Known.lacking(missing.values().toArray(Known<?>[]::new));
    }
}
