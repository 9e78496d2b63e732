package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** First-of-kind equipment (首台套). */
public record FirstOfKind(
        @Fact("首台（套）项目") Known<List<FirstOfKindProject>> projects) {

    /** A share of the recognised amounts of the developer's projects; the limit is the applicant's, or each project's (A8-03). */
    @Derived({"firstOfKind.projects[].recognised", "firstOfKind.projects[].applicantRole", "firstOfKind.projects[].contractAmountYuan"})
    public Known<BigDecimal> granted(BigDecimal ratePercent, BigDecimal capYuan, Readings readings) {
        if (!projects.isValue()) {
            return Known.lacking(projects);
        }
        boolean each = readings.is("A8-03", "PROJECT");
        BigDecimal sum = BigDecimal.ZERO;
        for (FirstOfKindProject one : projects.value()) {
            if (one.recognised().is(false) || one.applicantRole().is(FirstOfKindProject.Role.USER)) {
                continue;
            }
            Known<?>[] missing = Stream.of(one.recognised(), one.applicantRole(), one.contractAmountYuan()).filter(Known::isMissing).toArray(Known<?>[]::new);
            if (missing.length > 0) {
                return Known.lacking(missing);
            }
            sum = sum.add(Sums.share(one.contractAmountYuan().value(), ratePercent, each ? capYuan : null));
        }
        return Known.of("firstOfKind.granted", each ? sum : sum.min(capYuan));
    }
}
