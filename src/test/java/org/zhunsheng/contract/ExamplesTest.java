package org.zhunsheng.contract;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sends every example of the contract to the running service. What the contract shows of an answer must be in the answer. */
@QuarkusTest
@DisplayName("契约中的每个例子")
class ExamplesTest {

    private static final Contract CONTRACT = Contract.FILE;

    /** What differs from answer to answer and from build to build. */
    private static final Set<String> VARYING = Set.of("id", "time", "coreDigest", "replayedCoreDigest", "ruleBase");

    @TestFactory
    Stream<DynamicTest> run() {
        return Example.of(CONTRACT).stream().map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
            Response response = send(example);
            assertEquals(example.status(), response.statusCode(), response.asString());
            if (example.answer().isTextual()) {
                assertTrue(response.asString().contains(example.answer().asText()), response.asString());
                return;
            }
            List<String> differences = new ArrayList<>();
            missing("", example.answer(), Contract.JSON.readTree(response.asByteArray()), differences);
            assertEquals(List.of(), differences, response.asString());
        }));
    }

    private static Response send(Example example) throws IOException {
        RequestSpecification request = given().filter(new HeldToContract());
        for (JsonNode parameter : example.operation().parameters()) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("path")) {
                request.pathParam(name, name.equals("id") ? evaluation(example) : example.parameter(name));
            }
        }
        JsonNode body = example.body(CONTRACT);
        if (body != null) {
            request.contentType("application/json").body(Contract.JSON.writeValueAsBytes(body));
        }
        if (example.answer().isTextual()) {
            request.accept(example.mediaType());
        }
        return request.request(example.operation().method(), example.operation().path());
    }

    /** An id is a link from an evaluation: where an evaluation of this name is shown, it is made first. */
    private static String evaluation(Example example) throws IOException {
        for (Example made : Example.of(CONTRACT)) {
            if (made.operation().definition().get("operationId").asText().equals("evaluate") && made.name().equals(example.name())) {
                return send(made).path("id");
            }
        }
        return example.parameter("id");
    }

    /** Places where the answer lacks what is shown. A list may hold more than is shown of it, in the same order. */
    private static void missing(String at, JsonNode shown, JsonNode actual, List<String> into) {
        if (VARYING.contains(at.substring(at.lastIndexOf('/') + 1)) && actual.isTextual()) {
            return;
        }
        if (shown.isObject() && actual.isObject()) {
            shown.properties().forEach(member -> missing(at + "/" + member.getKey(), member.getValue(), actual.path(member.getKey()), into));
        } else if (shown.isArray() && actual.isArray() && (!shown.isEmpty() || actual.isEmpty() || MAY_BE_SHORTENED.stream().anyMatch(at::endsWith))) {
            int from = 0;
            for (JsonNode element : shown) {
                int found = from;
                while (found < actual.size() && !contains(element, actual.get(found))) {
                    found++;
                }
                if (found == actual.size()) {
                    into.add(at + " 没有 " + element);
                } else {
                    from = found + 1;
                }
            }
        } else if (!(shown.isNumber() && actual.isNumber() ? shown.decimalValue().compareTo(actual.decimalValue()) == 0 : shown.equals(actual))) {
            into.add(at + " 应为 " + shown + "，实为 " + actual);
        }
    }

    private static boolean contains(JsonNode shown, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        missing("", shown, actual, differences);
        return differences.isEmpty();
    }

    private static final Set<String> MAY_BE_SHORTENED = Set.of("/findings", "/decidedBy", "/checks");
}
