package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.InTheWay;
import org.zhunsheng.evaluation.Supposed;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.wire.ProblemException;

/**
 * Looks for the fewest changes that reach a goal, by number of facts first. At every decision on the way some clause must turn; only the
 * facts behind it can turn it, and only at the figures it names, so that whatever is left out cannot be part of an answer. Deepened
 * step by step: clauses in the way that share no fact need a change each, and a branch that needs more than are left is not entered.
 */
final class Search {

    private final Supposed supposed;
    private final Selection selection;
    private final Movable movable;
    private final Map<SortedMap<String, Object>, Decision> decided;

    /** @param decided what was decided on the way to another goal is not decided again */
    Search(Supposed supposed, Selection selection, Movable movable, Map<SortedMap<String, Object>, Decision> decided) {
        this.supposed = supposed;
        this.selection = selection;
        this.movable = movable;
        this.decided = decided;
    }

    /** What is looked for, and what stands in the way of it at a decision; nothing does where it is reached. */
    interface Goal {
        boolean isReached(Decision decision);

        /** Whether only a settled answer will do. */
        boolean settled();

        List<Set<Integer>> before(Decision decision, InTheWay inTheWay);
    }

    record Found(SortedMap<String, Object> changes, Decision decision, BigDecimal distance) {

        /** Of equally many changes the nearest; of equally near ones always the same. */
        static final Comparator<Found> ORDER = Comparator.comparing(Found::distance).thenComparing(found -> found.changes.toString());
    }

    /** Null where no lawful change reaches it. */
    Found nearest(Goal goal) {
        int most = movable.facts().size();
        Level level = new Level(goal, 0);
        for (int size = level.least(new TreeMap<>()); size <= most; size = Math.max(size + 1, level.next)) {
            level = new Level(goal, size);
            level.enter(new TreeMap<>());
            if (level.best != null || level.next == Integer.MAX_VALUE) {
                return level.best;
            }
        }
        return null;
    }

    /** Null where the changed facts have no answer: they contradict each other, or lead to a year the calendar does not hold. */
    Decision decide(SortedMap<String, Object> changes) {
        if (!decided.containsKey(changes)) {
            decided.put(changes, answered(changes));
        }
        return decided.get(changes);
    }

    private Decision answered(SortedMap<String, Object> changes) {
        try {
            return supposed.decide(selection, changes);
        } catch (ProblemException unanswered) {
            return null;
        }
    }

    List<Set<Integer>> before(Goal goal, Decision decision) {
        return goal.before(decision, new InTheWay(selection, supposed.readings(), decision, Comparator.comparing(movable::behind, Comparator.comparing(Set::size))));
    }

    /** All sets of at most so many changes. */
    private final class Level {

        private final Goal goal;
        private final int size;
        private final Set<SortedMap<String, Object>> entered = new HashSet<>();
        private Found best;
        /** The least size beyond this one at which there is anything left to try. */
        private int next = Integer.MAX_VALUE;

        Level(Goal goal, int size) {
            this.goal = goal;
            this.size = size;
        }

        /** At least so many changes altogether, or more than there can be. */
        int least(SortedMap<String, Object> changes) {
            Decision decision = decide(changes);
            return goal.isReached(decision) ? changes.size() : changes.size() + needed(before(goal, decision), changes.keySet());
        }

        private int needed(List<Set<Integer>> sets, Set<String> changed) {
            Set<String> taken = new HashSet<>(changed);
            int needed = 0;
            for (Set<String> behind : sets.stream().map(movable::behind).sorted(Comparator.comparing(Set::size)).toList()) {
                if (behind.isEmpty()) {
                    return movable.facts().size() + 1;
                }
                if (behind.stream().noneMatch(taken::contains)) {
                    taken.addAll(behind);
                    needed++;
                }
            }
            return needed;
        }

        private void enter(SortedMap<String, Object> changes, String fact, Object value) {
            TreeMap<String, Object> more = new TreeMap<>(changes);
            more.put(fact, value);
            if (!value.equals(movable.now(fact))) {
                enter(more);
            }
        }

        void enter(SortedMap<String, Object> changes) {
            if (!entered.add(changes)) {
                return;
            }
            Decision decision = decide(changes);
            if (decision == null) {
                return;
            }
            if (goal.isReached(decision)) {
                Found found = new Found(changes, decision, movable.distance(changes));
                best = best == null || Found.ORDER.compare(found, best) < 0 ? found : best;
                return;
            }
            List<Set<Integer>> sets = before(goal, decision);
            int least = changes.size() + needed(sets, changes.keySet());
            if (sets.isEmpty() || least > size) {
                next = sets.isEmpty() || least > movable.facts().size() ? next : Math.min(next, least);
                return;
            }
            Set<Integer> turning = sets.stream().min(Comparator.comparing(movable::behind, Comparator.comparing(Set::size))).orElseThrow();
            List<Verdict> verdicts = turning.stream().map(place -> decision.findings().get(place).verdict()).collect(Collectors.toList());
            for (String fact : new TreeSet<>(movable.behind(turning))) {
                if (changes.size() == size && !changes.containsKey(fact)) {
                    next = Math.min(next, size + 1);
                    continue;
                }
                movable.candidates(fact, changes, verdicts).forEach(value -> enter(changes, fact, value));
                if (movable.isNumber(fact)) {
                    new Derived(Search.this, movable, changes, fact).at(turning).forEach(value -> enter(changes, fact, value));
                }
            }
        }
    }
}
