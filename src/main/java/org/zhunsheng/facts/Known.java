package org.zhunsheng.facts;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A fact as the caller put it: a value, "known to be none" (never listed, no certificate), or not supplied.
 * A boxed type with {@code null} was the alternative; it cannot tell the second from the third, and it does not know its
 * own name, so that every rule would have to repeat it for the sake of the evidence.
 */
public final class Known<T> {

    private enum State { VALUE, NONE, MISSING }

    private final String name;
    private final T value;
    private final State state;
    private final Set<String> lacking;

    private Known(String name, T value, State state, Set<String> lacking) {
        this.name = name;
        this.value = value;
        this.state = state;
        this.lacking = lacking;
    }

    public static <T> Known<T> of(String name, T value) {
        return new Known<>(name, Objects.requireNonNull(value, name), State.VALUE, Set.of());
    }

    public static <T> Known<T> none(String name) {
        return new Known<>(name, null, State.NONE, Set.of());
    }

    public static <T> Known<T> missing(String name) {
        return new Known<>(name, null, State.MISSING, Set.of(name));
    }

    /** A figure that cannot be drawn because some of what it is drawn from was not supplied: names all of that. */
    public static <T> Known<T> lacking(Known<?>... sources) {
        Set<String> lacking = new LinkedHashSet<>();
        for (Known<?> source : sources) {
            lacking.addAll(source.lacking);
        }
        return new Known<>(lacking.iterator().next(), null, State.MISSING, lacking);
    }

    public String name() {
        return name;
    }

    /** The value, or null where there is none to compare. */
    public T value() {
        return value;
    }

    public boolean isValue() {
        return state == State.VALUE;
    }

    public boolean isNone() {
        return state == State.NONE;
    }

    public boolean isMissing() {
        return state == State.MISSING;
    }

    /** What a caller would have to supply: the fact itself, or what a derived figure lacks. Empty where nothing is missing. */
    public Set<String> lacking() {
        return lacking;
    }

    /** True only where the caller said exactly this; silence is not the same as another value. */
    public boolean is(T expected) {
        return state == State.VALUE && value.equals(expected);
    }

    /** A figure derived from this one under a name of its own; what is missing stays missing under the name a caller can supply. */
    public <R> Known<R> map(String derived, Function<T, R> figure) {
        return state == State.VALUE ? of(derived, figure.apply(value)) : isMissing() ? lacking(this) : missing(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Known<?> that && name.equals(that.name) && state == that.state
                && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, state, value);
    }

    @Override
    public String toString() {
        return name + "=" + (state == State.VALUE ? value : state);
    }
}
