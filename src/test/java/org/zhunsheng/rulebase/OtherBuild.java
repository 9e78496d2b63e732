package org.zhunsheng.rulebase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.zhunsheng.record.StoredRuleBase;

/** One document as another build of the service would bring it. */
public final class OtherBuild {

    private static final RuleBases THIS = new RuleBases();
    private static final Map<String, byte[]> COMPILED = new ConcurrentHashMap<>();

    private OtherBuild() {
    }

    /** As this build brings it, but held alone. */
    public static RuleBases same(String policy) {
        return with(policy, UnaryOperator.identity());
    }

    public static RuleBases with(String policy, UnaryOperator<Sources> change) {
        RuleBase original = THIS.built(policy).orElseThrow();
        Sources sources = change.apply(original.sources());
        String digest = sources.digest(Compiler.engine());
        return of(sources, digest, digest.equals(original.digest()) ? THIS.compiled(original) : COMPILED.computeIfAbsent(digest, each -> Compiler.compile(sources)));
    }

    /** Where what changed says the same in other bytes: nothing need be compiled. */
    public static RuleBases remarked(Sources sources, String version) {
        StoredRuleBase kept = kept(sources, version);
        return of(sources, kept.digest(), kept.compiled());
    }

    private static RuleBases of(Sources sources, String digest, byte[] compiled) {
        String policy = sources.policy();
        Map<String, byte[]> built = new HashMap<>(Map.of("policies", policy.getBytes(StandardCharsets.UTF_8), policy + ".zip", sources.zip(),
                policy + ".jar", compiled, policy + ".digest", digest.getBytes(StandardCharsets.UTF_8)));
        return new RuleBases(built::get, Duration.ZERO);
    }

    /** As it would be kept of sources that say the same in other bytes; the engine tells packages apart by their version, and compiling takes seconds. */
    public static StoredRuleBase kept(Sources sources, String version) {
        RuleBase original = THIS.built(sources.policy()).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(THIS.compiled(original))); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(entry.getName().endsWith("/pom.properties") ? Copies.changed(content, "version=", version + "-") : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredRuleBase(sources.digest(Compiler.engine()), sources.policy(), Compiler.engine(), sources.zip(), bytes.toByteArray());
    }

    /** The same sources with something written after the end of the first of these files. */
    public static Sources appended(Sources sources, String ending, String text) {
        SortedMap<String, byte[]> files = new TreeMap<>(sources.files());
        String path = files.keySet().stream().filter(each -> each.endsWith(ending)).findFirst().orElseThrow();
        files.put(path, (new String(files.get(path), StandardCharsets.UTF_8) + text).getBytes(StandardCharsets.UTF_8));
        return new Sources(sources.policy(), files);
    }
}
