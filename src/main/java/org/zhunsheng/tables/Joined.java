package org.zhunsheng.tables;

import static org.zhunsheng.tables.Condition.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PaymentMode;
import org.zhunsheng.findings.Operators;
import org.zhunsheng.findings.Shown;
import org.zhunsheng.findings.Tiers;
import org.zhunsheng.findings.Verdict;

/** What the cells of a row demand together, and what the row yields then. */
final class Joined {

    private Joined() {
    }

    record All(List<Condition> parts) implements Condition {

        @Override
        public String drl() {
            return call("all", parts);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.all(verdicts(parts, from));
        }

        @Override
        public List<Box> where(Axes axes, Axes.Reading reading) {
            return inAll(parts, axes, reading);
        }
    }

    record Any(List<Condition> parts) implements Condition {

        @Override
        public String drl() {
            return call("any", parts);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.any(verdicts(parts, from));
        }

        @Override
        public List<Box> where(Axes axes, Axes.Reading reading) {
            return parts.stream().flatMap(part -> part.where(axes, reading).stream()).toList();
        }
    }

    /** What kind of case it is comes before what that kind needs. */
    record Given(Condition first, Condition rest) implements Condition {

        @Override
        public String drl() {
            return call("given", first, rest);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.given(first.test(from), rest.test(from));
        }

        @Override
        public List<Condition> parts() {
            return List.of(first, rest);
        }

        @Override
        public List<Box> where(Axes axes, Axes.Reading reading) {
            return inAll(parts(), axes, reading);
        }
    }

    /** A row whose figures are all clauses of their own, or that has none, only yields something. */
    record Holds() implements Condition {

        @Override
        public String drl() {
            return "holds()";
        }

        @Override
        public Verdict test(Object from) {
            return Operators.holds();
        }
    }

    record UpTo(BigDecimal cap, Constant mode, Condition when) implements Condition {

        @Override
        public String drl() {
            return call("upTo", cap, mode, when);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.upTo(cap, (PaymentMode) mode.value(), when.test(from));
        }

        @Override
        public List<Condition> parts() {
            return List.of(when);
        }

        @Override
        public List<Box> where(Axes axes, Axes.Reading reading) {
            return inAll(parts(), axes, reading);
        }

        @Override
        public BigDecimal most() {
            return cap;
        }
    }

    /** {@code provisional} is the way to the case's own answer, or null where the base is always final. */
    record Share(BigDecimal rate, FactPath base, BigDecimal cap, Constant mode, FactPath provisional, FactPath readingsChosen,
                 Condition when) implements Condition {

        private static final BigDecimal HUNDRED = new BigDecimal(100);

        @Override
        public String drl() {
            return call("share", rate, base, cap, mode, provisional == null ? false : provisional, readingsChosen, when);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.share(rate, base.<Known<BigDecimal>>in(from), cap, (PaymentMode) mode.value(),
                    provisional != null && provisional.<Boolean>in(from), readingsChosen.in(from), when.test(from));
        }

        /** Where the cap begins to bind. */
        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(base, rate.signum() == 0 ? List.of() : List.of(Literal.plain(cap.multiply(HUNDRED).divide(rate, 2, RoundingMode.UP))));
        }

        @Override
        public List<Condition> parts() {
            return List.of(when);
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of("A10", List.of("CUT_TO_YUAN", "HALF_UP_FEN"));
        }

        @Override
        public List<Box> where(Axes axes, Axes.Reading reading) {
            return inAll(parts(), axes, reading);
        }

        @Override
        public BigDecimal most() {
            return cap;
        }
    }

    /** What a row shows of a case it speaks of. */
    record Shows(Condition named, Condition rest, FactPath on, List<Shown> shown) implements Condition {

        @Override
        public String drl() {
            return "Shown.leads( " + named.drl() + ", " + rest.drl() + ", " + on
                    + shown.stream().map(one -> ", " + one.drl()).collect(Collectors.joining()) + " )";
        }

        @Override
        public Verdict test(Object from) {
            return Shown.leads(named.test(from), rest.test(from), on.in(from), shown.toArray(Shown[]::new));
        }

        @Override
        public List<Condition> parts() {
            return List.of(named, rest);
        }

        @Override
        public List<Box> where(Axes axes, Axes.Reading reading) {
            return inAll(parts(), axes, reading);
        }
    }

    private static List<Box> inAll(List<Condition> parts, Axes axes, Axes.Reading reading) {
        return parts.stream().map(part -> part.where(axes, reading)).reduce(List.of(axes.everyone()), Axes::both);
    }

    private static Verdict[] verdicts(List<Condition> parts, Object from) {
        return parts.stream().map(part -> part.test(from)).toArray(Verdict[]::new);
    }
}
