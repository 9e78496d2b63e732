package org.zhunsheng.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The clauses that a question selects, in reading order: all that its composition reaches, and of every composed clause reached
 * also the parts it has by its id, so that a reader finds the whole article.
 */
public final class Selection {

    private final Plan plan;
    private final Direction direction;
    private final Compose root;
    private final List<Clause> clauses;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> readings = new TreeSet<>();

    public Selection(Policy policy, Plan plan, Direction direction) {
        this.plan = plan;
        this.direction = direction;
        this.root = resolve(plan.compose(), direction);
        Set<String> reached = new HashSet<>(plan.advice());
        List<Compose> open = new ArrayList<>(List.of(root));
        if (plan.gate() != null) {
            reached.add(plan.gate());
        }
        while (!open.isEmpty()) {
            open.remove(open.size() - 1).clauses(id -> {
                if (reached.add(id)) {
                    Clause clause = policy.clause(id).orElseThrow();
                    if (clause.compose() != null) {
                        open.add(clause.compose());
                        policy.clauses().stream().filter(part -> part.isPartOf(id) && part.status() != Clause.Status.INFORMATION)
                                .forEach(part -> open.add(new Compose.Of(part.id())));
                    }
                }
            });
        }
        this.clauses = policy.clauses().stream().filter(clause -> reached.contains(clause.id())).toList();
        for (int i = 0; i < clauses.size(); i++) {
            places.put(clauses.get(i).id(), i);
            readings.addAll(clauses.get(i).readings());
            if (clauses.get(i).compose() != null) {
                under(clauses.get(i).compose()).forEach(readings::add);
            }
        }
    }

    private static Compose resolve(Compose compose, Direction direction) {
        if (compose instanceof Compose.Of of) {
            return switch (of.clause()) {
                case "direction" -> new Compose.Of(direction.clause());
                case "mode" -> direction.mode();
                default -> of;
            };
        } else if (compose instanceof Compose.All all) {
            return new Compose.All(all.parts().stream().map(part -> resolve(part, direction)).toList());
        } else if (compose instanceof Compose.Any any) {
            return new Compose.Any(any.parts().stream().map(part -> resolve(part, direction)).toList());
        } else if (compose instanceof Compose.SumOf sum) {
            return new Compose.SumOf(sum.parts().stream().map(part -> resolve(part, direction)).toList());
        }
        return compose;
    }

    private static Stream<String> under(Compose compose) {
        Stream<String> own = compose instanceof Compose.Under under ? Stream.of(under.reading()) : Stream.empty();
        return Stream.concat(own, compose.parts().stream().flatMap(Selection::under));
    }

    public Plan plan() {
        return plan;
    }

    public Direction direction() {
        return direction;
    }

    public Compose root() {
        return root;
    }

    public List<Clause> clauses() {
        return clauses;
    }

    /** The readings that its clauses name, or that their composition hangs on; no other can change what comes of it. */
    public Set<String> readings() {
        return readings;
    }

    /** The place of a clause among the selected ones, or -1. */
    public int place(String clause) {
        return places.getOrDefault(clause, -1);
    }
}
