package org.zhunsheng.duplication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.wire.BeijingTime;

@QuarkusTest
@DisplayName("评定和找政策从台账取历史")
class RememberedTest {

    private static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    private static ValidatableResponse evaluated(String unit, String day, String more) {
        return AwardTest.post("/v1/evaluations", """
                {'question':'SUPPORT','policy':'jkf_2022_9','direction':'JOURNAL','facts':{'applicant':{'unifiedSocialCreditCode':'%s'},
                 'application':{'submittedOn':'%s','contentKey':'K-JOURNAL'}%s}}""", unit, day, more).then().statusCode(201);
    }

    @Test
    @DisplayName("调用方没有写的历史，台账里有；写明出自哪一项的哪一版；以后台账变了，照样重算")
    void fromTheLedger() {
        String unit = Unit.code();
        String award = AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        String id = evaluated(unit, "2025-03-01", "").body("core.decisions[0].outcome", equalTo("INELIGIBLE"))
                .body("core.decisions[0].decidedBy", hasItem("17.s1.b")).body("core.history.awards.award", contains(award))
                .body("core.history.awards.version", contains(1)).body("core.request.facts.awardsHistory", equalTo(null)).extract().path("id");
        AwardTest.post("/v1/awards/" + award + "/corrections", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','funderLevel':'MUNICIPAL','form':'POLICY_SERVICE','state':'CONFIRMED',
                 'contentKey':'K-1','decidedOn':'2023-05-30','source':'决算','reason':'是政策服务，不是资金'}""", unit).then().statusCode(201);
        evaluated(unit, "2025-03-01", "").body("core.history.awards.version", contains(2)).body("core.decisions[0].decidedBy", not(hasItem("17.s1.b")));
        held().post("/v1/evaluations/" + id + "/replay").then().statusCode(200).body("same", equalTo(true)).body("differences", empty());
    }

    @Test
    @DisplayName("knownAt 那时台账还没有的，不算；重算也一样；后来的事不影响它")
    void asKnownThen() {
        String unit = Unit.code();
        String then = BeijingTime.of(Instant.now().minusMillis(1));
        AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        String id = AwardTest.post("/v1/evaluations", """
                {'question':'SUPPORT','policy':'jkf_2022_9','direction':'JOURNAL','knownAt':'%s','facts':{'applicant':{'unifiedSocialCreditCode':'%s'},
                 'application':{'submittedOn':'2025-03-01'}}}""", then, unit).then().statusCode(201).body("core.history.awards", empty())
                .body("core.decisions[0].decidedBy", not(hasItem("17.s1.b"))).extract().path("id");
        held().post("/v1/evaluations/" + id + "/replay").then().statusCode(200).body("same", equalTo(true));
    }

    @Test
    @DisplayName("调用方补充的与台账的并在一起，同一项不算两次")
    void besideTheCaller() {
        String unit = Unit.code();
        String award = AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        evaluated(unit, "2025-03-01", ",'awardsHistory':[]").body("core.decisions[0].decidedBy", hasItem("17.s1.b"));
        evaluated(unit, "2025-03-01", ",'awardsHistory':[{'awardId':'%s','policy':'jkf_2022_9','state':'APPLIED'}]".formatted(award))
                .body("core.decisions[0].decidedBy", hasItem("17.s1.b"));
    }

    @Test
    @DisplayName("找政策也一样")
    void matches() {
        String unit = Unit.code();
        AwardTest.paid(unit, "OVERSEAS_PARK", Unit.content(), "2023-05-30");
        String id = AwardTest.post("/v1/matches", """
                {'facts':{'applicant':{'unifiedSocialCreditCode':'%s'},'application':{'submittedOn':'2025-03-01'}},
                 'activities':[{'activity':'期刊','facts':{'journal':{'index':'SCIE'},'application':{'contentKey':'K-9'}}}]}""", unit).then()
                .statusCode(201).body("core.history.activity", contains("期刊")).extract().path("id");
        held().post("/v1/matches/" + id + "/replay").then().statusCode(200).body("same", equalTo(true));
    }
}
