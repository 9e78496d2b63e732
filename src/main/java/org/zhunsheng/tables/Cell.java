package org.zhunsheng.tables;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One filled cell of a row: its heading, where it stands, what its author wrote, and what it demands (nothing, where it is a result). */
public record Cell(String heading, String place, String shown, Condition condition) {

    /** The facts and discretion points it asks, by the names evidence has; what a cell works out from several facts goes by the way there. */
    public Set<String> asks() {
        return condition == null ? Set.of() : Stream.concat(condition.facts().keySet().stream().map(FactPath::toString),
                condition.points().keySet().stream().map(point -> "judgements." + point)).collect(Collectors.toSet());
    }
}
