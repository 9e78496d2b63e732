package org.zhunsheng.judgement;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.zhunsheng.contract.HeldToContract;

/** The vocabulary of the tests on judgements: a park abroad with two points open, and what is said of it. */
final class Park {

    static final String OPERATES_WELL = "jkf_2022_9/6.2.2";
    static final String SERVES_BEIJING = "jkf_2022_9/6.2.3";

    private Park() {
    }

    static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    static String applied() {
        return held().body("""
                {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{
                "application":{"submittedOn":"2023-03-15","submittedThroughCityPlatform":true,"integrityCommitmentSubmitted":true},
                "applicant":{"entityType":"UNIVERSITY","registeredPlace":"ZGC_DEMONSTRATION_ZONE"},
                "creditBeforeReview":{"reviewDate":"2023-04-20","researchIntegrityPenaltyInForce":false,"listedAsJudgmentDefaulter":false,
                "listedAsSeriouslyDishonestEnterprise":false,"otherJointPunishmentListing":false},
                "awardsHistory":[{"policy":"jkf_2022_9","direction":"JOURNAL","sameUnit":false,"sameContent":false,"state":"PAID"}],
                "park":{"locationClass":"FOREIGN_COUNTRY","physicalParkBuilt":true,"operatorRegisteredOn":"2018-05-10","siteAreaM2":12000,
                "occupancyRatePercent":75,"beijingOrCooperatingCompanyCount":6}}}""").post("/v1/evaluations").path("id");
    }

    static String body(String decision, String point, boolean value) {
        return "{\"decision\":\"%s\",\"point\":\"%s\",\"value\":%s,\"by\":\"专家组\",\"on\":\"2023-04-20\",\"reason\":\"现场核查\"}"
                .formatted(decision, point, value);
    }

    static Response judged(String decision, String point, boolean value) {
        return held().body(body(decision, point, value)).post("/v1/judgements");
    }

    static String outcome(Response answer) {
        return answer.path("core.decisions[0].outcome");
    }

    static String judgement(Response answer) {
        return answer.path("follows.judgement");
    }

    static List<String> supersedes(Response answer) {
        return answer.path("follows.supersedes");
    }

    static List<String> leavesOut(Response answer) {
        return answer.path("follows.leavesOut");
    }

    static Response judgements(String decision) {
        return held().get("/v1/evaluations/" + decision + "/judgements");
    }
}
