package org.zhunsheng.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.identity.LocalUsers;

/** The record keeps what earlier runs asked, so each run asks for units of its own. */
@QuarkusTest
@DisplayName("检索已作出的评定")
class SearchTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String LARGE = unit();
    private static final String SMALL = unit();

    private static String large;
    private static String small;
    private static String judged;

    private static String unit() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, 999_999_999_999_999_999L));
    }

    private static RequestSpecification system() {
        return given().filter(new HeldToContract()).header("Authorization", LocalUsers.bearer("system")).contentType("application/json");
    }

    private static RequestSpecification auditor() {
        return given().filter(new HeldToContract()).header("Authorization", LocalUsers.bearer("auditor"));
    }

    private static String evaluated(String unit, int area) {
        return system().body("""
                {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{
                "application":{"submittedOn":"2023-03-15","submittedThroughCityPlatform":true,"integrityCommitmentSubmitted":true},
                "applicant":{"entityType":"UNIVERSITY","registeredPlace":"ZGC_DEMONSTRATION_ZONE","unifiedSocialCreditCode":"%s"},
                "creditBeforeReview":{"reviewDate":"2023-04-20","researchIntegrityPenaltyInForce":false,"listedAsJudgmentDefaulter":false,
                "listedAsSeriouslyDishonestEnterprise":false,"otherJointPunishmentListing":false},"awardsHistory":[],
                "park":{"locationClass":"FOREIGN_COUNTRY","physicalParkBuilt":true,"operatorRegisteredOn":"2018-05-10","siteAreaM2":%d,
                "occupancyRatePercent":82,"beijingOrCooperatingCompanyCount":16}},"judgements":{
                "jkf_2022_9/6.2.2":{"value":true,"by":"甲","on":"2023-04-20","reason":"属实"}}}""".formatted(unit, area)).post("/v1/evaluations").then().statusCode(201).extract().path("id");
    }

    /** Not before all: only before each test it is known where the service listens. */
    @BeforeEach
    void asked() {
        if (judged != null) {
            return;
        }
        large = evaluated(LARGE, 45_000);
        small = evaluated(SMALL, 12_000);
        judged = system().body("""
                {"decision":"%s","point":"jkf_2022_9/6.2.3","value":true,"by":"乙","on":"2023-04-21","reason":"属实"}""".formatted(large))
                .post("/v1/judgements").then().statusCode(201).extract().path("id");
        auditor().queryParam("fresh", true).get("/v1/evaluations");
    }

    private static Response found(Map<String, ?> filters) {
        return auditor().queryParams(filters).get("/v1/evaluations");
    }

    private static List<String> ids(Map<String, ?> filters) {
        return found(filters).then().statusCode(200).extract().path("evaluations.id");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("每个条件单独、与单位一起：找到的恰是符合的")
    @CsvSource(delimiter = '|', textBlock = """
            policy=jkf_2022_9|2
            policy=京科发〔2022〕9号|2
            policy=jjg_2022_8|0
            question=SUPPORT|2
            question=PAYMENT|0
            direction=OVERSEAS_PARK|2
            direction=JOURNAL|0
            outcome=ELIGIBLE|1
            outcome=NEEDS_JUDGEMENT|1
            outcome=INELIGIBLE|0
            clause=jkf_2022_9/6.3.1.a|2
            clause=jkf_2022_9/6.3.1.a,verdict=MET|2
            clause=jkf_2022_9/6.3.1.a,verdict=NOT_MET|0
            clause=jkf_2022_9/6.2.3,verdict=JUDGEMENT|1
            decidedBy=jkf_2022_9/6.3.1|1
            row=park_tiers.xlsx!档次!4|1
            amountFrom=4000000|1
            amountFrom=5000000.01|0
            amountFrom=5000000,amountTo=5000000|1
            dayFrom=2023-03-15,dayTo=2023-03-15|2
            dayTo=2023-03-14|0
            recordedTo=2023-03-15|0
            recordedFrom=2023-03-15|2
            judgement=jkf_2022_9/6.2.2|2
            judgement=jkf_2022_9/6.2.3,judged=true|1
            judgement=jkf_2022_9/6.2.3,judged=false|0
            caller=system|2
            caller=system-2|0
            reading=A07|2
            rule=不存在的规则|0""")
    void filters(String written, int expected) {
        Map<String, String> filters = new HashMap<>(Map.of("subject", LARGE));
        for (String each : written.split(",")) {
            filters.put(each.split("=", 2)[0], each.split("=", 2)[1]);
        }
        assertEquals(expected, ids(filters).size(), found(filters).asString());
        filters.remove("subject");
        boolean any = ids(filters).stream().anyMatch(id -> id.equals(large) || id.equals(judged));
        assertTrue(any == expected > 0 || found(filters).path("next") != null, filters.toString());
    }

    @Test
    @DisplayName("一项写明编号、结论、金额、单位和规则库；单独按规则库、按认定也找得到")
    void told() {
        Response found = found(Map.of("subject", SMALL));
        found.then().statusCode(200).body("evaluations.id", equalTo(List.of(small))).body("evaluations[0].outcome", equalTo("NEEDS_JUDGEMENT"))
                .body("evaluations[0].subject", equalTo(SMALL)).body("evaluations[0].day", equalTo("2023-03-15")).body("evaluations[0].caller", equalTo("system"));
        String ruleBase = system().get("/v1/evaluations/" + small).path("core.ruleBase");
        assertEquals(List.of(small), ids(Map.of("subject", SMALL, "ruleBase", ruleBase)));
        assertEquals(List.of(), ids(Map.of("subject", SMALL, "ruleBase", ruleBase.substring(0, 70) + (ruleBase.endsWith("a") ? 'b' : 'a'))));
        assertEquals(List.of(small), ids(Map.of("subject", SMALL, "clause", "jkf_2022_9/6.3.1.a", "verdict", "NOT_MET")));
    }

    @Test
    @DisplayName("翻页时又有新决定：不漏、不重；导出与翻页相同")
    void paging() throws Exception {
        String unit = unit();
        for (int i = 0; i < 7; i++) {
            evaluated(unit, 10_000 + i);
        }
        Response page = auditor().queryParam("fresh", true).queryParam("subject", unit).queryParam("limit", 3).get("/v1/evaluations");
        List<String> paged = new ArrayList<>(page.path("evaluations.id"));
        while (page.path("next") != null) {
            evaluated(unit, 20_000);
            page = auditor().queryParam("fresh", true).queryParam("subject", unit).queryParam("limit", 3).queryParam("cursor", page.<String>path("next")).get("/v1/evaluations");
            page.then().statusCode(200);
            paged.addAll(page.path("evaluations.id"));
        }
        assertEquals(7, paged.size());
        assertEquals(7, new HashSet<>(paged).size());
        Response lines = auditor().accept("application/x-ndjson").queryParam("fresh", true).queryParam("subject", unit).get("/v1/evaluations");
        List<String> exported = lines.asString().lines().map(line -> line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")).toList();
        assertEquals(9, exported.size());
        assertEquals(paged, exported.subList(2, 9));
        byte[] bytes = auditor().accept(XLSX).queryParam("subject", unit).get("/v1/evaluations").asByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            Sheet sheet = workbook.getSheetAt(0);
            List<String> rows = new ArrayList<>();
            for (int i = 1; i <= sheet.getLastRowNum(); i++) {
                rows.add(sheet.getRow(i).getCell(0).getStringCellValue());
            }
            assertEquals(exported, rows);
        }
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @DisplayName("有误的条件：一个也不放过")
    @CsvSource(delimiter = '|', textBlock = """
            outcom=ELIGIBLE|UNKNOWN_FIELD|/outcom
            outcome=YES|UNKNOWN_VALUE|/outcome
            policy=nope|UNKNOWN_POLICY|/policy
            verdict=MET|MISSING_FIELD|/clause
            option=LATER_STEP|MISSING_FIELD|/reading
            judged=true|MISSING_FIELD|/judgement
            amountFrom=5,amountTo=4|OUT_OF_RANGE|/amountTo
            amountFrom=-1|NOT_A_NUMBER|/amountFrom
            dayFrom=2023-02-29|NOT_A_DATE|/dayFrom
            dayFrom=2023-03-02,dayTo=2023-03-01|OUT_OF_RANGE|/dayTo
            limit=0|OUT_OF_RANGE|/limit
            limit=x|OUT_OF_RANGE|/limit
            subject=91|INVALID_TEXT|/subject
            judge=张三|INVALID_TEXT|/judge
            fresh=yes|UNKNOWN_VALUE|/fresh
            clause=6.3.1|INVALID_TEXT|/clause""")
    void refused(String written, String code, String pointer) {
        RequestSpecification request = auditor();
        for (String each : written.split(",")) {
            request.queryParam(each.split("=", 2)[0], each.split("=", 2)[1]);
        }
        request.get("/v1/evaluations").then().statusCode(400).body("code", equalTo(code)).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    @DisplayName("游标写坏了，或换了条件：拒绝；写了两次的参数、没有的格式也是")
    void cursors() {
        String next = found(Map.of("caller", "system", "limit", 1)).path("next");
        for (String wrong : List.of("x", next + "x", next.substring(1), "")) {
            found(Map.of("caller", "system", "cursor", wrong)).then().statusCode(400).body("code", equalTo("BAD_REQUEST"));
        }
        found(Map.of("policy", "jkf_2022_9", "cursor", next)).then().statusCode(400).body("code", equalTo("BAD_REQUEST"));
        auditor().queryParam("outcome", "ELIGIBLE", "INELIGIBLE").get("/v1/evaluations").then().statusCode(400).body("code", equalTo("DUPLICATE_KEY"));
        auditor().accept("text/csv").get("/v1/evaluations").then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    @DisplayName("业务系统只检索到自己的，导出也是")
    void callers() {
        String other = LocalUsers.bearer("system-2");
        system().get("/v1/evaluations?subject=" + LARGE).then().statusCode(200).body("evaluations.size()", equalTo(2));
        given().header("Authorization", other).get("/v1/evaluations?subject=" + LARGE).then().statusCode(200).body("evaluations.size()", equalTo(0));
        given().header("Authorization", other).get("/v1/evaluations?caller=system").then().statusCode(200).body("evaluations.size()", equalTo(0));
        assertEquals("", given().header("Authorization", other).accept("application/x-ndjson").get("/v1/evaluations?subject=" + LARGE).asString());
        given().header("Authorization", LocalUsers.bearer("analyst")).get("/v1/evaluations?subject=" + LARGE).then().statusCode(200).body("evaluations.size()", equalTo(0));
        given().header("Authorization", LocalUsers.bearer("approver")).get("/v1/evaluations").then().statusCode(403);
    }
}
