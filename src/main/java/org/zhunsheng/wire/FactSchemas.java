package org.zhunsheng.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/**
 * Writes the schemas of all facts into the contract, so that nobody copies a record by hand; what a person wrote as a description stays.
 * Run by {@code mvn compile exec:java -Dexec.mainClass=org.zhunsheng.evaluation.FactContract}.
 */
public final class FactSchemas {

    private static final String BEGIN = "    # facts: begin";
    private static final String END = "    # facts: end";
    private static final int WIDTH = 150;

    private final FactCatalogue catalogue;
    private final JsonNode earlier;
    private final List<String> lines = new ArrayList<>();

    private FactSchemas(FactCatalogue catalogue, JsonNode earlier) {
        this.catalogue = catalogue;
        this.earlier = earlier;
    }

    public static void write(Path contract, FactCatalogue catalogue) throws IOException {
        String text = Files.readString(contract);
        FactSchemas schemas = new FactSchemas(catalogue, new YAMLMapper().readTree(text).at("/components/schemas"));
        schemas.facts();
        Set<String> written = new TreeSet<>();
        catalogue.models().stream().filter(block -> written.add(name(block))).forEach(schemas::block);
        int begin = text.indexOf('\n', text.indexOf(BEGIN)) + 1;
        Files.writeString(contract, text.substring(0, begin) + String.join("\n", schemas.lines) + "\n" + text.substring(text.indexOf(END)));
    }

    private static String name(BlockModel block) {
        return block.type().getSimpleName();
    }

    private void facts() {
        head("Facts", "事实，分组陈述；只写已知的 (What is known, block by block)");
        for (String name : catalogue.names()) {
            if (catalogue.block(name) != null) {
                lines.add("        " + name + ": " + ref(name(catalogue.block(name))));
            } else {
                property("Facts", catalogue.rootFact(name));
            }
        }
    }

    private void block(BlockModel block) {
        head(name(block), block.path());
        block.facts().forEach(fact -> property(name(block), fact));
    }

    private void head(String schema, String description) {
        lines.add("    " + schema + ":");
        lines.add("      description: " + quoted(earlier.path(schema).path("description").asText(description)));
        lines.add("      type: object");
        lines.add("      additionalProperties: false");
        lines.add("      properties:");
    }

    private void property(String schema, FactModel fact) {
        String standard = fact.label() + (fact.unit().isEmpty() ? "" : "，单位" + fact.unit())
                + (fact.admitsNone() ? "；" + fact.none() + "时写 none" : "");
        String kept = earlier.at("/" + schema + "/properties/" + fact.name() + "/description").asText();
        boolean holds = kept.startsWith(fact.label()) && kept.contains(fact.unit()) && kept.contains(fact.none());
        String type = fact.kind() == FactKind.LIST ? "type: array, maxItems: 1000, items: {" + type(fact, fact.element()) + "}"
                : fact.kind() == FactKind.YEAR_MAP ? years(fact) : type(fact, fact.kind());
        String value = fact.admitsNone() ? "oneOf: [{" + type + "}, " + ref("None") + "]" : type;
        String line = "        " + fact.name() + ": {description: " + quoted(holds ? kept : standard) + ", " + value + "}";
        int codes = line.indexOf("enum: [");
        if (line.length() <= WIDTH || codes < 0) {
            lines.add(line);
            return;
        }
        lines.add(line.substring(0, codes + 7));
        StringBuilder wrapped = new StringBuilder("            ");
        for (String word : line.substring(codes + 7).split("(?<=, )")) {
            if (wrapped.length() + word.length() > WIDTH) {
                lines.add(wrapped.toString().stripTrailing());
                wrapped = new StringBuilder("            ");
            }
            wrapped.append(word);
        }
        lines.add(wrapped.toString());
    }

    private static String years(FactModel fact) {
        return fact.element() == FactKind.MONEY ? "$ref: '#/components/schemas/YuanByYear'"
                : "type: object, propertyNames: {$ref: '#/components/schemas/Year'}, additionalProperties: {" + type(fact, fact.element()) + "}";
    }

    private static String type(FactModel fact, FactKind kind) {
        return switch (kind) {
            case BOOLEAN -> "type: boolean";
            case DATE -> "type: string, format: date";
            case TEXT -> bare("Text");
            case ENUM -> codes(fact);
            case RECORD -> bare(name(fact.records()));
            case MONEY -> fact.min() != null && fact.min().signum() == 0 && fact.max() == null ? bare("Yuan") : "type: number" + limits(fact);
            case DECIMAL -> fact.min() != null && fact.min().signum() == 0 && fact.max() == null ? bare("Quantity") : "type: number" + limits(fact);
            case INTEGER -> fact.min() != null && fact.min().signum() == 0 && fact.max() == null ? bare("Count")
                    : "type: integer, format: int32" + limits(fact);
            default -> throw new IllegalStateException(fact.path() + " of " + kind);
        };
    }

    private static String limits(FactModel fact) {
        return (fact.min() == null ? "" : ", minimum: " + fact.min().toPlainString())
                + (fact.max() == null ? "" : ", maximum: " + fact.max().toPlainString());
    }

    /** Codes that several records share stand in the contract under their own name. */
    private static String codes(FactModel fact) {
        Class<?> type = ((Enum<?>) fact.constants().values().iterator().next()).getDeclaringClass();
        return type.getEnclosingClass() == null ? bare(type.getSimpleName()) : "type: string, enum: [" + String.join(", ", fact.constants().keySet()) + "]";
    }

    private static String bare(String schema) {
        return "$ref: '#/components/schemas/" + schema + "'";
    }

    private static String ref(String schema) {
        return "{" + bare(schema) + "}";
    }

    private static String quoted(String text) {
        return text.matches("[^'\"#:,\\[\\]{}&*!|>%@`]+") ? text : "'" + text.replace("'", "''") + "'";
    }
}
