package org.zhunsheng.rulebase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
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
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        // a release id each time: the repository is keyed by it, and two rule bases of one policy live side by side
        ReleaseId release = services.newReleaseId("org.zhunsheng.rulebase", sources.policy(),
                sources.digest(engine()).substring(7, 23) + "-" + COMPILED.incrementAndGet());
        files.generateAndWritePomXML(release);
        String folder = "src/main/resources/" + sources.policy() + "/";
        Tables tables = Tables.read(sources.tables());
        sources.rules().forEach((name, drl) -> files.write(folder + name, drl));
        tables.drl().forEach((name, drl) -> files.write(folder + name, drl));
        // ledger and figures as the service needs them: reading YAML and workbooks takes a cold process four seconds
        files.write("src/main/resources/" + LEDGER, LedgerReader.json(LedgerReader.POLICY, sources.ledger()));
        files.write("src/main/resources/" + FIGURES, LedgerReader.json(tables.figures().byClause()));
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
        KieServices services = KieServices.get();
        MemoryFileSystem files = MemoryFileSystem.readFromJar(compiled);
        // beside the rules: both take as long, and a start waits for both
        CompletableFuture<Policy> policy = CompletableFuture.supplyAsync(() -> LedgerReader.policy(files.getBytes(LEDGER)));
        KieModule module = module(services, files);
        services.getRepository().addKieModule(module);
        ReleaseId release = module.getReleaseId();
        KieContainer container = services.newKieContainer(release, Compiler.class.getClassLoader());
        KieBase rules = container.getKieBase();
        return new RuleBase(sources.digest(engine), sources, policy.join(), LedgerReader.figures(files.getBytes(FIGURES)),
                () -> texts(files), rules, () -> {
                    container.dispose();
                    services.getRepository().removeKieModule(release);
                });
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

    private static Stream<String> names(MemoryFileSystem files, String ending) {
        return files.getFilePaths().stream().map(PortablePath::asString).filter(name -> name.endsWith(ending)).sorted();
    }

    private static List<String> texts(MemoryFileSystem files) {
        return names(files, ".drl").map(name -> new String(files.getBytes(name), StandardCharsets.UTF_8)).toList();
    }
}
