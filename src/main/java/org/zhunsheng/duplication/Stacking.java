package org.zhunsheng.duplication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Inquiry;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Support;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Plan;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.wire.Problems;

/**
 * What stands between the document that is asked and those of earlier awards: the ledger between the documents is asked whether the support
 * applied for may come after each of them. Where the document itself speaks of earlier awards, it has spoken, and nothing is asked twice.
 */
final class Stacking {

    private static final String SUPPORTS = "supports";

    /** What excludes what, asked of two supports at a time; and on what money the one applied for must rest, asked beside all that is known. */
    private static final String REPETITION = "REPETITION";
    private static final String DEPENDENCY = "DEPENDENCY";

    /** The clause between the documents that only repeats what the document itself says. */
    private static final String OWN = "own";

    private final BlockModel support;

    Stacking(FactCatalogue catalogue) {
        this.support = catalogue.rootFact(SUPPORTS).records();
    }

    /** What is asked of the documents together, or nothing on a day on which none of their rules held. */
    Optional<Inquiry> inquiry(Desk between, Asked asked, Problems problems) {
        if (!between.base().policy().inForce(asked.day())) {
            return Optional.empty();
        }
        // rule bases of before this was asked are asked again as they were
        List<Selection> selections = between.base().policy().plans(Question.STACKING).stream().map(Plan::step)
                .filter(step -> REPETITION.equals(step) || DEPENDENCY.equals(step)).map(step -> between.selection(Question.STACKING, step)).toList();
        return Optional.of(between.inquiry(selections, asked.day(), asked.readings(), asked.judgements(), Map.of(), problems));
    }

    /**
     * What is said of the support applied for, this award having come first.
     *
     * @param itself what the document itself says of the award, empty where it asks for no history
     */
    List<HistoryRules.Rule> rules(Applied applied, History.Entry earlier, List<HistoryRules.Rule> itself) {
        if (applied.beside() == null) {
            return List.of();
        }
        Decision decision = decide(applied, REPETITION, List.of(support(earlier, applied), support(applied, content(applied, List.of(earlier)), itself)));
        return spoken(decision, itself).map(found -> rule(applied.between(), found)).toList();
    }

    /** Whether the support applied for may come after all of these together; a content that a person compared is compared one by one. */
    boolean isClear(Applied applied, List<History.Entry> earlier, List<HistoryRules.Rule> itself) {
        if (dependencies(applied, earlier).stream().anyMatch(rule -> rule.level() != HistoryRules.Level.CLEAR)) {
            return false;
        }
        if (applied.beside() == null || earlier.isEmpty()) {
            return true;
        }
        if (earlier.stream().anyMatch(entry -> !entry.fact().sameContent().isMissing())) {
            return false;
        }
        List<Support> supports = new ArrayList<>(earlier.stream().map(entry -> support(entry, applied)).toList());
        supports.add(support(applied, content(applied, earlier), itself));
        return spoken(decide(applied, REPETITION, supports), itself).allMatch(found -> found.truth() == Truth.MET);
    }

    /** What is said between the documents, and not by the document itself, which has spoken. */
    private static Stream<Decision.Found> spoken(Decision decision, List<HistoryRules.Rule> itself) {
        return decision.findings().stream().filter(found -> found.verdict() != null && (itself.isEmpty() || !found.clause().id().equals(OWN)));
    }

    /** What is said of the money that the support applied for rests on; nothing where no such clause speaks of its document. */
    List<HistoryRules.Rule> dependencies(Applied applied, List<History.Entry> earlier) {
        if (applied.beside() == null || selection(applied, DEPENDENCY).stream().flatMap(asked -> asked.clauses().stream())
                .noneMatch(clause -> isAbout(clause, applied.policy()))) {
            return List.of();
        }
        List<Support> supports = new ArrayList<>(earlier.stream().map(entry -> support(entry, applied)).toList());
        supports.add(support(applied, content(applied, earlier), List.of()));
        return decide(applied, DEPENDENCY, supports).findings().stream().map(found -> rule(applied.between(), found)).toList();
    }

    private static boolean isAbout(Clause clause, String policy) {
        return clause.home().stream().anyMatch(home -> home.startsWith(policy + "/"));
    }

    private static Optional<Selection> selection(Applied applied, String step) {
        return applied.beside().selections().stream().filter(each -> each.plan().step().equals(step)).findFirst();
    }

    private static Decision decide(Applied applied, String step, List<Support> supports) {
        Inquiry asked = applied.beside();
        return applied.between().decide(new Inquiry(List.of(selection(applied, step).orElseThrow()), asked.asOf(), asked.readings(), asked.judgements(),
                Map.of(SUPPORTS, Known.of(SUPPORTS, supports)))).get(0);
    }

    private static HistoryRules.Rule rule(Desk between, Decision.Found found) {
        HistoryRules.Level level = found.truth() == Truth.NOT_MET ? HistoryRules.Level.BLOCKED
                : found.truth().isSettled() ? HistoryRules.Level.CLEAR : HistoryRules.Level.OPEN;
        return new HistoryRules.Rule(name(between, found.clause()), found.clause(), level, found.verdict().missing().stream().sorted().toList(),
                HistoryRules.points(found.verdict()), found);
    }

    private static String name(Desk between, Clause clause) {
        return between.base().policy().policy() + "/" + clause.id();
    }

    /**
     * Clause by clause, before all earlier awards. A clause whose home is the document itself says what was said there.
     *
     * @param each   what is said of each award alone
     * @param itself what the document itself says of all of them
     * @param rests  what is said of the money it rests on
     */
    List<HistoryRules.Rule> over(Applied applied, List<List<HistoryRules.Rule>> each, List<HistoryRules.Rule> itself, List<HistoryRules.Rule> rests) {
        if (applied.beside() == null) {
            return List.of();
        }
        Set<Clause> asked = Set.copyOf(selection(applied, REPETITION).orElseThrow().clauses());
        List<HistoryRules.Rule> rules = new ArrayList<>();
        for (Clause clause : applied.between().base().policy().clauses()) {
            String name = name(applied.between(), clause);
            rests.stream().filter(rule -> rule.clause().equals(name)).forEach(rules::add);
            boolean repeats = clause.id().equals(OWN) && !itself.isEmpty();
            if (asked.contains(clause) && !repeats) {
                rules.add(worst(name, clause, each.stream().flatMap(List::stream).filter(rule -> rule.clause().equals(name)).toList()));
            } else {
                List<HistoryRules.Rule> home = itself.stream().filter(rule -> isHome(applied, clause, rule)).toList();
                if (!home.isEmpty()) {
                    rules.add(worst(name, clause, home));
                }
            }
        }
        return rules;
    }

    /** Whether one award is named by what is said here: by the clause itself, or by its home where that speaks for it. */
    static boolean isSame(Applied applied, HistoryRules.Rule whole, HistoryRules.Rule one) {
        return one.clause().equals(whole.clause()) || isHome(applied, whole.text(), one);
    }

    private static boolean isHome(Applied applied, Clause clause, HistoryRules.Rule rule) {
        return clause.status() == Clause.Status.INFORMATION && clause.home().contains(applied.policy() + "/" + rule.clause());
    }

    private static HistoryRules.Rule worst(String name, Clause clause, List<HistoryRules.Rule> rules) {
        HistoryRules.Level level = rules.stream().map(HistoryRules.Rule::level).min(Comparator.naturalOrder()).orElse(HistoryRules.Level.CLEAR);
        return new HistoryRules.Rule(name, clause, level, rules.stream().flatMap(rule -> rule.facts().stream()).distinct().sorted().toList(),
                rules.stream().flatMap(rule -> rule.points().stream()).distinct().sorted().toList(),
                rules.stream().filter(rule -> rule.level() == level && rule.clause().equals(name)).findFirst().map(HistoryRules.Rule::found).orElse(null));
    }

    private Support support(History.Entry earlier, Applied applied) {
        Award.Content content = earlier.award().content();
        String unit = earlier.unit() == History.Unit.SAME ? applied.unit() : earlier.unit() == History.Unit.OTHER ? content.unitCode() : null;
        Map<String, Object> known = new HashMap<>(Map.of("supportId", earlier.award().code(), "policy", content.policy(), "passesOwnDocument", true,
                "funderLevel", content.funderLevel(), "form", content.form(), "state", earlier.fact().state(), "decidedOn", content.decidedOn()));
        known.put("unitCode", unit);
        known.put("clause", applied.clauses().apply(earlier.award()));
        Known<Boolean> judged = earlier.fact().sameContent();
        known.put("contentKey", judged.isMissing() ? content.contentKey() : judged.is(true) ? content(applied, List.of(earlier)) : "另一内容");
        return (Support) support.of(known);
    }

    /** What is applied for is money, and comes after all that the ledger holds. */
    private Support support(Applied applied, String content, List<HistoryRules.Rule> itself) {
        Map<String, Object> known = new HashMap<>(Map.of("unitCode", applied.unit(), "policy", applied.policy(), "form", PriorAward.Form.MONEY,
                "state", PriorAward.State.APPLIED, "decidedOn", Known.none(SUPPORTS + "[].decidedOn")));
        known.put("clause", applied.clause());
        known.put("contentKey", content);
        known.put("passesOwnDocument", passes(itself));
        return (Support) support.of(known);
    }

    /** Its key; where a person compared the contents, none is needed. */
    private static String content(Applied applied, List<History.Entry> earlier) {
        String key = applied.asked().contentKey();
        return key == null && earlier.stream().anyMatch(each -> !each.fact().sameContent().isMissing()) ? "本项目" : key;
    }

    private static Boolean passes(List<HistoryRules.Rule> itself) {
        boolean open = itself.isEmpty() || itself.stream().anyMatch(rule -> rule.level() == HistoryRules.Level.OPEN);
        return itself.stream().anyMatch(rule -> rule.level() == HistoryRules.Level.BLOCKED) ? Boolean.FALSE : open ? null : Boolean.TRUE;
    }
}
