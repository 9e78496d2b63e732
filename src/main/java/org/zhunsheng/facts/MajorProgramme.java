package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Programmes of the state or the city that the area matches. */
public record MajorProgramme(
        @Fact("特别重大项目") Known<Boolean> exceptionallyMajor,
        @Fact("各项目各年度") Known<List<ProgrammeProject>> projects) {

    /** What higher levels pay for one project: in the years stated, and in all. */
    private record Funds(Map<Integer, BigDecimal> received, Map<ProgrammeProject.Level, BigDecimal> approved) {

        Funds() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        BigDecimal matchedByYear(BigDecimal ratePercent, BigDecimal capYuan) {
            return received.values().stream().map(funds -> Sums.share(funds, ratePercent, capYuan)).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal matchedInAll(BigDecimal ratePercent, BigDecimal capYuan) {
            return Sums.share(approved.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), ratePercent,
                    capYuan.multiply(BigDecimal.valueOf(received.size())));
        }
    }

    /**
     * Of every project and year what its own limit allows; what a year leaves is not carried forward. Read as matching the total approved,
     * it is: then only the limits of all years together bind (A8-07).
     */
    @Derived({"majorProgramme.projects", "majorProgramme.projects[].project", "majorProgramme.projects[].programmeLevel", "majorProgramme.projects[].higherLevelFundsYuan",
        "majorProgramme.projects[].approvedFundsYuan", "majorProgramme.projects[].year"})
    public Known<BigDecimal> matched(BigDecimal ratePercent, BigDecimal capYuan, Readings readings) {
        if (!projects.isValue()) {
            return Known.lacking(projects);
        }
        boolean inAll = readings.is("A8-07", "APPROVED_TOTAL");
        Map<String, Funds> byProject = new TreeMap<>();
        Gaps gaps = new Gaps();
        for (ProgrammeProject one : projects.value()) {
            Known<BigDecimal> paid = inAll ? one.approvedFundsYuan() : one.higherLevelFundsYuan();
            if (one.programmeLevel().is(ProgrammeProject.Level.DISTRICT) || gaps.in(one.programmeLevel(), paid, one.project(), one.year())) {
                continue;
            }
            Funds funds = byProject.computeIfAbsent(one.project().value(), project -> new Funds());
            funds.received.merge(one.year().value(), paid.value(), BigDecimal::add);
            // every year of a project repeats the total of its level
            funds.approved.merge(one.programmeLevel().value(), paid.value(), BigDecimal::max);
        }
        return gaps.any() ? gaps.lacking() : Known.of("majorProgramme.matched", byProject.values().stream()
                .map(funds -> inAll ? funds.matchedInAll(ratePercent, capYuan) : funds.matchedByYear(ratePercent, capYuan))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
