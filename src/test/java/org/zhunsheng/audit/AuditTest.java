package org.zhunsheng.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.identity.LocalUsers;

@QuarkusTest
@DisplayName("自查和重算，经由REST")
class AuditTest {

    private static RequestSpecification as(String user) {
        return given().filter(new HeldToContract()).contentType("application/json").header("Authorization", LocalUsers.bearer(user));
    }

    private static String made(String path, String body) {
        return as("system").body(body).post(path).then().statusCode(201).extract().path("id");
    }

    /** Asked for now, and waited for. */
    static Response audited() throws InterruptedException {
        String before = as("auditor").get("/v1/audits/latest").path("audit.id");
        as("operator").post("/v1/audits").then().statusCode(202).header("Location", equalTo("/v1/audits/latest"));
        Response latest = as("auditor").get("/v1/audits/latest");
        for (int i = 0; i < 1200 && (latest.statusCode() == 404 || latest.path("audit.id").equals(before)); i++) {
            Thread.sleep(50);
            latest = as("auditor").get("/v1/audits/latest");
        }
        return latest;
    }

    @Test
    @DisplayName("运维员现在就自查；审计员取结果；是健康事实，也是指标")
    void asked() throws Exception {
        made("/v1/evaluations", "{\"policy\":\"jkf_2022_9\",\"question\":\"SUPPORT\",\"direction\":\"OVERSEAS_PARK\",\"facts\":{}}");
        Response latest = audited();
        latest.then().statusCode(200).body("audit.askedBy", equalTo("operator")).body("audit.entries", greaterThan(0)).body("audit.decisions", greaterThan(0))
                .body("audit.found.alteredCount", equalTo(0));
        boolean holds = latest.path("audit.holds");
        given().get("/health/ready").then().statusCode(200).body("checks.name", hasItem("audit"))
                .body("checks.find { it.name == 'audit' }.data.holds", equalTo(holds));
        given().get("/metrics").then().body(containsString("zhunsheng_audit_holds " + (holds ? "1.0" : "0.0"))).body(containsString("zhunsheng_audit_age"));
        as("system").post("/v1/audits").then().statusCode(403);
    }

    @Test
    @DisplayName("三类决定都可按现在的规则集重算；规则集须与决定有关；编号须是这一类的")
    void replays() {
        String match = made("/v1/matches", "{\"facts\":{},\"activities\":[{\"activity\":\"期刊\",\"facts\":{\"journal\":{\"index\":\"SCIE\"}}}]}");
        String evaluation = made("/v1/evaluations", "{\"policy\":\"jkf_2022_9\",\"question\":\"SUPPORT\",\"direction\":\"OVERSEAS_PARK\",\"facts\":{}}");
        String check = made("/v1/duplication-checks", "{\"unitCode\":\"91110108MA00ABCX09\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"day\":\"2024-05-06\"}");
        String other = as("auditor").get("/v1/policies/zkyf_2020_43").path("ruleBase");
        for (String path : List.of("/v1/matches/" + match, "/v1/evaluations/" + evaluation, "/v1/duplication-checks/" + check)) {
            for (String under : List.of("recorded", "current")) {
                as("auditor").queryParam("under", under).post(path + "/replay").then().statusCode(200).body("same", equalTo(true))
                        .body("under", equalTo(under)).body("changes.size()", equalTo(0));
            }
            as("auditor").queryParam("under", "yesterday").post(path + "/replay").then().statusCode(400);
            as("auditor").queryParam("under", "sha256:" + "0".repeat(64)).post(path + "/replay").then().statusCode(404);
        }
        as("auditor").queryParam("under", other).post("/v1/evaluations/" + evaluation + "/replay").then().statusCode(400).body("code", equalTo("UNKNOWN_POLICY"));
        as("auditor").queryParam("under", other).post("/v1/matches/" + match + "/replay").then().statusCode(200).body("same", equalTo(true));
        as("auditor").post("/v1/evaluations/" + check + "/replay").then().statusCode(404);
        as("auditor").post("/v1/duplication-checks/" + evaluation + "/replay").then().statusCode(404);
    }
}
