package org.zhunsheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.contract.Contract.Operation;

/** An answer that the contract shows, with the request of the same name: body and parameters. */
record Example(String name, Operation operation, int status, String mediaType, JsonNode schema, JsonNode answer) {

    static List<Example> of(Contract contract) {
        List<Example> examples = new ArrayList<>();
        contract.operations().forEach(operation -> operation.definition().get("responses").properties().stream()
                .filter(response -> !response.getKey().equals("default")).forEach(response -> contract.resolved(response.getValue())
                        .path("content").properties().forEach(content -> content.getValue().path("examples").properties().forEach(example -> examples.add(new Example(example.getKey(),
                                operation, Integer.parseInt(response.getKey()), content.getKey(), content.getValue().get("schema"),
                                contract.resolved(example.getValue()).get("value")))))));
        return examples;
    }

    /** The body of the request, or null where the operation takes none. */
    JsonNode body(Contract contract) {
        JsonNode examples = operation.definition().at("/requestBody/content/application~1json/examples");
        return examples.isMissingNode() ? null : contract.resolved(examples.path(name)).path("value");
    }

    /** The file that is sent as the body, or null where the operation takes none. */
    String file() {
        return operation.definition().at("/requestBody/content/text~1csv/examples/" + name + "/value").textValue();
    }

    /** The value of a parameter in this example; the first one shown where the example says nothing of it. */
    String parameter(String named) {
        JsonNode examples = operation.parameters().stream().filter(parameter -> parameter.get("name").asText().equals(named)).findFirst()
                .orElseThrow().get("examples");
        return examples.has(name) ? examples.get(name).get("value").asText() : examples.iterator().next().get("value").asText();
    }

    @Override
    public String toString() {
        return operation + " → " + status + " " + name;
    }
}
