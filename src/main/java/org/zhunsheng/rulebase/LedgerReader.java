package org.zhunsheng.rulebase;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.Figures;
import org.zhunsheng.policy.Compose;
import org.zhunsheng.policy.Policy;

/** Reads a clause ledger. What does not parse is refused with file, line and what was expected; nothing is skipped. */
final class LedgerReader {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Compose.class, new ComposeReader()))
            .build();

    static final String POLICY = "policy.yaml";

    private static final ObjectMapper JSON = JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addModule(new JavaTimeModule()).addModule(new SimpleModule().addDeserializer(Compose.class, new ComposeReader())).build();

    private LedgerReader() {
    }

    /** The ledger in the form the service starts from; what does not parse as a ledger is refused here. */
    static byte[] json(String file, byte[] yaml) {
        read(file, yaml);
        try {
            return json(YAML.readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy policy(byte[] json) {
        try {
            return JSON.readValue(json, Policy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Figures figures(byte[] json) {
        try {
            return new Figures(JSON.readValue(json, new TypeReference<Map<String, BigDecimal>>() {
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Policy read(String file, byte[] yaml) {
        try {
            return YAML.readValue(yaml, Policy.class);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            Throwable cause = e instanceof JsonMappingException && e.getCause() != null ? e.getCause() : e;
            throw new IllegalArgumentException(file + " 第" + line + "行：" + cause.getMessage().lines().findFirst().orElse(""), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + "：" + e.getMessage(), e);
        }
    }

    /** A string is a clause; an object has one connective, or a reading with its options. */
    private static final class ComposeReader extends JsonDeserializer<Compose> {

        @Override
        public Compose deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return compose(parser.readValueAsTree(), context);
        }

        private Compose compose(JsonNode node, DeserializationContext context) throws JsonMappingException {
            if (node.isValueNode()) {
                return new Compose.Of(node.asText());
            }
            if (node.has("under")) {
                Map<String, Compose> options = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> option : node.properties()) {
                    if (!option.getKey().equals("under") && !option.getKey().equals("otherwise")) {
                        options.put(option.getKey(), compose(option.getValue(), context));
                    }
                }
                return new Compose.Under(node.get("under").asText(), options, compose(node.required("otherwise"), context));
            }
            Map.Entry<String, JsonNode> only = node.size() == 1 ? node.properties().iterator().next() : Map.entry("", node);
            List<Compose> parts = new ArrayList<>();
            for (JsonNode part : only.getValue()) {
                parts.add(compose(part, context));
            }
            return switch (only.getKey()) {
                case "all" -> new Compose.All(parts);
                case "any" -> new Compose.Any(parts);
                case "sumOf" -> new Compose.SumOf(parts);
                case "firstOf" -> new Compose.FirstOf(parts);
                case "except" -> new Compose.Except(parts.get(0), parts.get(1));
                default -> throw JsonMappingException.from(context.getParser(), "compose 应为条款号，或 all、any、sumOf、firstOf、except、under 之一");
            };
        }
    }
}
