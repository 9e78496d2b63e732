package org.zhunsheng.rulebase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The documents held several times over. A copy has its own id, number, sources, digest and package, and so a rule base, a ledger and classes
 * of its own; only the compiling is done once, since that takes minutes and is not what a service holding many documents does.
 */
public final class Copies {

    private final Map<String, byte[]> built = new HashMap<>();

    private Copies(RuleBases originals, int times) {
        List<String> ids = new ArrayList<>();
        for (int copy = 0; copy < times; copy++) {
            for (RuleBase base : originals.all()) {
                ids.add(copy == 0 ? base.policy().policy() : add(base, originals.compiled(base), "_copy" + copy));
                if (copy == 0) {
                    put(base.sources(), originals.compiled(base));
                }
            }
        }
        built.put("policies", String.join("\n", ids).getBytes(StandardCharsets.UTF_8));
    }

    public static RuleBases held(int times) {
        return new RuleBases(new Copies(new RuleBases(), times).built::get, Duration.ofMinutes(1));
    }

    private String add(RuleBase base, byte[] compiled, String suffix) {
        String id = base.policy().policy();
        SortedMap<String, byte[]> files = new TreeMap<>();
        base.sources().files().forEach((path, bytes) -> files.put(path.replace("/" + id + "/", "/" + id + suffix + "/"),
                path.endsWith("/" + LedgerReader.POLICY) ? changed(bytes, "policy: " + id, suffix) : bytes));
        put(new Sources(id + suffix, files), copied(compiled, base, suffix));
        return id + suffix;
    }

    private void put(Sources sources, byte[] compiled) {
        built.put(sources.policy() + ".zip", sources.zip());
        built.put(sources.policy() + ".jar", compiled);
        built.put(sources.policy() + ".digest", sources.digest(Compiler.engine()).getBytes(StandardCharsets.UTF_8));
    }

    /** The ledger speaks under the other id, and the engine tells the packages apart by their version. */
    private static byte[] copied(byte[] compiled, RuleBase base, String suffix) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(compiled)); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                if (entry.getName().equals("ledger.json")) {
                    content = changed(changed(content, "\"policy\":\"" + base.policy().policy(), suffix), "\"number\":\"" + base.policy().number(), suffix);
                } else if (entry.getName().endsWith("/pom.properties")) {
                    content = changed(content, "version=", suffix.substring(1) + "-");
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] changed(byte[] content, String after, String added) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.indexOf(after) + after.length();
        if (end < after.length()) {
            throw new IllegalStateException("没有 " + after);
        }
        return (text.substring(0, end) + added + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }
}
