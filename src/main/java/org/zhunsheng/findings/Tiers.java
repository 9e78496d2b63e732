package org.zhunsheng.findings;

import static org.zhunsheng.findings.Evidence.Test.AT_LEAST;
import static org.zhunsheng.findings.Evidence.Test.CONTAINS;
import static org.zhunsheng.findings.Evidence.Test.WITHIN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.LocationClass;
import org.zhunsheng.facts.PaymentMode;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.facts.Readings;

/** What the cells and result columns of decision tables compile to. */
public final class Tiers {

    private Tiers() {
    }

    /**
     * A tier's figure. The upper end only keeps tiers apart: whoever overshoots one figure and misses another falls to the best
     * tier whose minimums are met (A07); it counts only where tiers are read as closed descriptions.
     */
    public static Verdict band(Known<? extends Number> fact, Number lower, Number upper, Readings readings) {
        return band(fact, lower, upper, readings, 0);
    }

    /** Likewise, of a band with (含) at its lower end only: another reading takes in the upper end as well (A18). */
    public static Verdict halfOpenBand(Known<? extends Number> fact, Number lower, Number upper, Readings readings) {
        return band(fact, lower, upper, readings, readings.is("A18", "UPPER_END_IN") ? 1 : 0);
    }

    private static Verdict band(Known<? extends Number> fact, Number lower, Number upper, Readings readings, int end) {
        if (upper == null || !readings.is("A07", "STRICT")) {
            return Operators.atLeast(fact, lower);
        }
        BigDecimal from = Operators.decimal(lower);
        BigDecimal to = Operators.decimal(upper);
        List<BigDecimal> required = List.of(from, to);
        if (fact.isMissing()) {
            return Verdict.unknown(new Evidence(fact, WITHIN, required, Truth.UNKNOWN), fact);
        }
        BigDecimal value = fact.isNone() ? null : Operators.decimal(fact.value());
        Truth truth = Truth.of(value != null && value.compareTo(from) >= 0 && value.compareTo(to) < end);
        return Verdict.of(truth, new Evidence(fact, WITHIN, required, truth));
    }

    /** A count of which part is certain and part still open. */
    public static Verdict band(Tally count, Number lower, Number upper, Readings readings) {
        Verdict least = band(count.certainly(), lower, upper, readings);
        Verdict most = band(count.possibly(), lower, upper, readings);
        boolean closed = upper != null && readings.is("A07", "STRICT");
        if (count.isCertain() || least.truth() == Truth.MET && (!closed || most.truth() == Truth.MET)
                || most.truth() == Truth.NOT_MET && (!closed || least.truth() == Truth.NOT_MET
                        && count.possibly().value().compareTo(Operators.decimal(lower).intValue()) < 0)) {
            return least;
        }
        Truth truth = count.missing().isEmpty() ? Truth.JUDGEMENT : Truth.UNKNOWN;
        return new Verdict(truth, List.of(new Evidence(count.certainly(), AT_LEAST, Operators.decimal(lower), truth)), count.missing(),
                count.open(), null, Map.of());
    }

    /** A grade given by experts; a better one includes the weaker, unless tiers are closed descriptions (A07). */
    public static Verdict grade(Judgements judgements, String point, String grade, Readings readings) {
        return readings.is("A07", "STRICT") ? Operators.judgedAs(judgements, point, grade)
                : Operators.judgedAtLeast(judgements, point, grade);
    }

    /** A code of which one value is neither clearly in nor out: a person decides, unless a reading settles it. */
    @SafeVarargs
    public static <T> Verdict codeOrOpen(Known<T> fact, T open, Judgements judgements, String point, Readings readings, String reading,
                                         String accept, String reject, T... admitted) {
        Verdict inside = Operators.oneOf(fact, admitted);
        if (!fact.is(open) || readings.is(reading, reject)) {
            return inside;
        }
        return readings.is(reading, accept) ? inside.as(Truth.MET) : Operators.orJudged(inside, judgements, point);
    }

    /**
     * "主要用于": the larger part of the planned money goes to the listed uses; a plan mainly for other uses is for a person to decide
     * (A04). Without a plan there is nothing to compare, and the clause is a reminder only.
     */
    public static Verdict mainlyFor(Known<List<PlannedUse>> plan, Judgements judgements, String point, PlannedUse.Purpose... purposes) {
        if (plan.isMissing() || plan.isNone() || plan.value().isEmpty()) {
            return Operators.holds();
        }
        List<PlannedUse.Purpose> listed = Arrays.asList(purposes);
        BigDecimal inside = BigDecimal.ZERO;
        BigDecimal whole = BigDecimal.ZERO;
        Known<?>[] gaps = plan.value().stream().flatMap(use -> Stream.<Known<?>>of(use.purpose(), use.amountYuan())).filter(Known::isMissing)
                .sorted(Comparator.comparing(Known::name)).toArray(Known<?>[]::new);
        if (gaps.length > 0) {
            return Verdict.unknown(new Evidence(gaps[0], CONTAINS, listed, Truth.UNKNOWN), Known.lacking(gaps));
        }
        for (PlannedUse use : plan.value()) {
            whole = whole.add(use.amountYuan().value());
            inside = listed.contains(use.purpose().value()) ? inside.add(use.amountYuan().value()) : inside;
        }
        Truth truth = Truth.of(inside.add(inside).compareTo(whole) >= 0);
        Known<BigDecimal> share = Known.of("application.plannedUseOfFunds", inside);
        Verdict verdict = Verdict.of(truth, new Evidence(share, AT_LEAST, whole, truth)).showing("listedUsesYuan", inside);
        return Operators.orJudged(verdict, judgements, point);
    }

    /** A sum the text fixes. */
    public static Verdict exactly(Number yuan, PaymentMode mode, Verdict when) {
        return when.awarding(Award.of(Award.Kind.EXACT, Operators.decimal(yuan), mode));
    }

    /** A limit without a rate: what is granted below it is the authority's to weigh. */
    public static Verdict atDiscretion(Number capYuan, PaymentMode mode, Verdict when) {
        return when.awarding(Award.of(Award.Kind.DISCRETIONARY_CEILING, Operators.decimal(capYuan), mode));
    }

    public static Verdict upTo(Number capYuan, PaymentMode mode, Verdict when) {
        return when.awarding(Award.upTo(Operators.decimal(capYuan), mode));
    }

    /** Meeting a tier is an answer of its own, unless the overall assessment is read as a condition (A02). */
    public static Verdict assessed(Judgements judgements, String point, Readings readings) {
        return readings.is("A02", "ASSESSMENT_REQUIRED") ? Operators.judged(judgements, point) : Operators.holds();
    }

    /** What was approved, as far as it may be paid now. */
    public static Verdict payable(Verdict when, Known<BigDecimal> approved, Known<PaymentMode> mode) {
        Verdict both = Operators.all(when, Operators.supplied(approved));
        return approved.isValue() ? both.awarding(Award.upTo(approved.value(), mode.value())) : both;
    }

    public static Verdict services(Verdict when, PaymentMode mode) {
        return when.awarding(Award.services(mode));
    }

    /** A consequence of a breach: which measure, and whether the clause commands it or leaves it to the authority. */
    public static Verdict measure(Verdict when, String measure, boolean mandatory) {
        return when.truth() == Truth.NOT_MET ? when : when.showing("measure", measure).showing("mandatory", mandatory);
    }

    /** A sum that what is due may not exceed; whether it binds or only warns is decided where the decision is put together (A62). */
    public static Verdict limiting(Known<BigDecimal> limit) {
        return Operators.supplied(limit).showing("limitYuan", limit.value());
    }

    /** 国(境)外: foreign countries and Hong Kong, Macao and Taiwan, unless read as foreign countries only (A06). */
    public static Verdict abroad(Known<LocationClass> place, Readings readings) {
        return readings.is("A06", "FOREIGN_COUNTRIES_ONLY") ? Operators.is(place, LocationClass.FOREIGN_COUNTRY)
                : Operators.oneOf(place, LocationClass.FOREIGN_COUNTRY, LocationClass.HK_MACAO_TAIWAN);
    }

    /** The lower of rate × base and cap (A10); while the base is missing the clause stays open and the cap is all that is known. */
    public static Verdict share(Number ratePercent, Known<BigDecimal> base, Number capYuan, PaymentMode mode, boolean provisional,
                                Readings readings, Verdict when) {
        Verdict both = Operators.all(when, Operators.supplied(base));
        if (!base.isValue()) {
            return both.awarding(Award.upTo(Operators.decimal(capYuan), mode));
        }
        int scale = readings.is("A10", "CUT_TO_YUAN") ? 0 : 2;
        RoundingMode rounding = readings.is("A10", "HALF_UP_FEN") ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        return both.awarding(Award.share(Operators.decimal(ratePercent), base.value(), Operators.decimal(capYuan), scale, rounding, mode,
                provisional)).showing("amountIsProvisional", provisional).showing("basis", base.name());
    }
}
