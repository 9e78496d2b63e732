package org.zhunsheng.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** How many of a list count: those that certainly do, and those that may once what is missing is known. */
public record Count(String name, int certain, int possible, Set<String> lacking) {

    /** A number the caller states instead of a list. */
    public static Count stated(Known<Integer> number) {
        return number.isValue() ? new Count(number.name(), number.value(), number.value(), Set.of())
                : new Count(number.name(), 0, Integer.MAX_VALUE, Set.of(number.name()));
    }

    /** Each name once, however often it is listed; an element without a name is one of its own. */
    public static <T> Count distinct(String name, Collection<T> elements, Function<T, Known<String>> named, Function<T, Known<Boolean>> counts) {
        Map<Object, Known<Boolean>> byName = new HashMap<>();
        for (T element : elements) {
            Known<String> key = named.apply(element);
            byName.merge(key.isValue() ? key.value() : new Object(), counts.apply(element), Count::either);
        }
        return of(name, byName.values());
    }

    public static Count of(String name, Collection<Known<Boolean>> each) {
        int certain = 0;
        int possible = 0;
        Set<String> lacking = new TreeSet<>();
        for (Known<Boolean> one : each) {
            certain += one.is(true) ? 1 : 0;
            possible += one.is(true) || one.isMissing() ? 1 : 0;
            lacking.addAll(one.lacking());
        }
        return new Count(name, certain, possible, lacking);
    }

    @SafeVarargs
    public static Known<Boolean> both(Known<Boolean>... parts) {
        return joined(false, parts);
    }

    @SafeVarargs
    public static Known<Boolean> either(Known<Boolean>... parts) {
        return joined(true, parts);
    }

    /** One part that says so settles it; what is known to be none says no. */
    @SafeVarargs
    private static Known<Boolean> joined(boolean settling, Known<Boolean>... parts) {
        Set<Known<?>> missing = new LinkedHashSet<>();
        for (Known<Boolean> part : parts) {
            if (part.is(settling) || part.isNone() && !settling) {
                return Known.of(part.name(), settling);
            }
            if (part.isMissing()) {
                missing.add(part);
            }
        }
        return missing.isEmpty() ? Known.of(parts[0].name(), !settling) : Known.lacking(missing.toArray(Known<?>[]::new));
    }
}
