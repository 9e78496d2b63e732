package org.zhunsheng.rulebase;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The case files of each policy as the build found them. They lie beside the rule base and are no part of it: what a policy decides, and
 * so its digest, is the same whatever is tried on it.
 */
public final class BuiltCases {

    private static final String ENDING = ".cases.yaml";
    private static final ObjectMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();
    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private BuiltCases() {
    }

    /** In the form the service reads at once; names stay those of the files. */
    static void write(Path folder, Path into) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                files.put(file.getFileName().toString(), JSON.writeValueAsBytes(YAML.readTree(Files.readAllBytes(file))));
            }
        }
        Files.write(into, new Sources("", files).zip());
    }

    public static List<String> policies() {
        return new String(RuleBases.resource("policies"), StandardCharsets.UTF_8).lines().toList();
    }

    /** Each file as JSON, by its name. */
    public static Map<String, byte[]> files(String policy) {
        return Sources.unzip(policy, RuleBases.resource(policy + ".cases.zip")).files();
    }
}
