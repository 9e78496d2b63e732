package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Supposed;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Selection;

/** The facts of one case that may lawfully change, by the clauses they stand behind. What was not supplied has no value to change. */
final class Movable {

    private final Changeable changeable;
    private final Map<String, FactModel> models = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<Integer, Set<String>> byPlace = new HashMap<>();

    Movable(Supposed supposed, Selection selection, Changeable changeable, Map<String, FactModel> catalogue) {
        this.changeable = changeable;
        for (int place = 0; place < selection.clauses().size(); place++) {
            Clause clause = selection.clauses().get(place);
            Set<String> behind = new TreeSet<>();
            for (String fact : changeable.locked(clause) != null ? List.<String>of() : supposed.base().facts(clause.id())) {
                Known<?> known = changeable.may(fact) ? supposed.fact(fact) : null;
                if (known != null && known.isValue()) {
                    models.put(fact, catalogue.get(fact));
                    values.put(fact, known.value());
                    behind.add(fact);
                }
            }
            byPlace.put(place, behind);
        }
    }

    Set<String> facts() {
        return values.keySet();
    }

    Object now(String fact) {
        return values.get(fact);
    }

    /** The facts a change of which can turn one of these clauses. */
    Set<String> behind(Set<Integer> places) {
        return places.size() == 1 ? byPlace.get(places.iterator().next())
                : places.stream().flatMap(place -> byPlace.get(place).stream()).collect(Collectors.toSet());
    }

    List<Object> candidates(String fact, Map<String, Object> changes, List<Verdict> verdicts) {
        return new Candidates(models.get(fact), changeable.later(fact), values.get(fact), changes.getOrDefault(fact, values.get(fact))).of(verdicts);
    }

    BigDecimal distance(SortedMap<String, Object> changes) {
        return changes(changes).stream().map(Change::distance).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Change> changes(SortedMap<String, Object> changes) {
        return changes.entrySet().stream().map(change -> new Change(change.getKey(), values.get(change.getKey()), change.getValue())).toList();
    }
}
