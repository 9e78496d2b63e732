package org.zhunsheng.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.policy.Policy;

/** The rule bases this service decides by: those built into it, and earlier ones it is asked to decide by again. */
public final class RuleBases {

    private final Map<String, RuleBase> inForce = new LinkedHashMap<>();
    private final Map<String, byte[]> compiled = new LinkedHashMap<>();
    private final Map<String, RuleBase> earlier = new ConcurrentHashMap<>();
    private final FactCatalogue catalogue;
    private EarlierBases store = digest -> Optional.empty();

    /** Where the sources and packages of earlier rule bases are kept. */
    @FunctionalInterface
    public interface EarlierBases {

        Optional<Kept> load(String digest);

        record Kept(String policy, String engine, byte[] sources, byte[] compiled) {
        }
    }

    public RuleBases() {
        this(RuleBases::resource);
    }

    /** @param built what the build made, by file name */
    RuleBases(Function<String, byte[]> built) {
        List<Class<? extends CaseFile>> caseFiles = new ArrayList<>();
        for (String policy : new String(built.apply("policies"), StandardCharsets.UTF_8).lines().toList()) {
            Sources sources = Sources.unzip(policy, built.apply(policy + ".zip"));
            byte[] rules = built.apply(policy + ".jar");
            String promised = new String(built.apply(policy + ".digest"), StandardCharsets.UTF_8);
            RuleBase base = Compiler.load(sources, rules, Compiler.engine());
            if (!base.digest().equals(promised)) {
                throw new IllegalStateException("规则库 " + policy + " 与其摘要不符，拒绝启动：" + base.digest() + " ≠ " + promised);
            }
            inForce.put(policy, base);
            compiled.put(base.digest(), rules);
            try {
                caseFiles.add(Class.forName(base.policy().caseFile()).asSubclass(CaseFile.class));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("台账 " + policy + " 的 caseFile 不存在", e);
            }
        }
        this.catalogue = new FactCatalogue(caseFiles.stream().distinct().toList());
    }

    private static byte[] resource(String name) {
        try (InputStream in = RuleBases.class.getResourceAsStream("/rulebases/" + name)) {
            if (in == null) {
                throw new IllegalStateException("缺少规则库文件 rulebases/" + name + "：请先运行 mvn process-classes");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void keepEarlierIn(EarlierBases kept) {
        this.store = kept;
    }

    public FactCatalogue catalogue() {
        return catalogue;
    }

    public Collection<RuleBase> all() {
        return inForce.values();
    }

    /** Those of documents, without what stands between them. */
    public List<RuleBase> documents() {
        return inForce.values().stream().filter(base -> !base.policy().between()).toList();
    }

    public Set<String> ids() {
        return inForce.keySet();
    }

    public byte[] compiled(RuleBase base) {
        return compiled.get(base.digest());
    }

    /** By policy id or by document number. */
    public Optional<RuleBase> inForce(String name) {
        RuleBase byId = inForce.get(name);
        String number = byId == null ? Policy.printed(name) : null;
        return byId != null ? Optional.of(byId)
                : inForce.values().stream().filter(base -> base.policy().number().equals(number)).findFirst();
    }

    /** A document one of ours repealed. */
    public record Ended(Policy.Repealed repealed, RuleBase by) {
    }

    public Optional<Ended> ended(String number) {
        return inForce.values().stream().flatMap(base -> base.policy().repealed(Policy.printed(number)).map(repealed -> new Ended(repealed, base)).stream()).findFirst();
    }

    public String names() {
        return inForce.values().stream().sorted(Comparator.comparing(base -> base.policy().between())).map(base -> base.policy().policy() + "（" + base.policy().number() + "）")
                .collect(Collectors.joining("、"));
    }

    /** The rule base of this digest, whether it is in force or decided long ago. */
    public RuleBase named(String digest) {
        return find(digest).orElseThrow(() -> new IllegalStateException("没有保存规则库 " + digest));
    }

    /** The same where it may be that there is none. */
    public Optional<RuleBase> find(String digest) {
        RuleBase held = inForce.values().stream().filter(base -> base.digest().equals(digest)).findFirst().orElseGet(() -> earlier.get(digest));
        return held != null ? Optional.of(held) : store.load(digest).map(kept -> earlier.computeIfAbsent(digest, named -> load(named, kept)));
    }

    private static RuleBase load(String digest, EarlierBases.Kept kept) {
        RuleBase base = Compiler.load(Sources.unzip(kept.policy(), kept.sources()), kept.compiled(), kept.engine());
        if (!base.digest().equals(digest)) {
            throw new IllegalStateException("保存的规则库与其摘要不符：" + digest);
        }
        return base;
    }
}
