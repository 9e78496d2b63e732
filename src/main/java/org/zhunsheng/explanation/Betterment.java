package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhunsheng.explanation.Explanation.Altered;
import org.zhunsheng.explanation.Explanation.Barring;
import org.zhunsheng.explanation.Explanation.Better;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.nearest.Change;
import org.zhunsheng.nearest.Changeable;
import org.zhunsheng.nearest.Lift;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Policy;

/** What would make a decision better, in words. */
record Betterment(Policy policy, Map<String, FactModel> facts, Wording wording) {

    List<Better> of(List<Lift> lifts) {
        return lifts.stream().map(this::of).toList();
    }

    private Better of(Lift lift) {
        List<Altered> changes = lift.changes().stream().map(this::altered).toList();
        List<Barring> bars = lift.bars().stream().map(this::barring).toList();
        Term outcome = Term.of(wording, lift.outcome());
        return new Better(Term.of(wording, "BETTER_" + lift.goal().name()), changes.isEmpty() ? barred(lift, bars) : sentence(changes, outcome, lift), changes, outcome,
                lift.mostYuan(), lift.tier(), bars);
    }

    private String sentence(List<Altered> changes, Term outcome, Lift lift) {
        String what = changes.stream().map(change -> wording.say("%s由%s改为%s", "%s from %s to %s").formatted(change.label(), change.from(), change.to()))
                .collect(Collectors.joining(wording.say("，", ", ")));
        String most = lift.mostYuan() == null ? "" : wording.say("，最高", ", at most ") + wording.yuan(lift.mostYuan());
        String tier = lift.tier() == null ? "" : wording.say("（%s）", " (item %s)").formatted(lift.tier());
        return wording.say("最少改%d项：%s，其余不变，则%s%s%s。", "The fewest changes, %d: %s, all else as it is; then %s%s%s.")
                .formatted(changes.size(), what, outcome.text(), most, tier);
    }

    private String barred(Lift lift, List<Barring> bars) {
        String clauses = bars.stream().map(Barring::clause).collect(Collectors.joining(wording.comma()));
        return lift.goal() == Lift.Goal.OUTCOME ? wording.say("申报单位可以依法改变的事实，怎样改都不能改变结论：%s不因此满足。",
                "Nothing the applicant may lawfully change alters the outcome: %s would still not be met.").formatted(clauses)
                : wording.say("申报单位可以依法改变的事实，怎样改都得不到更多：%s不因此满足。",
                        "Nothing the applicant may lawfully change brings more: %s would still not be met.").formatted(clauses);
    }

    private Altered altered(Change change) {
        FactModel model = facts.get(change.fact());
        String unit = model == null ? "" : model.unit();
        return new Altered(change.fact(), model == null ? change.fact() : wording.say(model.label(), change.fact()), written(change.from(), unit),
                written(change.to(), unit), by(change, unit));
    }

    private String written(Object value, String unit) {
        return value instanceof Number number ? wording.measured(exact(number), unit) : wording.name(String.valueOf(value));
    }

    /** More or less, or so many days later; of codes there is no distance. */
    private String by(Change change, String unit) {
        if (change.from() instanceof LocalDate day) {
            return wording.say("晚 ", "later by ") + wording.days(ChronoUnit.DAYS.between(day, (LocalDate) change.to()));
        }
        if (!(change.from() instanceof Number number)) {
            return "";
        }
        BigDecimal by = exact((Number) change.to()).subtract(exact(number));
        String measured = wording.measured(by.abs(), unit.equals("%") ? wording.say("个百分点", "percentage points") : unit);
        return (by.signum() < 0 ? wording.say("减少 ", "less by ") : wording.say("增加 ", "more by ")) + measured;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    private Barring barring(Lift.Bar bar) {
        String title = policy.clause(bar.clause()).map(clause -> wording.say(clause.zh(), clause.en())).orElse("");
        return new Barring(bar.clause(), title, bar.reasons().stream().map(code -> new Term(code, wording.say(Changeable.STATED.reason(code).zh(),
                Changeable.STATED.reason(code).en()))).toList());
    }
}
