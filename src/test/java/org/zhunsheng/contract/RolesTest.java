package org.zhunsheng.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.contract.Contract.Operation;
import org.zhunsheng.identity.LocalUsers;

/** Role × endpoint × tenant as the contract says it: what it lists is served, and nothing else, however the path is written. */
@QuarkusTest
@DisplayName("每个角色只到得了契约列给它的端点")
class RolesTest {

    private static final List<Operation> OPERATIONS = Contract.FILE.operations();

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What is no business of anybody's, or what must be asked before there is a token. */
    private static final Set<String> OPEN = Set.of("getContract", "live", "ready", "metrics");

    private static String id(Operation operation) {
        return operation.definition().get("operationId").asText();
    }

    private static List<String> listed(Operation operation) {
        List<String> roles = new ArrayList<>();
        operation.definition().path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static RequestSpecification as(String user, Operation operation) {
        RequestSpecification request = given().urlEncodingEnabled(false)
                .header("Authorization", user == null ? AsListedRole.NOBODY : LocalUsers.bearer(user));
        return operation.definition().has("requestBody")
                ? request.contentType(operation.definition().at("/requestBody/content").fieldNames().next()).body("{}".getBytes(UTF_8)) : request;
    }

    /** The path byte by byte as it is written; and thousands are asked, with which RestAssured takes its time. */
    private static HttpResponse<String> plainly(String user, Operation operation, String written) throws IOException, InterruptedException {
        boolean hasBody = operation.definition().has("requestBody");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + written))
                .method(operation.method(), hasBody ? HttpRequest.BodyPublishers.ofString("{}") : HttpRequest.BodyPublishers.noBody());
        if (hasBody) {
            request.header("Content-Type", operation.definition().at("/requestBody/content").fieldNames().next());
        }
        if (user != null) {
            request.header("Authorization", LocalUsers.bearer(user));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String path(Operation operation) {
        return operation.path().replaceAll("\\{year}", "2090").replaceAll("\\{policy}", "jkf_2022_9").replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    @Test
    @DisplayName("每个操作写明角色，或写明无须令牌；写明角色的写明怎样拒绝")
    void everyOperationSaysWho() {
        for (Operation operation : OPERATIONS) {
            JsonNode definition = operation.definition();
            assertEquals(OPEN.contains(id(operation)), definition.path("security").isArray() && definition.get("security").isEmpty(), operation.toString());
            assertEquals(OPEN.contains(id(operation)), listed(operation).isEmpty(), operation + " 没有 x-roles");
            assertTrue(LocalUsers.roles().containsAll(listed(operation)), operation.toString());
            for (String status : listed(operation).isEmpty() ? List.<String>of() : List.of("401", "403")) {
                assertTrue(definition.get("responses").has(status), operation + " 没有 " + status);
            }
        }
    }

    @TestFactory
    @DisplayName("角色 × 端点")
    Stream<DynamicTest> rolesByEndpoint() {
        return OPERATIONS.stream().map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
            List<String> listed = listed(operation);
            int nobody = as(null, operation).request(operation.method(), path(operation)).statusCode();
            assertEquals(!OPEN.contains(id(operation)), nobody == 401, "没有令牌 → " + nobody);
            for (String role : LocalUsers.roles()) {
                int status = as(LocalUsers.holding(role), operation).request(operation.method(), path(operation)).statusCode();
                if (listed.isEmpty() || listed.contains(role)) {
                    assertFalse(status == 401 || status == 403, role + " → " + status);
                } else {
                    assertEquals(403, status, role);
                }
            }
        }));
    }

    @TestFactory
    @DisplayName("路径换个写法，也得不到平常写法所拒绝的答复")
    Stream<DynamicTest> pathsWrittenOtherwise() {
        return OPERATIONS.stream().filter(operation -> !OPEN.contains(id(operation))).map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
            for (String written : otherwise(path(operation))) {
                refused(written, plainly(null, operation, written));
                for (String role : LocalUsers.roles()) {
                    if (!listed(operation).contains(role)) {
                        refused(role + " " + written, plainly(LocalUsers.holding(role), operation, written));
                    }
                }
            }
        }));
    }

    private static List<String> otherwise(String path) {
        int last = path.lastIndexOf('/');
        String before = path.substring(0, last);
        String name = path.substring(last + 1);
        return List.of(path + ";x", path + ";x=/health", path + "%3B", path + "%3Bx", path + "/", path + "//", "/" + path, before + "//" + name,
                before + "/;x/" + name, before + "%2F" + name, before + "%2f" + name, before + "/%2e/" + name, before + "/x/../" + name,
                "/health/..%2f.." + path, "/health/../" + path, path.toUpperCase(), path + "%00", path + "%20", path + "?x", path + ".json");
    }

    /** Either refused, or nothing there: an answer about the business itself, be it that something is not known, was refused on the plain path. */
    private static void refused(String how, HttpResponse<String> response) {
        int status = response.statusCode();
        boolean nothingThere = status == 404 && response.body().contains("此路径下没有内容") || status == 405 || status == 400 && response.body().isEmpty();
        assertTrue(status == 401 || status == 403 || nothingThere, how + " → " + status + " " + response.body());
    }

    @TestFactory
    @DisplayName("端点 × 业务系统：别人的决定当作没有")
    Stream<DynamicTest> tenants() throws IOException {
        String body = """
                {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{"park":{"physicalParkBuilt":true}}}""";
        Response mine = given().contentType("application/json").body(body).post("/v1/evaluations");
        String decision = mine.path("id");
        assertEquals("system", mine.path("caller"));
        Response judged = given().contentType("application/json").body("""
                {"decision":"%s","point":"jkf_2022_9/6.2.2","value":true,"by":"专家组","on":"2023-04-20","reason":"属实"}""".formatted(decision))
                .post("/v1/judgements");
        String judgement = judged.path("follows.judgement");
        String match = made("match", "/v1/matches");
        String check = made("checkDuplication", "/v1/duplication-checks");
        return Stream.concat(
                OPERATIONS.stream().filter(operation -> operation.parameters().stream().anyMatch(RolesTest::namesADecision))
                        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                            String made = operation.path().startsWith("/v1/matches") ? match : operation.path().startsWith("/v1/duplication") ? check : decision;
                            String path = operation.path().replace("{id}", made).replace("{judgement}", judgement);
                            assertEquals(404, as("system-2", operation).request(operation.method(), path).statusCode());
                            assertEquals(listed(operation).contains("ANALYST") ? 404 : 403,
                                    as("analyst", operation).request(operation.method(), path).statusCode());
                            assertEquals(200, as("auditor", operation).request(operation.method(), path).statusCode());
                            assertEquals(200, as("system", operation).request(operation.method(), path).statusCode());
                        })),
                Stream.of(DynamicTest.dynamicTest("判断别人的决定", () -> given().header("Authorization", LocalUsers.bearer("system-2"))
                        .contentType("application/json").body("""
                                {"decision":"%s","point":"jkf_2022_9/6.2.2","value":false,"by":"x","on":"2023-04-20","reason":"x"}""".formatted(decision))
                        .post("/v1/judgements").then().statusCode(404))));
    }

    private static String made(String operation, String path) throws IOException {
        Example example = Example.of(Contract.FILE).stream().filter(one -> id(one.operation()).equals(operation) && one.status() == 201).findFirst().orElseThrow();
        return given().contentType("application/json").body(Contract.JSON.writeValueAsBytes(example.body(Contract.FILE))).post(path).path("id");
    }

    /** By the schema, so that an endpoint that is added with such a parameter is looked at as well. */
    private static boolean namesADecision(JsonNode parameter) {
        String schema = parameter.at("/schema/$ref").asText();
        return parameter.path("in").asText().equals("path") && (schema.endsWith("/EvaluationId") || schema.endsWith("/JudgementId"));
    }
}
