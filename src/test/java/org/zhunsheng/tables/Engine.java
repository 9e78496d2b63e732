package org.zhunsheng.tables;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;

/** Compiles rules for a test. */
final class Engine {

    /** Outside a running service nothing has set its level: it would write every fact of every firing into a trace nobody reads. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");

    private Engine() {
    }

    static KieBase compile(Map<String, String> drl) {
        ENGINE_LOG.setLevel(Level.INFO);
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId id = services.newReleaseId("org.zhunsheng.test", "tables", String.valueOf(System.nanoTime()));
        files.generateAndWritePomXML(id);
        drl.forEach((name, text) -> files.write("src/main/resources/jkf_2022_9/" + name, text));
        var messages = services.newKieBuilder(files).buildAll(ExecutableModelProject.class).getResults().getMessages();
        if (!messages.isEmpty()) {
            throw new AssertionError(messages.toString());
        }
        return services.newKieContainer(id).getKieBase();
    }
}
