package org.zhunsheng.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Compose;
import org.zhunsheng.policy.Selection;

/**
 * Which clauses stand between a decision and a better one, as sets of their places: unless at least one clause of every set comes out
 * otherwise, nothing better is reached, whatever becomes of all others. Follows the connectives as {@link RollUp} does.
 */
public final class InTheWay {

    private final Selection selection;
    private final RollUp rollUp;
    private final Truth[] found;
    private final boolean[] awards;
    private final Comparator<Set<Integer>> easiest;

    /** @param easiest of several sets, each of which must change, the one that counts where one has to do */
    public InTheWay(Selection selection, Readings readings, Decision decision, Comparator<Set<Integer>> easiest) {
        this.selection = selection;
        this.easiest = easiest;
        Verdict[] verdicts = decision.findings().stream().map(Decision.Found::verdict).toArray(Verdict[]::new);
        this.found = Stream.of(verdicts).map(verdict -> verdict == null ? null : verdict.truth()).toArray(Truth[]::new);
        this.awards = new boolean[verdicts.length];
        for (int place = 0; place < verdicts.length; place++) {
            awards[place] = verdicts[place] != null && verdicts[place].award() != null;
        }
        this.rollUp = new RollUp(selection, readings, verdicts);
    }

    /** Between it and an answer that is favourable and settled, or at least no refusal. */
    public List<Set<Integer>> ofOutcome(boolean settled) {
        return before(selection.root(), settled);
    }

    /** Between it and more money: a part that grants some and does not count yet; empty where there is none. */
    public Set<Integer> ofAmount(boolean settled) {
        return beforeMore(selection.root(), settled);
    }

    private boolean reached(Truth truth, boolean settled) {
        return settled ? truth == Truth.MET : truth != Truth.NOT_MET;
    }

    private List<Set<Integer>> before(Compose compose, boolean settled) {
        if (reached(rollUp.truth(compose), settled)) {
            return List.of();
        }
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            List<Set<Integer>> sets = new ArrayList<>();
            if (found[place] != null && !reached(found[place], settled)) {
                sets.add(Set.of(place));
            }
            Compose inner = selection.clauses().get(place).compose();
            if (inner != null) {
                sets.addAll(before(inner, settled));
            }
            return sets;
        }
        if (compose instanceof Compose.Under under) {
            return before(rollUp.chosen(under), settled);
        }
        if (compose instanceof Compose.All) {
            return compose.parts().stream().flatMap(part -> before(part, settled).stream()).toList();
        }
        Set<Integer> oneOf = new TreeSet<>();
        for (Compose part : compose.parts()) {
            // of tiers, an open one that comes out unmet makes room for the next
            if (compose instanceof Compose.FirstOf && !rollUp.truth(part).isSettled()) {
                oneOf.addAll(leaves(part));
            }
            oneOf.addAll(easiestOf(before(part, settled)));
        }
        return List.of(oneOf);
    }

    private Set<Integer> easiestOf(List<Set<Integer>> sets) {
        return sets.stream().min(easiest).orElse(Set.of());
    }

    private Set<Integer> beforeMore(Compose compose, boolean settled) {
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            Compose inner = selection.clauses().get(place).compose();
            return inner == null ? Set.of() : beforeMore(inner, settled);
        }
        if (compose instanceof Compose.Under under) {
            return beforeMore(rollUp.chosen(under), settled);
        }
        Set<Integer> oneOf = new TreeSet<>();
        for (Compose part : compose.parts()) {
            if (reached(rollUp.truth(part), settled)) {
                oneOf.addAll(beforeMore(part, settled));
            } else if (!(compose instanceof Compose.All) && leaves(part).stream().anyMatch(this::grants)) {
                oneOf.addAll(easiestOf(before(part, settled)));
            }
        }
        return oneOf;
    }

    /** Whether money can come of a clause; one that is not met may not say how much. */
    private boolean grants(int place) {
        Clause.Kind kind = selection.clauses().get(place).kind();
        return awards[place] || kind == Clause.Kind.TIER || kind == Clause.Kind.AMOUNT;
    }

    private Set<Integer> leaves(Compose compose) {
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            Compose inner = selection.clauses().get(place).compose();
            Set<Integer> own = found[place] == null ? Set.of() : Set.of(place);
            return inner == null ? own : Stream.concat(own.stream(), leaves(inner).stream()).collect(Collectors.toSet());
        }
        return compose.parts().stream().flatMap(part -> leaves(part).stream()).collect(Collectors.toSet());
    }
}
