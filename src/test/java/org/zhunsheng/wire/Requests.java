package org.zhunsheng.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.rulebase.RuleBases;

/** The vocabulary of the tests of this package: requests as text. */
final class Requests {

    static final FactCatalogue CATALOGUE = new RuleBases().catalogue();
    static final FactReader READER = new FactReader(CATALOGUE);
    static final FactWriter WRITER = new FactWriter(CATALOGUE);

    /** A complete application for a park abroad, about 2 kB. */
    static final String PARK = """
            {
              "question": "SUPPORT",
              "policy": "jkf_2022_9",
              "direction": "OVERSEAS_PARK",
              "step": "AGREEMENT",
              "asOf": "2023-03-15",
              "readings": {"A07": "STRICT", "A05": "NOTICE_YEAR"},
              "facts": {
                "application": {
                  "submittedOn": "2023-03-15", "noticeDeadline": "2023-03-31", "noticeYear": 2023, "submittedThroughCityPlatform": true,
                  "integrityCommitmentSubmitted": true, "projectTitle": "慕尼黑科技园区二期", "contentKey": "MUC-2",
                  "requestedAmountYuan": 4500000.00, "bannedFromApplyingUntil": {"none": true},
                  "plannedUseOfFunds": [{"purpose": "PARK_OPERATION", "amountYuan": 3000000}, {"purpose": "OTHER", "amountYuan": 1500000.5}]
                },
                "applicant": {
                  "name": "北京某某科技园发展有限公司", "unifiedSocialCreditCode": "91110108MA00000000",
                  "entityType": "NATIONAL_HIGH_TECH_ENTERPRISE", "highTechCertificateValidUntil": "2025-10-30",
                  "registeredPlace": "ZGC_DEMONSTRATION_ZONE"
                },
                "creditBeforeReview": {
                  "reviewDate": "2023-04-20", "researchIntegrityPenaltyInForce": false, "penaltyUntil": {"none": true},
                  "listedAsJudgmentDefaulter": false, "listedAsSeriouslyDishonestEnterprise": false, "otherJointPunishmentListing": false
                },
                "park": {
                  "locationClass": "FOREIGN_COUNTRY", "setUpByApplicant": true, "physicalParkBuilt": true, "operatorRegisteredOn": "2020-05-11",
                  "siteAreaM2": 45000, "occupancyRatePercent": 82.5, "beijingCompanyCount": 14, "cooperatingCompanyCount": 9,
                  "companiesInBothGroupsCount": 3
                },
                "awardsHistory": [
                  {"awardId": "2021-0042", "sameUnit": true, "policy": "jkf_2022_4", "direction": {"none": true}, "contentKey": "MUC-1",
                   "sameContent": false, "funderLevel": "MUNICIPAL", "form": "MONEY", "state": "PAID", "decidedOn": "2021-06-01",
                   "receivedOn": "2021-08-15", "amountYuan": 2000000}
                ]
              },
              "judgements": {
                "jkf_2022_9/6.2.2": {"value": true, "by": "专家组", "on": "2023-04-20", "reason": "现场核查确认"}
              }
            }
            """;

    /** A request with nothing but these facts. */
    static String facts(String facts) {
        return "{\"question\":\"SUPPORT\",\"policy\":\"jkf_2022_9\",\"facts\":{" + facts.replace('\'', '"') + "}}";
    }

    /** A request with these members besides question and policy. */
    static String with(String members) {
        return "{\"question\":\"SUPPORT\",\"policy\":\"jkf_2022_9\"," + members.replace('\'', '"') + "}";
    }

    static EvaluationRequest read(String body) {
        return READER.read(bytes(body));
    }

    static String canonical(EvaluationRequest request) {
        return new String(WRITER.canonical(request), StandardCharsets.UTF_8);
    }

    static List<Fault> faults(String body) {
        return faults(bytes(body));
    }

    static List<Fault> faults(byte[] body) {
        try {
            READER.read(body);
            return List.of();
        } catch (ProblemException refused) {
            return refused.problem().faults().isEmpty() ? List.of(new Fault("", refused.problem().code(), refused.problem().zh(), refused.problem().en()))
                    : refused.problem().faults();
        }
    }

    /** "pointer CODE" of everything refused. */
    static List<String> refusals(String body) {
        return faults(body).stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private Requests() {
    }
}
