package org.zhunsheng.duplication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is said of one award by itself: by the document applied under, and by what stands between it and the award's own. */
record Alone(HistoryRules rules, Stacking stacking, Applied applied) {

    /** What a clause would say of an award if it were otherwise than it is thought to be, and does not say as it is. */
    record Touched(String clause, HistoryRules.Level level) {
    }

    List<HistoryRules.Rule> said(History.Entry entry) {
        return said(entry, applied.itself() == null ? List.of() : rules.rules(applied.desk(), applied.itself(), List.of(entry.fact())));
    }

    /** @param itself what the document says of it, where that was asked already */
    List<HistoryRules.Rule> said(History.Entry entry, List<HistoryRules.Rule> itself) {
        return Stream.concat(itself.stream(), stacking.rules(applied, entry, itself).stream()).toList();
    }

    /** The clauses that are less clear of the one than of the other. */
    List<Touched> touched(History.Entry one, History.Entry other) {
        Map<String, HistoryRules.Level> otherwise = new HashMap<>();
        said(other).forEach(rule -> otherwise.put(rule.clause(), rule.level()));
        return said(one).stream().filter(rule -> rule.level().compareTo(otherwise.get(rule.clause())) < 0)
                .map(rule -> new Touched(rule.clause(), rule.level())).toList();
    }
}
