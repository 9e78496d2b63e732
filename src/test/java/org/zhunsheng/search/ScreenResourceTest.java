package org.zhunsheng.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.identity.LocalUsers;

@QuarkusTest
@DisplayName("审计员抽样、筛查")
class ScreenResourceTest {

    private final String unit = String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, 999_999_999_999_999_999L));

    private static RequestSpecification auditor() {
        return given().filter(new HeldToContract()).urlEncodingEnabled(false).header("Authorization", LocalUsers.bearer("auditor"));
    }

    private void evaluated(boolean runsWell, String by) {
        given().contentType("application/json").header("Authorization", LocalUsers.bearer("system")).body("""
                {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{
                "application":{"submittedOn":"2023-03-15","submittedThroughCityPlatform":true,"integrityCommitmentSubmitted":true},
                "applicant":{"entityType":"UNIVERSITY","registeredPlace":"ZGC_DEMONSTRATION_ZONE","unifiedSocialCreditCode":"%s"},
                "creditBeforeReview":{"reviewDate":"2023-04-20","researchIntegrityPenaltyInForce":false,"listedAsJudgmentDefaulter":false,
                "listedAsSeriouslyDishonestEnterprise":false,"otherJointPunishmentListing":false},"awardsHistory":[],
                "park":{"locationClass":"FOREIGN_COUNTRY","physicalParkBuilt":true,"operatorRegisteredOn":"2018-05-10","siteAreaM2":45000,
                "occupancyRatePercent":82,"beijingOrCooperatingCompanyCount":16}},"judgements":{
                "jkf_2022_9/6.2.2":{"value":%s,"by":"%s","reason":"属实"},"jkf_2022_9/6.2.3":{"value":true,"by":"丙","reason":"属实"}}}"""
                .formatted(unit, runsWell, by)).post("/v1/evaluations").then().statusCode(201);
    }

    @Test
    @DisplayName("抽样：同样的种子和位置，字节不变；每层写明总体")
    void sample() {
        for (int i = 0; i < 4; i++) {
            evaluated(i > 0, "甲");
        }
        Response first = auditor().get("/v1/evaluations:sample?seed=s-1&each=2&by=outcome,amount,clause&fresh=true&subject=" + unit);
        first.then().statusCode(200);
        assertEquals(4, first.<List<Integer>>path("strata.population").stream().mapToInt(Integer::intValue).sum());
        evaluated(true, "甲");
        String again = "/v1/evaluations:sample?seed=s-1&each=2&by=outcome,amount,clause&fresh=true&subject=" + unit;
        assertArrayEquals(first.asByteArray(), auditor().get(again + "&upTo=" + first.path("upTo")).asByteArray());
        assertEquals(5, auditor().get(again).<List<Integer>>path("strata.population").stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    @DisplayName("判断频次写明谁、几次；按代号检索得到他的判断；条件只限于这个单位")
    void judgements() {
        String one = "评审" + UUID.randomUUID();
        evaluated(true, one);
        evaluated(true, one);
        evaluated(false, "乙");
        Response told = auditor().get("/v1/screens/judgements?fresh=true&subject=" + unit);
        told.then().statusCode(200).body("points.point", equalTo(List.of("jkf_2022_9/6.2.2", "jkf_2022_9/6.2.3"))).body("points[0].judges.size()", equalTo(2))
                .body("points[0].judges.by", hasItem(one)).body("points[0].values.value", equalTo(List.of("false", "true"))).body("points[0].values.count", equalTo(List.of(1, 2)));
        String token = told.path("points[0].judges.find { it.by == '" + one + "' }.judge");
        assertEquals(2, auditor().get("/v1/evaluations?judge=" + token).<List<String>>path("evaluations.id").size());
    }

    @Test
    @DisplayName("同样的事实，因判断不同而结论不同：列出，并说明不同在判断")
    void unequal() {
        evaluated(true, "甲");
        evaluated(false, "乙");
        auditor().get("/v1/screens/unequal?fresh=true&subject=" + unit).then().statusCode(200).body("groups.size()", equalTo(1))
                .body("groups[0].differsIn", equalTo(List.of("judgements"))).body("groups[0].explained", equalTo(true))
                .body("groups[0].variants.outcome", equalTo(List.of("INELIGIBLE", "ELIGIBLE")));
        Response thresholds = auditor().get("/v1/screens/thresholds?subject=" + unit);
        thresholds.then().statusCode(200).body("thresholds.size()", equalTo(0)).body("withinPercent", equalTo(5));
        String chart = auditor().accept("image/svg+xml").get("/v1/screens/thresholds?subject=" + unit).then().statusCode(200)
                .contentType(containsString("image/svg+xml")).extract().asString();
        assertTrue(chart.startsWith("<svg ") && chart.contains("没有可疑的聚集"), chart);
        auditor().accept("image/png").get("/v1/screens/thresholds").then().statusCode(406);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("有误的参数：拒绝")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/evaluations:sample|BAD_REQUEST
            /v1/evaluations:sample?seed=1&by=colour|BAD_REQUEST
            /v1/evaluations:sample?seed=1&bounds=many|BAD_REQUEST
            /v1/evaluations:sample?seed=1&upTo=999999999999|BAD_REQUEST
            /v1/evaluations:sample?seed=1&each=0|OUT_OF_RANGE
            /v1/evaluations:sample?seed=1&sed=2|UNKNOWN_FIELD
            /v1/screens/unequal?limit=5|UNKNOWN_FIELD
            /v1/screens/thresholds?within=21|OUT_OF_RANGE
            /v1/screens/judgements?dayFrom=x|NOT_A_DATE""")
    void refused(String path, String code) {
        auditor().get(path).then().statusCode(400).body("code", equalTo(code));
    }
}
