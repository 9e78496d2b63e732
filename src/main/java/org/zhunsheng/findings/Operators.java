package org.zhunsheng.findings;

import static org.zhunsheng.findings.Evidence.Test.AT_LEAST;
import static org.zhunsheng.findings.Evidence.Test.AT_MOST;
import static org.zhunsheng.findings.Evidence.Test.IS;
import static org.zhunsheng.findings.Evidence.Test.IS_NOT;
import static org.zhunsheng.findings.Evidence.Test.JUDGED;
import static org.zhunsheng.findings.Evidence.Test.LESS_THAN;
import static org.zhunsheng.findings.Evidence.Test.MORE_THAN;
import static org.zhunsheng.findings.Evidence.Test.ONE_OF;
import static org.zhunsheng.findings.Evidence.Test.SUPPLIED;
import static org.zhunsheng.findings.Evidence.Test.WITHIN;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.zhunsheng.facts.Count;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;

/**
 * The three-valued vocabulary of rules: each operator says at once what came out and what it looked at. A missing fact is
 * named, never guessed; a fact known to be none satisfies no requirement of a value.
 */
public final class Operators {

    private Operators() {
    }

    private static <T> Verdict test(Known<T> fact, Evidence.Test test, Object required, Predicate<T> met) {
        if (fact.isMissing()) {
            return Verdict.unknown(new Evidence(fact, test, required, Truth.UNKNOWN), fact);
        }
        Truth truth = Truth.of(fact.isValue() && met.test(fact.value()));
        return Verdict.of(truth, new Evidence(fact, test, required, truth));
    }

    public static Verdict isTrue(Known<Boolean> fact) {
        return test(fact, IS, true, v -> v);
    }

    public static Verdict isFalse(Known<Boolean> fact) {
        return test(fact, IS, false, v -> !v);
    }

    public static <T> Verdict is(Known<T> fact, T expected) {
        return test(fact, IS, expected, expected::equals);
    }

    /** A fact known to be none is certainly not this value. */
    public static <T> Verdict isNot(Known<T> fact, T refused) {
        if (fact.isMissing()) {
            return Verdict.unknown(new Evidence(fact, IS_NOT, refused, Truth.UNKNOWN), fact);
        }
        Truth truth = Truth.of(!fact.is(refused));
        return Verdict.of(truth, new Evidence(fact, IS_NOT, refused, truth));
    }

    @SafeVarargs
    public static <T> Verdict oneOf(Known<T> fact, T... expected) {
        List<T> admitted = Arrays.asList(expected);
        return test(fact, ONE_OF, admitted, admitted::contains);
    }

    public static <T> Verdict contains(Known<? extends Collection<T>> fact, T expected) {
        return test(fact, Evidence.Test.CONTAINS, expected, v -> v.contains(expected));
    }

    /** The figure itself counts: 以上, 不少于, 不低于 (民法典 1259). */
    public static Verdict atLeast(Known<? extends Number> fact, Number minimum) {
        BigDecimal least = decimal(minimum);
        return test(fact, AT_LEAST, least, v -> decimal(v).compareTo(least) >= 0);
    }

    /** A count of which part is certain and part hangs on what is missing. */
    public static Verdict atLeast(Count count, Number minimum) {
        BigDecimal least = decimal(minimum);
        Known<Integer> certain = Known.of(count.name(), count.certain());
        if (decimal(count.certain()).compareTo(least) < 0 && decimal(count.possible()).compareTo(least) >= 0) {
            return new Verdict(Truth.UNKNOWN, List.of(new Evidence(certain, AT_LEAST, least, Truth.UNKNOWN)), count.lacking(), Set.of(), null, Map.of());
        }
        return atLeast(certain, minimum);
    }

    /** None of a list counts. */
    public static Verdict none(Count count) {
        return not(atLeast(count, 1));
    }

    public static Verdict lessThan(Known<? extends Number> fact, Number limit) {
        BigDecimal end = decimal(limit);
        return test(fact, LESS_THAN, end, v -> decimal(v).compareTo(end) < 0);
    }

    /** The figure itself does not count: 超过, 高于 (民法典 1259). */
    public static Verdict moreThan(Known<? extends Number> fact, Number limit) {
        BigDecimal start = decimal(limit);
        return test(fact, MORE_THAN, start, v -> decimal(v).compareTo(start) > 0);
    }

    public static Verdict atMost(Known<? extends Number> fact, Number maximum) {
        BigDecimal most = decimal(maximum);
        return test(fact, AT_MOST, most, v -> decimal(v).compareTo(most) <= 0);
    }

    /** Equal as numbers, whatever their scale. */
    public static Verdict equalTo(Known<? extends Number> fact, Number expected) {
        BigDecimal exact = decimal(expected);
        return test(fact, IS, exact, v -> decimal(v).compareTo(exact) == 0);
    }

    /** Between two figures; the brackets say whether the ends count, as in "[10000,30000)". */
    public static Verdict within(Known<? extends Number> fact, Number from, Number to, String brackets) {
        BigDecimal low = decimal(from);
        BigDecimal high = decimal(to);
        int start = brackets.startsWith("[") ? 0 : 1;
        int end = brackets.endsWith("]") ? 0 : -1;
        return test(fact, WITHIN, brackets.charAt(0) + low.toPlainString() + "," + high.toPlainString() + brackets.charAt(1),
                v -> decimal(v).compareTo(low) >= start && decimal(v).compareTo(high) <= end);
    }

    /** A passage that a person must read: supplied is enough, its worth is for the experts. */
    public static Verdict supplied(Known<?> fact) {
        return test(fact, SUPPLIED, true, v -> true);
    }

    /** A list that was looked through: that it was supplied, and how long it is; its elements are evidence where one of them matters. */
    public static Verdict searched(Known<? extends Collection<?>> list) {
        return supplied(list.map(list.name(), Collection::size));
    }

    /** Yes or no of a person; open until given. */
    public static Verdict judged(Judgements judgements, String point) {
        return judged(judgements, point, true, Boolean.TRUE::equals);
    }

    /** What holds because a person said no. */
    public static Verdict judgedNot(Judgements judgements, String point) {
        return not(judged(judgements, point));
    }

    /** A grade of a person; a better grade includes the weaker ones (A07). */
    public static Verdict judgedAtLeast(Judgements judgements, String point, String grade) {
        return judged(judgements, point, grade, given -> judgements.reaches(point, given, grade));
    }

    /** A grade of a person and no other: tiers read as closed descriptions (A07 strict). */
    public static Verdict judgedAs(Judgements judgements, String point, String grade) {
        return judged(judgements, point, grade, grade::equals);
    }

    private static Verdict judged(Judgements judgements, String point, Object required, Predicate<Object> met) {
        Known<Object> given = judgements.at(point);
        if (given.isMissing()) {
            return Verdict.open(new Evidence(given, JUDGED, required, Truth.JUDGEMENT), given.name());
        }
        Truth truth = Truth.of(met.test(given.value()));
        return Verdict.of(truth, new Evidence(given, JUDGED, required, truth));
    }

    /** A claim of the caller that a person may have looked into: what the person found outweighs it, and nobody has to. */
    public static Verdict unlessJudged(Verdict claimed, Judgements judgements, String point) {
        return judgements.at(point).isMissing() ? claimed : judged(judgements, point);
    }

    /** A rule of thumb (原则上, 一般) or an open list (等): what it does not cover is for a person, not for a refusal. */
    public static Verdict orJudged(Verdict verdict, Judgements judgements, String point) {
        return verdict.truth() == Truth.NOT_MET ? any(verdict, judged(judgements, point)) : verdict;
    }

    /** "As a rule" (一般, 原则上): a breach asks for a reason that a person accepts, unless read as a hard limit. */
    public static Verdict usually(Verdict verdict, Judgements judgements, String point, Readings readings, String reading, String hard) {
        return readings.is(reading, hard) ? verdict : orJudged(verdict, judgements, point);
    }

    /** A list that ends in 等: what it does not name is for a person, unless a reading admits or refuses it. */
    public static Verdict openList(Verdict listed, Judgements judgements, String point, Readings readings, String reading, String accept,
                                   String reject) {
        if (listed.truth() != Truth.NOT_MET || readings.is(reading, reject)) {
            return listed;
        }
        return readings.is(reading, accept) ? listed.as(Truth.MET) : orJudged(listed, judgements, point);
    }

    /** An optional fact: where the caller stated nothing the clause passes without it. */
    public static Verdict ifStated(Known<?> fact, Verdict verdict) {
        return fact.isValue() ? verdict : holds();
    }

    /** Likewise, but "known to be none" is an answer to test and no silence. */
    public static Verdict unlessMissing(Known<?> fact, Verdict verdict) {
        return fact.isMissing() ? holds() : verdict;
    }

    /** A breach that was reported; nobody's silence makes one. */
    public static Verdict found(Known<Boolean> breach) {
        return breach.isMissing() ? fails() : isTrue(breach);
    }

    /** A breach that was established, or is being looked into, which leaves it to a person; nobody's silence makes one. */
    public static <T> Verdict found(Known<T> finding, T established, T pending, Judgements judgements, String point) {
        return finding.isMissing() ? fails() : any(is(finding, established), all(is(finding, pending), judged(judgements, point)));
    }

    /** A duty whose breach leaves the file incomplete instead of refusing it. */
    public static Verdict incompleteUnless(Known<Boolean> done) {
        Verdict verdict = isTrue(done);
        return verdict.truth() == Truth.NOT_MET
                ? Verdict.unknown(new Evidence(done, IS, true, Truth.UNKNOWN), Known.missing(done.name())) : verdict;
    }

    public static Verdict noting(Verdict verdict, String name, Object value) {
        return verdict.truth() == Truth.NOT_MET && value instanceof Boolean ? verdict : verdict.showing(name, value);
    }

    public static Verdict noting(Verdict verdict, String name, Known<?> figure) {
        return figure.isValue() ? verdict.showing(name, figure.value()) : verdict;
    }

    public static Verdict all(Verdict... parts) {
        Truth truth = Truth.MET;
        for (Verdict part : parts) {
            truth = truth.and(part.truth());
        }
        return Verdict.join(truth, parts);
    }

    /** Both, but while the first is open only its facts are asked for: what kind of case it is comes before what that kind needs. */
    public static Verdict given(Verdict first, Verdict rest) {
        Verdict both = all(first, rest);
        return both.truth() == Truth.UNKNOWN && first.truth() == Truth.UNKNOWN ? first : both;
    }

    public static Verdict any(Verdict... parts) {
        Truth truth = Truth.NOT_MET;
        for (Verdict part : parts) {
            truth = truth.or(part.truth());
        }
        return Verdict.join(truth, parts);
    }

    /** Over a list's elements, each judged by itself; sorted, so that the order in which facts came in cannot show. */
    public static Verdict anyOf(Collection<?> parts) {
        return any(parts.stream().map(Verdict.class::cast)
                .sorted(Comparator.comparing(Verdict::truth).thenComparing(Verdict::evidence, Operators::inOrder)).toArray(Verdict[]::new));
    }

    /** By what they say, as written; what two have in common at their beginning need not be written for that. */
    private static int inOrder(List<Evidence> one, List<Evidence> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).equals(other.get(i)) ? 0 : one.get(i).toString().compareTo(other.get(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.size(), one.size());
    }

    public static Verdict noneOf(Collection<?> parts) {
        return not(anyOf(parts));
    }

    public static Verdict not(Verdict verdict) {
        return verdict.as(verdict.truth().not());
    }

    /** The same where a pattern is written: there {@code not} is a word of the rule language. */
    public static Verdict unless(Verdict verdict) {
        return not(verdict);
    }

    /** The named reading decides which of two tests counts; both stand in the rule, so that a reader sees what would change. */
    public static Verdict under(Readings readings, String reading, String option, Verdict then, Verdict otherwise) {
        return readings.is(reading, option) ? then : otherwise;
    }

    /** A clause with nothing to test in this case: it holds and says so. */
    public static Verdict holds() {
        return HOLDS;
    }

    public static Verdict fails() {
        return FAILS;
    }

    private static final Verdict HOLDS = Verdict.of(Truth.MET);
    private static final Verdict FAILS = Verdict.of(Truth.NOT_MET);

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }
}
