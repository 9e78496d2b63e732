package org.zhunsheng.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.policy.Policy;

/**
 * The rule bases this service decides by: those built into it until others take their place, and earlier ones it is asked to decide by
 * again. Whoever has one in hand goes on with it to the end, whatever takes its place meanwhile.
 */
public final class RuleBases {

    /** Of those that no longer decide, so many are at hand for replays without being loaded again. */
    private static final int EARLIER_AT_HAND = 8;
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Duration grace;
    private final Map<String, RuleBase> fromBuild;
    private volatile Map<String, RuleBase> inForce;
    private final Map<String, List<Tenure>> tenures = new ConcurrentHashMap<>();
    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();
    private final Map<String, RuleBase> earlier = new LinkedHashMap<>(EARLIER_AT_HAND, 0.75f, true);
    private final List<Consumer<RuleBase>> releasing = new CopyOnWriteArrayList<>();
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
        this(RuleBases::resource, GRACE);
    }

    /**
     * @param built what the build made, by file name
     * @param grace how long who has a rule base in hand may go on with it after it is released
     */
    RuleBases(Function<String, byte[]> built, Duration grace) {
        this.grace = grace;
        List<Class<? extends CaseFile>> caseFiles = new ArrayList<>();
        Map<String, RuleBase> bases = new LinkedHashMap<>();
        for (String policy : new String(built.apply("policies"), StandardCharsets.UTF_8).lines().toList()) {
            Sources sources = Sources.unzip(policy, built.apply(policy + ".zip"));
            byte[] rules = built.apply(policy + ".jar");
            String promised = new String(built.apply(policy + ".digest"), StandardCharsets.UTF_8);
            RuleBase base = Compiler.load(sources, rules, Compiler.engine());
            if (!base.digest().equals(promised)) {
                throw new IllegalStateException("规则库 " + policy + " 与其摘要不符，拒绝启动：" + base.digest() + " ≠ " + promised);
            }
            bases.put(policy, base);
            compiled.put(base.digest(), rules);
            try {
                caseFiles.add(Class.forName(base.policy().caseFile()).asSubclass(CaseFile.class));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("台账 " + policy + " 的 caseFile 不存在", e);
            }
        }
        this.fromBuild = Collections.unmodifiableMap(bases);
        this.inForce = fromBuild;
        this.catalogue = new FactCatalogue(caseFiles.stream().distinct().toList());
    }

    static byte[] resource(String name) {
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

    /** Who decided a document when, where that is more than what was built. */
    public void decided(String policy, List<Tenure> known) {
        tenures.put(policy, List.copyOf(known));
    }

    /** What decides in the place of a rule base in force, as of a day and by what was known at a moment. May have to be loaded. */
    public RuleBase inForce(RuleBase now, Tenure.Chosen chosen) {
        String digest = digest(now, chosen);
        return digest.equals(now.digest()) ? now : named(digest);
    }

    /** Whether that need not be loaded. */
    public boolean isAtHand(RuleBase now, Tenure.Chosen chosen) {
        String digest = digest(now, chosen);
        return digest.equals(now.digest()) || held(digest).isPresent();
    }

    private String digest(RuleBase inForce, Tenure.Chosen chosen) {
        Instant now = Instant.now();
        String policy = inForce.policy().policy();
        return chosen.isNow(now) ? inForce.digest()
                : Tenure.of(tenures.getOrDefault(policy, List.of()), chosen, now).map(Tenure::ruleBase).orElseGet(() -> fromBuild.get(policy).digest());
    }

    /** All as they were built. */
    public Collection<RuleBase> fromBuild() {
        return fromBuild.values();
    }

    /** As it was built, whatever has taken its place. */
    public Optional<RuleBase> built(String policy) {
        return Optional.ofNullable(fromBuild.get(policy));
    }

    /** Decides from the next request on. */
    public synchronized void replace(RuleBase next) {
        Map<String, RuleBase> changed = new LinkedHashMap<>(inForce);
        RuleBase before = changed.put(next.policy().policy(), next);
        inForce = Collections.unmodifiableMap(changed);
        earlier.remove(next.digest());
        if (before != null && before != next) {
            keepAtHand(before);
        }
    }

    /** Made here and kept, it need not be loaded when it comes to decide. */
    public synchronized void hold(RuleBase made) {
        if (held(made.digest()).isEmpty()) {
            keepAtHand(made);
        }
    }

    /** Who keeps something of a rule base lets go of it when it is released. */
    public void whenReleased(Consumer<RuleBase> letGo) {
        releasing.add(letGo);
    }

    /** The rule base of this digest, whether it is in force or decided long ago. */
    public RuleBase named(String digest) {
        return find(digest).orElseThrow(() -> new IllegalStateException("没有保存规则库 " + digest));
    }

    /** The same where it may be that there is none. */
    public Optional<RuleBase> find(String digest) {
        Optional<RuleBase> held = held(digest);
        return held.isPresent() ? held : earlier(digest);
    }

    private Optional<RuleBase> held(String digest) {
        return Stream.concat(inForce.values().stream(), fromBuild.values().stream()).filter(base -> base.digest().equals(digest)).findFirst();
    }

    private synchronized Optional<RuleBase> earlier(String digest) {
        RuleBase held = earlier.get(digest);
        if (held != null) {
            return Optional.of(held);
        }
        Optional<RuleBase> loaded = store.load(digest).map(kept -> load(digest, kept));
        loaded.ifPresent(this::keepAtHand);
        return loaded;
    }

    private void keepAtHand(RuleBase base) {
        if (!fromBuild.containsValue(base)) {
            earlier.put(base.digest(), base);
        }
        Iterator<RuleBase> eldest = earlier.values().iterator();
        while (earlier.size() > EARLIER_AT_HAND) {
            RuleBase released = eldest.next();
            eldest.remove();
            releasing.forEach(letGo -> letGo.accept(released));
            // somebody may have it in hand still
            CompletableFuture.delayedExecutor(grace.toSeconds(), TimeUnit.SECONDS).execute(released::close);
        }
    }

    private static RuleBase load(String digest, EarlierBases.Kept kept) {
        RuleBase base = Compiler.load(Sources.unzip(kept.policy(), kept.sources()), kept.compiled(), kept.engine());
        if (!base.digest().equals(digest)) {
            base.close();
            throw new IllegalStateException("保存的规则库与其摘要不符：" + digest);
        }
        return base;
    }
}
