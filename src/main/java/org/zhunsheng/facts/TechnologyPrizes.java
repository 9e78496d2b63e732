package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Prizes of science and technology. */
public record TechnologyPrizes(
        @Fact("获奖") Known<List<Prize>> prizes) {

    /** Fixed sums of the prizes named, each prize once (A8-10); a grade without a figure is not named (A8-09). */
    @Derived({"technologyPrizes.prizes[].prize", "technologyPrizes.prizes[].grade"})
    public Known<BigDecimal> worth(Figures figures, String clause, Prize.Award... named) {
        if (!prizes.isValue()) {
            return Known.lacking(prizes);
        }
        BigDecimal sum = BigDecimal.ZERO;
        Gaps gaps = new Gaps();
        for (Prize one : prizes.value()) {
            if (!gaps.in(one.prize()) && Arrays.asList(named).contains(one.prize().value()) && !gaps.in(one.grade())) {
                BigDecimal figure = figures.byClause().get(clause + "#" + one.grade().value());
                sum = figure == null ? sum : sum.add(figure);
            }
        }
        return gaps.any() ? gaps.lacking() : Known.of("technologyPrizes.worth", sum);
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
