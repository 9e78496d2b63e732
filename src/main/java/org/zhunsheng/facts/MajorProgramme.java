package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programmes of the state or the city that the area matches. */
public record MajorProgramme(
        @Fact("特别重大项目") Known<Boolean> exceptionallyMajor,
        @Fact("各项目各年度") Known<List<ProgrammeProject>> projects) {

    /** Of every project and year what its own limit allows; what a year leaves is not carried forward (A8-07). */
    @Derived({"majorProgramme.projects", "majorProgramme.projects[].project", "majorProgramme.projects[].programmeLevel", "majorProgramme.projects[].higherLevelFundsYuan",
        "majorProgramme.projects[].year"})
    public Known<BigDecimal> matched(BigDecimal ratePercent, BigDecimal capYuan) {
        if (!projects.isValue()) {
            return Known.lacking(projects);
        }
        Map<List<Object>, BigDecimal> byYear = new HashMap<>();
        Gaps gaps = new Gaps();
        for (ProgrammeProject one : projects.value()) {
            if (one.programmeLevel().is(ProgrammeProject.Level.DISTRICT)) {
                continue;
            }
            if (!gaps.in(one.programmeLevel(), one.higherLevelFundsYuan(), one.project(), one.year())) {
                byYear.merge(List.of(one.project().value(), one.year().value()), one.higherLevelFundsYuan().value(), BigDecimal::add);
            }
        }
        return gaps.any() ? gaps.lacking() : Known.of("majorProgramme.matched", byYear.values().stream().map(funds -> Sums.share(funds, ratePercent, capYuan))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
