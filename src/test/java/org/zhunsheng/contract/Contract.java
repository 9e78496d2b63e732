package org.zhunsheng.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** openapi.yaml as the tests see it: its operations, and schemas to hold values against. */
final class Contract {

    static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** JSON Schema 2020-12, which is the dialect of OpenAPI 3.1, with a place for what references point to. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("components")).build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.builder().metaSchema(DIALECT)
            .defaultMetaSchemaIri(DIALECT.getIri()).build();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    static final Contract FILE = new Contract(Path.of("openapi.yaml"));

    /** One method of one path; its parameters include those of the path. */
    record Operation(String method, String path, JsonNode definition, List<JsonNode> parameters) {

        boolean matches(String method, String path) {
            String template = this.path.replaceAll("\\{[^/]+}", "\\\\E[^/]+\\\\Q");
            return this.method.equalsIgnoreCase(method) && Pattern.matches("\\Q" + template + "\\E", path);
        }

        @Override
        public String toString() {
            return method.toUpperCase() + " " + path;
        }
    }

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, JsonSchema> schemas = Collections.synchronizedMap(new IdentityHashMap<>());

    Contract(Path file) {
        try {
            this.document = new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream().filter(m -> METHODS.contains(m.getKey()))
                .forEach(method -> {
                    List<JsonNode> parameters = new ArrayList<>();
                    path.getValue().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                    method.getValue().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                    operations.add(new Operation(method.getKey(), path.getKey(), method.getValue(), parameters));
                }));
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Operation> operation(String method, String path) {
        return operations.stream().filter(operation -> operation.matches(method, path)).findFirst();
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** The node itself, or what its reference points to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** A schema with the members of what it refers to beside its own. */
    JsonNode flat(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode flat = ((ObjectNode) resolved(schema)).deepCopy();
        schema.properties().stream().filter(member -> !member.getKey().equals("$ref")).forEach(m -> flat.set(m.getKey(), m.getValue()));
        return flat;
    }

    /** What of the value does not fit the schema; empty where it fits. */
    List<String> misfits(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream().map(ValidationMessage::toString).toList();
    }

    /** Formats bind: a date that does not exist is no date. */
    private JsonSchema compiled(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.get("components"));
        return FACTORY.getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    /** What the operation may answer under this status, or a missing node. */
    JsonNode response(Operation operation, int status) {
        JsonNode responses = operation.definition().get("responses");
        return resolved(responses.has(String.valueOf(status)) ? responses.get(String.valueOf(status))
                : status >= 400 ? responses.path("default") : responses.path("none"));
    }
}
