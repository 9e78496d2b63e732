package org.zhunsheng.registers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which registers there are. */
final class RegisterLedger {

    private static final String FILE = "/registers/registers.yaml";

    private RegisterLedger() {
    }

    /** By id, in the order of the file. */
    static Map<String, RegisterDescription> read() {
        Map<String, RegisterDescription> registers = new LinkedHashMap<>();
        try (InputStream in = RegisterLedger.class.getResourceAsStream(FILE)) {
            RegisterDescription[] read = YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build().readValue(in, RegisterDescription[].class);
            for (RegisterDescription register : List.of(read)) {
                if (registers.put(register.id(), register) != null) {
                    throw new IllegalStateException("登记册 " + register.id() + " 重复");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return registers;
    }
}
