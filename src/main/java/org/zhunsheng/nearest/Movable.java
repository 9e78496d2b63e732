package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Supposed;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Evidence;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Selection;

/** The facts of one case that may lawfully change, by the clauses they stand behind. What was not supplied has no value to change. */
final class Movable {

    private final Supposed supposed;
    private final Selection selection;
    private final Changeable changeable;
    private final Map<String, FactModel> models = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<Integer, Set<String>> byPlace = new HashMap<>();

    Movable(Supposed supposed, Selection selection, Changeable changeable, Map<String, FactModel> catalogue) {
        this.supposed = supposed;
        this.selection = selection;
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

    boolean locked(int place) {
        return changeable.locked(selection.clauses().get(place)) != null;
    }

    /** Why a clause cannot be turned: the reasons for the facts that fail it, or for all behind it where none does by its name. */
    List<String> reasons(Decision.Found found) {
        String locked = changeable.locked(found.clause());
        if (locked != null) {
            return List.of(locked);
        }
        Set<String> reasons = new TreeSet<>();
        List<Evidence> evidence = found.verdict().evidence().stream().filter(each -> each.truth() != Truth.MET).toList();
        evidence.forEach(each -> {
            if (each.test() == Evidence.Test.JUDGED) {
                reasons.add("JUDGEMENT");
            } else {
                add(each.fact().name(), reasons);
            }
        });
        if (reasons.isEmpty()) {
            supposed.base().facts(found.clause().id()).forEach(fact -> add(fact, reasons));
        }
        return !reasons.isEmpty() ? List.copyOf(reasons) : List.of(evidence.isEmpty() ? "FIXED" : "EACH");
    }

    private void add(String fact, Set<String> reasons) {
        String code = changeable.code(fact);
        if (code != null && !changeable.may(fact)) {
            reasons.add(code);
        } else if (code != null) {
            reasons.add(values.containsKey(fact) ? "FIXED" : "NOT_SUPPLIED");
        }
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
        return figure(fact, changes).of(verdicts);
    }

    Candidates figure(String fact, Map<String, Object> changes) {
        return new Candidates(models.get(fact), changeable.later(fact), values.get(fact), changes.getOrDefault(fact, values.get(fact)));
    }

    boolean isNumber(String fact) {
        return values.get(fact) instanceof Number;
    }

    BigDecimal distance(SortedMap<String, Object> changes) {
        return changes(changes).stream().map(Change::distance).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Change> changes(SortedMap<String, Object> changes) {
        return changes.entrySet().stream().map(change -> new Change(change.getKey(), values.get(change.getKey()), change.getValue())).toList();
    }
}
