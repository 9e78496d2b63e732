package org.zhunsheng.rulebase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.util.PortablePath;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.tables.Tables;

/** Sources in, a compiled package out; and a compiled package in, a rule base out. Only the first takes seconds. */
public final class Compiler {

    private static final AtomicLong COMPILED = new AtomicLong();
    private static final String LEDGER = "ledger.json";
    private static final String FIGURES = "figures.json";

    private Compiler() {
    }

    private static final String ENGINE = "drools " + KieServices.class.getPackage().getImplementationVersion() + ", vocabulary " + Vocabulary.current();

    /** What a package was compiled by and decides with: the engine, and the Java its rules call. */
    public static String engine() {
        return ENGINE;
    }

    public static byte[] compile(Sources sources) {
        Tables tables = Tables.read(sources.tables());
        Map<String, byte[]> files = new TreeMap<>();
        sources.rules().forEach((name, drl) -> files.put(sources.policy() + "/" + name, drl));
        tables.drl().forEach((name, drl) -> files.put(sources.policy() + "/" + name, drl.getBytes(StandardCharsets.UTF_8)));
        // ledger and figures as the service needs them: reading YAML and workbooks takes a cold process four seconds
        files.put(LEDGER, LedgerReader.json(LedgerReader.POLICY, sources.ledger()));
        files.put(FIGURES, LedgerReader.json(tables.figures().byClause()));
        return compile(sources, files);
    }

    /** @param resources by path */
    static byte[] compile(Sources sources, Map<String, byte[]> resources) {
        return EngineParts.found(() -> compiled(sources, resources));
    }

    private static byte[] compiled(Sources sources, Map<String, byte[]> resources) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        // a release id each time: the repository is keyed by it, and two rule bases of one policy live side by side
        ReleaseId release = services.newReleaseId("org.zhunsheng.rulebase", sources.policy(),
                sources.digest(engine()).substring(7, 23) + "-" + COMPILED.incrementAndGet());
        files.generateAndWritePomXML(release);
        resources.forEach((path, content) -> files.write("src/main/resources/" + path, content));
        KieBuilder builder = services.newKieBuilder(files, Compiler.class.getClassLoader()).buildAll(ExecutableModelProject.class);
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        try {
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException(errors.stream().map(Message::toString).collect(Collectors.joining("\n")));
            }
            return ((InternalKieModule) builder.getKieModule()).getBytes();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** @param engine what decided with it, which for an earlier package need not be what decides now: a replay then shows the difference */
    public static RuleBase load(Sources sources, byte[] compiled, String engine) {
        MemoryFileSystem files = MemoryFileSystem.readFromJar(compiled);
        // beside the rules: both take as long, and a start waits for both
        CompletableFuture<Policy> policy = CompletableFuture.supplyAsync(() -> LedgerReader.policy(files.getBytes(LEDGER)));
        KieContainer container = container(files);
        KieBase rules = EngineParts.found(container::getKieBase);
        return new RuleBase(sources.digest(engine), sources, policy.join(), LedgerReader.figures(files.getBytes(FIGURES)),
                () -> texts(files), rules, () -> models(files, container), () -> dispose(container));
    }

    static KieContainer container(MemoryFileSystem files) {
        return EngineParts.found(() -> {
            KieServices services = KieServices.get();
            KieModule module = module(services, files);
            services.getRepository().addKieModule(module);
            return services.newKieContainer(module.getReleaseId(), Compiler.class.getClassLoader());
        });
    }

    static void dispose(KieContainer container) {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(container.getReleaseId());
    }

    /** The rules as they were compiled, before the engine makes a network of them. */
    static List<Model> models(MemoryFileSystem files, KieContainer container) {
        List<Model> models = new ArrayList<>();
        names(files, "/drools-model").flatMap(name -> new String(files.getBytes(name), StandardCharsets.UTF_8).lines().skip(1)).forEach(name -> {
            try {
                models.add((Model) container.getClassLoader().loadClass(name).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("规则库中没有 " + name, broken);
            }
        });
        return models;
    }

    /** Not through the repository's own reading of jars: that wants a kmodule.xml and a library to read it, for one default base. */
    private static KieModule module(KieServices services, MemoryFileSystem files) {
        Properties pom = new Properties();
        try {
            pom.load(new ByteArrayInputStream(files.getBytes(names(files, "pom.properties").findFirst().orElseThrow())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        KieModuleModel model = services.newKieModuleModel();
        KieBuilderImpl.setDefaultsforEmptyKieModule(model);
        ReleaseId release = services.newReleaseId(pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version"));
        return new CanonicalKieModule(new MemoryKieModule(release, model, files));
    }

    static Stream<String> names(MemoryFileSystem files, String ending) {
        return files.getFilePaths().stream().map(PortablePath::asString).filter(name -> name.endsWith(ending)).sorted();
    }

    private static List<String> texts(MemoryFileSystem files) {
        return names(files, ".drl").map(name -> new String(files.getBytes(name), StandardCharsets.UTF_8)).toList();
    }
}
