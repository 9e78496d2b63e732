package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Prizes of science and technology. */
public record TechnologyPrizes(
        @Fact("获奖") Known<List<Prize>> prizes) {

    /**
     * Fixed sums of the prizes named, each prize once: whole for every winner, or shared among those of the area, or only the highest of one
     * achievement (A8-10). A grade without a figure is not named (A8-09).
     */
    @Derived({"technologyPrizes.prizes[].prize", "technologyPrizes.prizes[].grade", "technologyPrizes.prizes[].winnersInArea",
        "technologyPrizes.prizes[].achievement"})
    public Known<BigDecimal> worth(Figures figures, String clause, Readings readings, Prize.Award... named) {
        if (!prizes.isValue()) {
            return Known.lacking(prizes);
        }
        boolean shared = readings.is("A8-10", "SHARED");
        boolean highest = readings.is("A8-10", "HIGHEST_OF_ACHIEVEMENT");
        BigDecimal sum = BigDecimal.ZERO;
        Gaps gaps = new Gaps();
        for (Prize one : prizes.value()) {
            if (gaps.in(one.prize()) || !Arrays.asList(named).contains(one.prize().value()) || gaps.in(one.grade())) {
                continue;
            }
            BigDecimal figure = figure(one, figures);
            if (figure == null || shared && gaps.in(one.winnersInArea()) || highest && (gaps.in(one.achievement()) || !isHighest(one, figures, gaps))) {
                continue;
            }
            sum = sum.add(shared ? figure.divide(BigDecimal.valueOf(one.winnersInArea().value()), 2, RoundingMode.DOWN) : figure);
        }
        return gaps.any() ? gaps.lacking() : Known.of("technologyPrizes.worth", sum);
    }

    /** Of equal sums the first counts. */
    private boolean isHighest(Prize prize, Figures figures, Gaps gaps) {
        boolean before = true;
        for (Prize other : prizes.value()) {
            if (other == prize) {
                before = false;
                continue;
            }
            if (gaps.in(other.prize(), other.grade(), other.achievement())) {
                continue;
            }
            BigDecimal figure = figure(other, figures);
            int higher = figure == null || !other.achievement().value().equals(prize.achievement().value()) ? -1 : figure.compareTo(figure(prize, figures));
            if (higher > 0 || higher == 0 && before) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal figure(Prize prize, Figures figures) {
        String clause = prize.prize().value() == Prize.Award.NATIONAL_SCIENCE_AND_TECHNOLOGY_PRIZE ? "4.a" : "4.b";
        return prize.prize().value() == Prize.Award.OTHER ? null : figures.byClause().get(clause + "#" + prize.grade().value());
    }

    /** The day of the earliest prize: one from before the document is for a person (A8-33). */
    @Derived("technologyPrizes.prizes[].awardedOn")
    public Known<LocalDate> earliest() {
        if (!prizes.isValue() || prizes.value().isEmpty()) {
            return Known.lacking(prizes.isValue() ? Known.missing("technologyPrizes.prizes") : prizes);
        }
        Gaps gaps = new Gaps();
        prizes.value().forEach(one -> gaps.in(one.awardedOn()));
        return gaps.any() ? gaps.lacking() : Known.of("technologyPrizes.earliest", prizes.value().stream().map(one -> one.awardedOn().value()).min(LocalDate::compareTo).orElseThrow());
    }
}
