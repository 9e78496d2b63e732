package org.zhunsheng.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How clauses combine into their parent, or into the answer to a question. */
public sealed interface Compose {

    List<Compose> parts();

    /** One clause; in a question also the words {@code direction} and {@code mode}, which stand for a clause of the direction asked about. */
    record Of(String clause) implements Compose {

        @Override
        public List<Compose> parts() {
            return List.of();
        }
    }

    record All(List<Compose> parts) implements Compose {
    }

    record Any(List<Compose> parts) implements Compose {
    }

    /** Tiers, best first: the best that is met; one that is still open keeps the tier open, an unmet one kills nothing. */
    record FirstOf(List<Compose> parts) implements Compose {
    }

    /** Like any, but what the parts that are met yield adds up. */
    record SumOf(List<Compose> parts) implements Compose {
    }

    /** The rule, unless the exception is met. */
    record Except(Compose exception, Compose rule) implements Compose {

        @Override
        public List<Compose> parts() {
            return List.of(exception, rule);
        }
    }

    /** What a clause composes differs by reading. */
    record Under(String reading, Map<String, Compose> options, Compose otherwise) implements Compose {

        @Override
        public List<Compose> parts() {
            return Stream.concat(options.values().stream(), Stream.of(otherwise)).toList();
        }
    }

    default void clauses(Consumer<String> to) {
        if (this instanceof Of of) {
            to.accept(of.clause);
        }
        parts().forEach(part -> part.clauses(to));
    }
}
