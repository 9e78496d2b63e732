package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;

/** First-of-kind equipment (首台套). */
public record FirstOfKind(
        @Fact("首台（套）项目") Known<List<FirstOfKindProject>> projects) {

    /** A share of the recognised amounts of the developer's projects; the limit is the applicant's, or each project's (A8-03). */
    @Derived({"firstOfKind.projects", "firstOfKind.projects[].recognised", "firstOfKind.projects[].applicantRole", "firstOfKind.projects[].contractAmountYuan"})
    public Known<BigDecimal> granted(BigDecimal ratePercent, BigDecimal capYuan, Readings readings) {
        if (!projects.isValue()) {
            return Known.lacking(projects);
        }
        boolean each = readings.is("A8-03", "PROJECT");
        BigDecimal sum = BigDecimal.ZERO;
        Gaps gaps = new Gaps();
        for (FirstOfKindProject one : projects.value()) {
            if (one.recognised().is(false) || one.applicantRole().is(FirstOfKindProject.Role.USER)
                    || gaps.in(one.recognised(), one.applicantRole(), one.contractAmountYuan())) {
                continue;
            }
            sum = sum.add(Sums.share(one.contractAmountYuan().value(), ratePercent, each ? capYuan : null));
        }
        return gaps.any() ? gaps.lacking() : Known.of("firstOfKind.granted", each || capYuan == null ? sum : sum.min(capYuan));
    }
}
