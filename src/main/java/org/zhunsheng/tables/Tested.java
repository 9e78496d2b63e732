package org.zhunsheng.tables;

import static org.zhunsheng.tables.Condition.call;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhunsheng.facts.Known;
import org.zhunsheng.findings.Operators;
import org.zhunsheng.findings.Periodic;
import org.zhunsheng.findings.Tally;
import org.zhunsheng.findings.Tiers;
import org.zhunsheng.findings.Verdict;

/** What single cells demand of facts. */
final class Tested {

    private Tested() {
    }

    record Band(FactPath fact, BigDecimal lower, BigDecimal upper, FactPath readingsChosen, boolean halfOpen) implements Condition {

        @Override
        public String drl() {
            return call(halfOpen ? "halfOpenBand" : "band", fact, lower, upper, readingsChosen);
        }

        @Override
        public Verdict test(Object from) {
            Object looked = fact.in(from);
            if (looked instanceof Tally count) {
                return Tiers.band(count, lower, upper, readingsChosen.in(from));
            }
            Known<? extends Number> known = fact.in(from);
            return halfOpen ? Tiers.halfOpenBand(known, lower, upper, readingsChosen.in(from))
                    : Tiers.band(known, lower, upper, readingsChosen.in(from));
        }

        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, Stream.of(lower, upper == null ? lower : upper).distinct().toList());
        }

        @Override
        public Map<String, List<String>> readings() {
            return halfOpen ? Map.of("A07", List.of("STRICT"), "A18", List.of("UPPER_END_IN")) : Map.of("A07", List.of("STRICT"));
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
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, interval.figures());
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

        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, List.of());
        }
    }

    record OneOf(FactPath fact, List<Constant> admitted) implements Condition {

        @Override
        public String drl() {
            return call("oneOf", fact, admitted);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.oneOf(fact.in(from), Constant.values(admitted));
        }

        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, List.of());
        }
    }

    record Assessed(String point, FactPath judgements, FactPath readingsChosen) implements Condition {

        @Override
        public String drl() {
            return call("assessed", judgements, point, readingsChosen);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.assessed(judgements.in(from), point, readingsChosen.in(from));
        }

        @Override
        public Map<String, List<String>> points() {
            return Map.of(point, List.of());
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of("A02", List.of("ASSESSMENT_REQUIRED"));
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

        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, List.of());
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
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, List.of(BigDecimal.valueOf(years)), day, List.of());
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of("A09", List.of("ROLLING_EXCLUSIVE", "CALENDAR_YEARS"), "A42", List.of("EDITION_YEAR"));
        }
    }
}
