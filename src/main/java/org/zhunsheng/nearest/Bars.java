package org.zhunsheng.nearest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.InTheWay;
import org.zhunsheng.findings.Truth;

/** Why no lawful change helps: the clauses that none of them turns or, where each could be turned alone, all of them together. */
record Bars(Search search, Movable movable, Decision now) {

    List<Lift.Bar> of(List<Set<Integer>> sets, boolean settled) {
        List<Set<Integer>> immovable = sets.stream().filter(set -> movable.behind(set).isEmpty() || search.nearest(new Turned(set, settled)) == null).toList();
        List<Lift.Bar> bars = new ArrayList<>();
        Stream.of(immovable.isEmpty() ? sets : immovable).flatMap(List::stream).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new))
                .forEach(place -> bars.add(new Lift.Bar(now.findings().get(place).clause().id(),
                        immovable.isEmpty() ? List.of("TOGETHER") : movable.reasons(now.findings().get(place)))));
        return bars;
    }

    /** One of these clauses, whatever becomes of the others. */
    private record Turned(Set<Integer> places, boolean settled) implements Search.Goal {

        @Override
        public boolean isReached(Decision decision) {
            return places.stream().map(place -> decision.findings().get(place).truth()).anyMatch(truth -> settled ? truth == Truth.MET : truth != Truth.NOT_MET);
        }

        @Override
        public List<Set<Integer>> before(Decision decision, InTheWay inTheWay) {
            return List.of(places);
        }
    }
}
