package org.zhunsheng.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.duplication.Unit;
import org.zhunsheng.imports.HandedIn;

/** Sends every example of the contract to the running service. What the contract shows of an answer must be in the answer. */
@QuarkusTest
@DisplayName("契约中的每个例子")
class ExamplesTest {

    private static final Contract CONTRACT = Contract.FILE;
    private static final Set<String> READ_AFTER_ENTERING = Set.of("getGuide", "listGuides");

    private static FreshUnits units;

    @TestFactory
    Stream<DynamicTest> run() {
        return Example.of(CONTRACT).stream().map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
            units = new FreshUnits();
            Response response = send(example);
            assertEquals(example.status(), response.statusCode(), response.asString());
            if (example.answer().isTextual()) {
                assertTrue(response.asString().contains(example.answer().asText()), response.asString());
                return;
            }
            assertEquals(List.of(), Shown.missing(units.in(example.answer()), Contract.JSON.readTree(response.asByteArray())), response.asString());
        }));
    }

    private static Response send(Example example) throws IOException {
        if (READ_AFTER_ENTERING.contains(example.operation().definition().get("operationId").asText())) {
            made(example, "enterGuide", "digest");
        }
        if (example.operation().definition().get("operationId").asText().equals("latestAudit")) {
            audited();
        }
        RequestSpecification request = given().urlEncodingEnabled(!example.operation().path().contains(":")).filter(new HeldToContract());
        for (JsonNode parameter : example.operation().parameters()) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("path")) {
                request.pathParam(name, linked(example, name));
            } else if (parameter.get("in").asText().equals("query") && example.operation().path().startsWith("/v1/subjects")
                    && parameter.path("required").asBoolean()) {
                founded(example);
                request.queryParam(name, units.in(example.parameter(name)));
            } else if (parameter.get("in").asText().equals("query") && parameter.path("examples").has(example.name())) {
                request.queryParam(name, example.parameter(name));
            }
        }
        JsonNode body = units.in(example.body(CONTRACT));
        if (body != null && body.has("decision")) {
            Optional<String> evaluated = made(example, "evaluate", "id");
            Optional<String> decided = evaluated.isPresent() ? evaluated : made(example, "checkDuplication", "id");
            ((ObjectNode) body).put("decision", decided.orElse(body.get("decision").asText()));
        }
        if (body != null && body.has("unitCode") && example.status() < 300) {
            // the ledger keeps what earlier runs entered
            ((ObjectNode) body).put("unitCode", Unit.code());
            body.properties().stream().filter(member -> member.getKey().equals("contentKey")).forEach(member -> member.setValue(new TextNode(Unit.content())));
        }
        if (body != null && body.has("entry")) {
            ((ObjectNode) body).put("entry", founded(example).<String>path("codes[0].entry"));
        }
        if (body != null) {
            request.contentType("application/json").body(Contract.JSON.writeValueAsBytes(body));
        }
        if (example.file() != null || example.operation().definition().at("/requestBody/content").has("text/csv")) {
            request.contentType("text/csv").body(Optional.ofNullable(example.file()).orElse("-").getBytes(UTF_8));
        }
        if (example.answer().isTextual()) {
            request.accept(example.mediaType());
        }
        return request.request(example.operation().method(), example.operation().path());
    }

    /** It takes as long as it takes. */
    private static void audited() {
        given().post("/v1/audits").then().statusCode(202);
        for (int i = 0; i < 1200 && given().get("/v1/audits/latest").statusCode() == 404; i++) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    /** An id is a link from what was made: where an example of this name shows how, it is made first. */
    private static String linked(Example example, String parameter) throws IOException {
        String operation = example.operation().definition().get("operationId").asText();
        if (example.operation().path().startsWith("/v1/subjects")) {
            return founded(example).path("id");
        }
        return switch (parameter) {
            case "id" -> (operation.endsWith("Judgements") ? made(example, "judge", "follows.decision")
                    : operation.endsWith("Match") ? made(example, "match", "id") : operation.endsWith("DuplicationCheck") ? made(example, "checkDuplication", "id") : made(example, "evaluate", "id")).orElse(example.parameter(parameter));
            case "code" -> (operation.equals("stepAward") ? made(example, "reserveAward", "award") : made(example, "recordAward", "award"))
                    .orElse(example.parameter(parameter));
            case "import" -> made(example, "handIn", "id").map(id -> HandedIn.ended(id).<String>path("file.id")).orElse(example.parameter(parameter));
            case "judgement" -> made(example, "judge", "follows.judgement").orElse(example.parameter(parameter));
            default -> example.parameter(parameter);
        };
    }

    /** By the example of the same name of another operation. */
    private static Optional<String> made(Example example, String by, String member) throws IOException {
        for (Example made : Example.of(CONTRACT)) {
            if (made.operation().definition().get("operationId").asText().equals(by) && made.name().equals(example.name()) && made.status() < 300) {
                return Optional.of(send(made).path(member));
            }
        }
        return Optional.empty();
    }

    /** The unit that the example of the same name enters, entered once. */
    private static Response founded(Example example) throws IOException {
        if (units.founded == null) {
            units.founded = send(Example.of(CONTRACT).stream().filter(one -> one.status() == 201 && one.name().equals(example.name())
                    && one.operation().definition().get("operationId").asText().equals("foundSubject")).findFirst().orElseThrow());
        }
        return units.founded;
    }
}
