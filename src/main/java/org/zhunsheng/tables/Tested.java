package org.zhunsheng.tables;

import static org.zhunsheng.tables.Condition.call;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.findings.Operators;
import org.zhunsheng.findings.Periodic;
import org.zhunsheng.findings.Tally;
import org.zhunsheng.findings.Tiers;
import org.zhunsheng.findings.Verdict;

/** What single cells demand. */
final class Tested {

    private static final Map<String, List<String>> TIERS_CLOSED = Map.of("A07", List.of("STRICT"));

    private Tested() {
    }

    record Band(FactPath fact, BigDecimal lower, BigDecimal upper, FactPath readingsChosen) implements Condition {

        @Override
        public String drl() {
            return call("band", fact, lower, upper, readingsChosen);
        }

        @Override
        public Verdict test(Object from) {
            Object looked = fact.in(from);
            return looked instanceof Tally count ? Tiers.band(count, lower, upper, readingsChosen.in(from))
                    : Tiers.band(fact.<Known<? extends Number>>in(from), lower, upper, readingsChosen.in(from));
        }

        @Override
        public List<BigDecimal> figures() {
            return Stream.of(lower, upper == null ? lower : upper).distinct().toList();
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of("A07", List.of("STRICT"), "A18", List.of("UPPER_END_IN"));
        }
    }

    record Compared(FactPath fact, Interval interval) implements Condition {

        @Override
        public String drl() {
            return switch (interval.relation()) {
                case WITHIN -> call("within", fact, interval.from(), interval.to(), interval.brackets());
                case AT_MOST, LESS_THAN -> call(interval.relation().operator, fact, interval.to());
                default -> call(interval.relation().operator, fact, interval.from());
            };
        }

        @Override
        public Verdict test(Object from) {
            Known<? extends Number> looked = fact.in(from);
            return switch (interval.relation()) {
                case AT_LEAST -> Operators.atLeast(looked, interval.from());
                case MORE_THAN -> Operators.moreThan(looked, interval.from());
                case EQUAL_TO -> Operators.equalTo(looked, interval.from());
                case AT_MOST -> Operators.atMost(looked, interval.to());
                case LESS_THAN -> Operators.lessThan(looked, interval.to());
                case WITHIN -> Operators.within(looked, interval.from(), interval.to(), interval.brackets());
            };
        }

        @Override
        public List<BigDecimal> figures() {
            return interval.figures();
        }
    }

    record YesNo(FactPath fact, boolean expected) implements Condition {

        @Override
        public String drl() {
            return call(expected ? "isTrue" : "isFalse", fact);
        }

        @Override
        public Verdict test(Object from) {
            return expected ? Operators.isTrue(fact.in(from)) : Operators.isFalse(fact.in(from));
        }
    }

    record OneOf(FactPath fact, List<Constant> admitted) implements Condition {

        @Override
        public String drl() {
            return call("oneOf", fact, admitted);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.oneOf(fact.in(from), values(admitted));
        }
    }

    record OrOpen(FactPath fact, ColumnSpec.Open open, Viewpoint viewpoint, List<Constant> admitted) implements Condition {

        @Override
        public String drl() {
            return call("codeOrOpen", fact, Constant.of(open.value()), viewpoint.judgements(), open.point(), viewpoint.readings(),
                    open.reading(), open.accept(), open.reject(), admitted);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.codeOrOpen(fact.in(from), Constant.of(open.value()).value(), viewpoint.judgements().in(from), open.point(),
                    viewpoint.readings().in(from), open.reading(), open.accept(), open.reject(), values(admitted));
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of(open.reading(), List.of(open.accept(), open.reject()));
        }
    }

    /** Named with its class in the rule, where the bare word is an operator of the rule language itself. */
    record Contains(FactPath fact, Constant expected) implements Condition {

        @Override
        public String drl() {
            return call("Operators.contains", fact, expected);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.contains(fact.<Known<? extends Collection<Object>>>in(from), expected.value());
        }
    }

    record Graded(FactPath judgements, String point, String grade, FactPath readingsChosen) implements Condition {

        @Override
        public String drl() {
            return call("grade", judgements, point, grade, readingsChosen);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.grade(judgements.in(from), point, grade, readingsChosen.in(from));
        }

        @Override
        public Map<String, List<String>> readings() {
            return TIERS_CLOSED;
        }
    }

    record Judged(FactPath judgements, String point) implements Condition {

        @Override
        public String drl() {
            return call("judged", judgements, point);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.judged(judgements.<Judgements>in(from), point);
        }
    }

    record EnteredWithin(FactPath fact, int years, FactPath day, FactPath readingsChosen) implements Condition {

        @Override
        public String drl() {
            return call("entryWithinYears", fact, years, day, readingsChosen);
        }

        @Override
        public Verdict test(Object from) {
            return Periodic.entryWithinYears(fact.<Known<LocalDate>>in(from), years, day.in(from), readingsChosen.in(from));
        }

        @Override
        public List<BigDecimal> figures() {
            return List.of(BigDecimal.valueOf(years));
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of("A09", List.of("ROLLING_EXCLUSIVE", "CALENDAR_YEARS"), "A42", List.of("EDITION_YEAR"));
        }
    }

    record MainlyFor(FactPath plan, FactPath judgements, String point, List<Constant> purposes) implements Condition {

        @Override
        public String drl() {
            return call("mainlyFor", plan, judgements, point, purposes);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.mainlyFor(plan.in(from), judgements.in(from), point,
                    purposes.stream().map(Constant::value).toArray(PlannedUse.Purpose[]::new));
        }
    }

    private static Object[] values(List<Constant> constants) {
        return constants.stream().map(Constant::value).toArray();
    }
}
