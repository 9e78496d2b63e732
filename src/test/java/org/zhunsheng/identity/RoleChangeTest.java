package org.zhunsheng.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;

/** Each test changes the roles of somebody of its own: what was decided stays. */
@QuarkusTest
@DisplayName("角色的变更")
class RoleChangeTest {

    private final String somebody = "wang-" + UUID.randomUUID();

    private static RequestSpecification as(String user) {
        return given().filter(new HeldToContract()).header("Authorization", LocalUsers.bearer(user));
    }

    private ValidatableResponse proposed(String action, String role) {
        String system = role.equals("SYSTEM") && action.equals("GRANT") ? ",\"system\":\"of-" + somebody + "\"" : "";
        return as("security-1").contentType("application/json").body("{\"action\":\"%s\",\"role\":\"%s\",\"subject\":\"%s\",\"reason\":\"调岗\"%s}"
                .formatted(action, role, somebody, system)).post("/v1/role-changes").then().statusCode(201).body("state", equalTo("PROPOSED"))
                .body("proposedBy", equalTo("security-1")).body("decidedBy", nullValue());
    }

    private ValidatableResponse decided(String by, String verb, String change) {
        return as(by).post("/v1/role-changes/" + change + "/" + verb).then();
    }

    private ValidatableResponse changed(String action, String role) {
        return decided("security-2", "confirm", proposed(action, role).extract().path("id"));
    }

    private int reading() {
        return as(somebody).get("/v1/facts").statusCode();
    }

    @Test
    @DisplayName("一人提出，另一人确认，随即生效；收回也是如此；经过都留着")
    void grantedAndTakenBack() {
        String change = proposed("GRANT", "ANALYST").extract().path("id");
        assertReading(403);
        decided("security-2", "confirm", change).statusCode(200).body("state", equalTo("CONFIRMED")).body("decidedBy", equalTo("security-2"));
        assertReading(200);
        as("auditor").get("/v1/roles").then().statusCode(200).body("find { it.subject == '%s' }.roles".formatted(somebody), equalTo(List.of("ANALYST")));
        changed("REVOKE", "ANALYST").statusCode(200);
        assertReading(403);
        as("security-1").get("/v1/roles").then().body("subject", not(hasItem(somebody)));
        as("auditor").get("/v1/role-changes").then().statusCode(200).body("findAll { it.subject == '%s' }.action".formatted(somebody),
                equalTo(List.of("GRANT", "REVOKE")));
    }

    private void assertReading(int status) {
        assertEquals(status, reading());
    }

    @Test
    @DisplayName("提出的人不能自己确认，也不能自己否决")
    void takesTwo() {
        String change = proposed("GRANT", "ANALYST").extract().path("id");
        decided("security-1", "confirm", change).statusCode(403).body("code", equalTo("FORBIDDEN")).body("detail", containsString("另一名安全管理员"));
        decided("security-1", "reject", change).statusCode(403);
        assertReading(403);
        decided("security-2", "reject", change).statusCode(200).body("state", equalTo("REJECTED"));
        decided("security-2", "confirm", change).statusCode(409).body("detail", containsString("已经决定过"));
        assertReading(403);
    }

    @Test
    @DisplayName("三员分立；分析员可以兼任审批员；业务系统不兼任")
    void apart() {
        changed("GRANT", "AUDITOR").statusCode(200);
        changed("GRANT", "AUDITOR").statusCode(409).body("detail", containsString("已经持有"));
        changed("GRANT", "SECURITY_ADMIN").statusCode(409).body("detail", containsString("三员分立"));
        changed("GRANT", "SYSTEM_ADMIN").statusCode(409).body("code", equalTo("CONFLICT"));
        changed("GRANT", "ANALYST").statusCode(200);
        changed("GRANT", "APPROVER").statusCode(200);
        changed("GRANT", "SYSTEM").statusCode(409).body("detail", containsString("业务系统"));
        changed("REVOKE", "SYSTEM").statusCode(409).body("detail", containsString("无从收回"));
    }

    @Test
    @DisplayName("业务系统的决定记在系统名下，它的几个客户端都看得见")
    void clientsOfOneSystem() {
        changed("GRANT", "SYSTEM").statusCode(200).body("system", equalTo("of-" + somebody));
        String body = """
                {"question":"PROCEDURE","step":"PUBLICITY","policy":"jkf_2022_9","facts":{"publicity":{"startedOn":"2022-09-28"}}}""";
        String decision = as(somebody).contentType("application/json").body(body).post("/v1/evaluations").then().statusCode(201)
                .body("caller", equalTo("of-" + somebody)).extract().path("id");
        String other = somebody + "-2";
        String change = as("security-1").contentType("application/json").body(
                "{\"action\":\"GRANT\",\"role\":\"SYSTEM\",\"subject\":\"%s\",\"system\":\"of-%s\",\"reason\":\"第二个客户端\"}".formatted(other, somebody))
                .post("/v1/role-changes").path("id");
        as(other).get("/v1/evaluations/" + decision).then().statusCode(403);
        decided("security-2", "confirm", change).statusCode(200);
        as(other).get("/v1/evaluations/" + decision).then().statusCode(200);
        as("system").get("/v1/evaluations/" + decision).then().statusCode(404);
    }

    @Test
    @DisplayName("安全管理员不能少于两人")
    void twoRemain() {
        String change = as("security-1").contentType("application/json")
                .body("{\"action\":\"REVOKE\",\"role\":\"SECURITY_ADMIN\",\"subject\":\"security-1\",\"reason\":\"离任\"}").post("/v1/role-changes").path("id");
        decided("security-2", "confirm", change).statusCode(409).body("detail", containsString("不能少于两人"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("有误的提议：400，什么也不保存")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MISSING_FIELD | /reason  | {'action':'GRANT','role':'ANALYST','subject':'li'}
            UNKNOWN_FIELD | /issuer  | {'action':'GRANT','role':'ANALYST','subject':'li','reason':'x','issuer':'y'}
            UNKNOWN_VALUE | /role    | {'action':'GRANT','role':'ROOT','subject':'li','reason':'x'}
            UNKNOWN_VALUE | /action  | {'action':'TAKE','role':'ANALYST','subject':'li','reason':'x'}
            WRONG_TYPE    | /subject | {'action':'GRANT','role':'ANALYST','subject':1,'reason':'x'}
            """)
    void refused(String code, String pointer, String body) {
        as("security-1").contentType("application/json").body(body.replace('\'', '"')).post("/v1/role-changes").then().statusCode(400)
                .body("errors.code", hasItem(code)).body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @DisplayName("业务系统的名称：授予 SYSTEM 时必写，其他时候不写")
    @CsvSource({"SYSTEM,MISSING_FIELD", "ANALYST,CONTRADICTION"})
    void system(String role, String code) {
        String named = role.equals("SYSTEM") ? "" : ",\"system\":\"x\"";
        given().header("Authorization", LocalUsers.bearer("security-1")).contentType("application/json")
                .body("{\"action\":\"GRANT\",\"role\":\"%s\",\"subject\":\"li\",\"reason\":\"x\"%s}".formatted(role, named)).post("/v1/role-changes").then()
                .statusCode(400).body("code", equalTo(code)).body("errors[0].pointer", equalTo("/system"));
    }
}
