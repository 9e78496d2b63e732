package org.zhunsheng.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.CreditBeforeReview;
import org.zhunsheng.facts.Incubator;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.LocationClass;
import org.zhunsheng.facts.Park;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.facts.TechTransfer;
import org.zhunsheng.facts.TransferProject;

/**
 * The gates and articles 6, 7 and 11 as somebody would write them by hand: two values, no evidence, no missing facts, the ceiling as the
 * only result. What an engine can at best come near to; a yardstick and nothing else.
 */
final class HandWritten {

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private HandWritten() {
    }

    static BigDecimal ceiling(String direction, Map<String, Object> facts, Map<String, Judgement> judgements) {
        Application application = (Application) facts.get("application");
        LocalDate day = application.submittedOn().value();
        if (!gates(direction, application, (Applicant) facts.get("applicant"), (CreditBeforeReview) facts.get("creditBeforeReview"),
                (Known<?>) facts.get("awardsHistory"), day)) {
            return ZERO;
        }
        return switch (direction) {
            case "OVERSEAS_PARK" -> park((Park) facts.get("park"), judgements, day);
            case "OVERSEAS_INCUBATOR" -> incubator((Incubator) facts.get("incubator"), judgements, day);
            default -> transfer((TechTransfer) facts.get("techTransfer"), judgements, day.getYear() - 1);
        };
    }

    private static boolean gates(String direction, Application application, Applicant applicant, CreditBeforeReview credit,
                                 Known<?> history, LocalDate day) {
        if (applicant.registeredPlace().is(Applicant.RegisteredPlace.OUTSIDE_BEIJING) || day.isBefore(LocalDate.of(2022, 6, 13))
                || !application.submittedThroughCityPlatform().is(true) || !application.integrityCommitmentSubmitted().is(true)
                || credit.researchIntegrityPenaltyInForce().is(true) || credit.listedAsJudgmentDefaulter().is(true)
                || credit.listedAsSeriouslyDishonestEnterprise().is(true) || credit.otherJointPunishmentListing().is(true)) {
            return false;
        }
        for (Object earlier : (Iterable<?>) history.value()) {
            PriorAward award = (PriorAward) earlier;
            boolean supported = award.state().is(PriorAward.State.PAID) || award.state().is(PriorAward.State.APPROVED);
            if (supported && award.policy().is("jkf_2022_9") && (award.sameContent().is(true) || award.sameUnit().is(true)
                    && !day.isAfter(award.decidedOn().value().plusYears(3)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean yes(Map<String, Judgement> judgements, String point) {
        Judgement judgement = judgements.get("jkf_2022_9/" + point);
        return judgement != null && Boolean.TRUE.equals(judgement.value());
    }

    private static BigDecimal park(Park park, Map<String, Judgement> judgements, LocalDate day) {
        if (park.locationClass().is(LocationClass.MAINLAND_CHINA) || !park.physicalParkBuilt().is(true)
                || park.operatorRegisteredOn().value().plusYears(1).isAfter(day) || !yes(judgements, "6.2.2") || !yes(judgements, "6.2.3")) {
            return ZERO;
        }
        double area = park.siteAreaM2().value().doubleValue();
        double share = park.occupancyRatePercent().value().doubleValue();
        int companies = park.beijingOrCooperatingCompanyCount().value();
        return area >= 30000 && share >= 70 && companies >= 10 ? BigDecimal.valueOf(5_000_000)
                : area >= 10000 && share >= 50 && companies >= 5 ? BigDecimal.valueOf(2_000_000) : ZERO;
    }

    private static BigDecimal incubator(Incubator incubator, Map<String, Judgement> judgements, LocalDate day) {
        if (incubator.locationClass().is(LocationClass.MAINLAND_CHINA) || !incubator.physicalPlatformBuilt().is(true)
                || incubator.operatorRegisteredOn().value().plusYears(1).isAfter(day)
                || !yes(judgements, "7.2.2") || !yes(judgements, "7.2.3")) {
            return ZERO;
        }
        double area = incubator.siteAreaM2().value().doubleValue();
        int companies = incubator.incubatedCompanyCount().value();
        int cooperating = incubator.incubatedCooperatingWithBeijingCount().value();
        return area >= 3000 && companies >= 50 && cooperating >= 25 ? BigDecimal.valueOf(2_000_000)
                : area >= 1000 && companies >= 20 && cooperating >= 10 ? BigDecimal.valueOf(1_000_000) : ZERO;
    }

    private static BigDecimal transfer(TechTransfer transfer, Map<String, Judgement> judgements, int year) {
        if (!transfer.intermediary().is(true) || transfer.involvesNationalSecurity().is(true)
                || transfer.harmsNationalOrPublicInterest().is(true) || !transfer.hasInternationalMemberNetwork().is(true)
                || !yes(judgements, "11.2.2") || !yes(judgements, "11.2.3")) {
            return ZERO;
        }
        Set<String> counted = new HashSet<>();
        for (TransferProject project : transfer.projects().value()) {
            boolean inbound = project.flow().is(TransferProject.Flow.INBOUND);
            boolean qualifies = inbound
                    ? project.registeredInBeijing().is(true) && (project.annualRevenueYuan().value().doubleValue() >= 10_000_000
                            || project.advancedWithLargeMarketPotential().is(true))
                    : project.annualRevenueAbroadYuan().value().doubleValue() >= 50_000_000;
            if (qualifies && project.facilitatedInYear().is(year)) {
                counted.add(project.projectId().value());
            }
        }
        int count = counted.size();
        return BigDecimal.valueOf(count >= 5 ? 2_000_000 : count >= 3 ? 1_000_000 : count >= 1 ? 500_000 : 0);
    }
}
