package org.zhunsheng.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhunsheng.contract.Contract.Operation;

/**
 * Holds every exchange of a REST Assured request against the contract: an answer must be one the contract describes, a request that is
 * answered must fit it, and one that is refused for its form must not.
 */
public final class HeldToContract implements Filter {

    /** Codes for what a schema can express. */
    private static final Set<String> OF_FORM = Set.of("UNKNOWN_FIELD", "MISSING_FIELD", "NULL_REFUSED", "WRONG_TYPE", "UNKNOWN_VALUE", "NOT_A_DATE",
            "NONE_NOT_ADMITTED");

    private static final Contract CONTRACT = Contract.FILE;

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification specification, FilterContext context) {
        Response response = context.next(request, specification);
        String path = URI.create(request.getURI()).getPath();
        Operation operation = CONTRACT.operation(request.getMethod(), path)
                .orElseThrow(() -> new AssertionError("契约中没有 " + request.getMethod() + " " + path));
        List<String> faults = faults(operation, request.getBody(), response);
        if (!faults.isEmpty()) {
            throw new AssertionError(operation + " → " + response.statusCode() + " 不符合契约：\n" + String.join("\n", faults) + "\n"
                    + response.asString());
        }
        return response;
    }

    private static List<String> faults(Operation operation, Object body, Response response) {
        List<String> faults = new ArrayList<>();
        JsonNode described = CONTRACT.response(operation, response.statusCode());
        JsonNode content = described.path("content").path(response.contentType().replaceAll(";.*", ""));
        if (content.isMissingNode()) {
            faults.add("契约中没有这个状态和媒体类型：" + response.contentType());
            return faults;
        }
        boolean text = content.at("/schema/type").asText().equals("string");
        JsonNode answer = text ? Contract.JSON.getNodeFactory().textNode(response.asString()) : json(response.asByteArray());
        faults.addAll(CONTRACT.misfits(content.get("schema"), answer));
        described.path("headers").properties().forEach(header -> {
            JsonNode definition = CONTRACT.resolved(header.getValue());
            String value = response.header(header.getKey());
            if (value != null) {
                faults.addAll(CONTRACT.misfits(definition.get("schema"), Contract.JSON.getNodeFactory().textNode(value)));
            } else if (definition.path("required").asBoolean()) {
                faults.add("缺少 " + header.getKey());
            }
        });
        faults.addAll(requestFaults(operation, body, response.statusCode(), answer));
        return faults;
    }

    private static List<String> requestFaults(Operation operation, Object body, int status, JsonNode answer) {
        JsonNode schema = operation.definition().at("/requestBody/content/application~1json/schema");
        boolean refusedForItsForm = OF_FORM.contains(answer.path("code").asText());
        if (schema.isMissingNode() || status >= 400 && !refusedForItsForm) {
            return List.of();
        }
        List<String> misfits = CONTRACT.misfits(schema, json(bytes(body)));
        return !refusedForItsForm ? misfits : misfits.isEmpty() ? List.of("请求符合契约，却因形式被拒绝") : List.of();
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] bytes ? bytes : body.toString().getBytes(UTF_8);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Contract.JSON.readTree(bytes);
        } catch (IOException e) {
            throw new AssertionError("不是 JSON", e);
        }
    }
}
