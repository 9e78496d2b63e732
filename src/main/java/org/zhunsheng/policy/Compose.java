package org.zhunsheng.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How clauses combine into their parent, or into the answer to a question. */
public sealed interface Compose {

    /** One clause; in a question also the words {@code direction} and {@code mode}, which stand for a clause of the direction asked about. */
    record Of(String clause) implements Compose {
    }

    record All(List<Compose> parts) implements Compose {
    }

    record Any(List<Compose> parts) implements Compose {
    }

    /** Tiers, best first: the best that is met; one that is still open keeps the tier open, an unmet one kills nothing. */
    record FirstOf(List<Compose> parts) implements Compose {
    }

    /** The rule, unless the exception is met. */
    record Except(Compose exception, Compose rule) implements Compose {
    }

    /** What a clause composes differs by reading. */
    record Under(String reading, Map<String, Compose> options, Compose otherwise) implements Compose {
    }

    default Stream<Compose> parts() {
        if (this instanceof All all) {
            return all.parts.stream();
        } else if (this instanceof Any any) {
            return any.parts.stream();
        } else if (this instanceof FirstOf first) {
            return first.parts.stream();
        } else if (this instanceof Except except) {
            return Stream.of(except.exception, except.rule);
        } else if (this instanceof Under under) {
            return Stream.concat(under.options.values().stream(), Stream.of(under.otherwise));
        }
        return Stream.empty();
    }

    default void clauses(Consumer<String> to) {
        if (this instanceof Of of) {
            to.accept(of.clause);
        }
        parts().forEach(part -> part.clauses(to));
    }
}
