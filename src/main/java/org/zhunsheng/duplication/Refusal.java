package org.zhunsheng.duplication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhunsheng.wire.Problem;
import org.zhunsheng.wire.ProblemCode;

/** Why no place is given: what bars it, or what is still open. */
final class Refusal {

    private Refusal() {
    }

    static Problem of(String policy, Search.Found found) {
        return found.level() == HistoryRules.Level.BLOCKED ? blocked(policy, found) : open(found);
    }

    /** The constraint knows who holds the place, and no more. */
    static Problem of(String holder) {
        return blocked(List.of(new Problem.Blocker(holder, List.of(), null, null, null)));
    }

    private static Problem blocked(String policy, Search.Found found) {
        List<Problem.Blocker> blockers = new ArrayList<>();
        for (Search.Earlier earlier : found.blockers()) {
            List<String> clauses = earlier.bars().stream().map(bar -> bar.clause().contains("/") ? bar.clause() : policy + "/" + bar.clause()).toList();
            blockers.add(new Problem.Blocker(earlier.entry().award().code(), clauses, day(earlier, "windowFrom"), day(earlier, "windowTo"),
                    CheckWriter.firstFreeDay(List.of(earlier))));
        }
        return blocked(blockers);
    }

    private static LocalDate day(Search.Earlier earlier, String name) {
        return earlier.bars().stream().map(bar -> bar.day(name)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static Problem blocked(List<Problem.Blocker> blockers) {
        String awards = blockers.stream().map(Problem.Blocker::award).collect(Collectors.joining("、"));
        String clauses = blockers.stream().flatMap(blocker -> blocker.clauses().stream()).distinct().collect(Collectors.joining("、"));
        return new Problem(ProblemCode.BLOCKED, "已有支持 " + awards + (clauses.isEmpty() ? "" : "，依 " + clauses) + " 不予重复支持",
                "barred by " + awards.replace("、", ", ") + (clauses.isEmpty() ? "" : " under " + clauses.replace("、", ", ")), blockers);
    }

    private static Problem open(Search.Found found) {
        TreeSet<String> open = new TreeSet<>();
        found.rules().stream().filter(rule -> rule.level() == HistoryRules.Level.OPEN).forEach(rule -> open.addAll(rule.facts()));
        found.needed().forEach(point -> open.add("judgements." + point));
        String names = String.join("、", open);
        return new Problem(ProblemCode.NOT_CLEAR, "尚不能断定是否重复，还缺：" + names, "whether this repeats an earlier award is open; missing: "
                + names.replace("、", ", "), List.<Problem.Blocker>of());
    }
}
