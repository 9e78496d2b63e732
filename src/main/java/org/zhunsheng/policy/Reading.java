package org.zhunsheng.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An ambiguity of the text (解释口径), by its id or by the ids other inventories give to the same question: what is read by default, what
 * else could be read, and whether a request may choose. Where it may not, or not this option, {@code fixedBecause} says why. Under whatever name, the options
 * are those of this reading.
 */
public record Reading(String id, List<String> aliases, List<String> clauses, String zh, String en, boolean selectable, Option standard, List<Option> alternatives,
                      String why, String fixedBecause) {

    public record Option(String key, String zh, String en, String fixedBecause) {
    }

    public Reading {
        aliases = aliases == null ? List.of() : aliases;
        if (selectable == (fixedBecause != null)) {
            throw new IllegalArgumentException("口径 " + id + "：不可切换的口径必须且只有它可以写 fixedBecause");
        }
    }

    public Optional<Option> option(String key) {
        return standard.key().equals(key) ? Optional.of(standard)
                : alternatives.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    /** What a request may choose instead of the standard. */
    public List<Option> choices() {
        return selectable ? alternatives.stream().filter(option -> option.fixedBecause() == null).toList() : List.of();
    }

    /** Whether a request may choose this. */
    public boolean admits(String key) {
        return selectable && option(key).filter(option -> option.fixedBecause() == null).isPresent();
    }

    public boolean isCalled(String name) {
        return id.equals(name) || aliases.contains(name);
    }

    public String keys() {
        return Stream.concat(Stream.of(standard), choices().stream()).map(Option::key).collect(Collectors.joining("、"));
    }
}
