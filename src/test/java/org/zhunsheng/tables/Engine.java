package org.zhunsheng.tables;

import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;

/** Compiles rules for a test. */
final class Engine {

    private Engine() {
    }

    static KieBase compile(Map<String, String> drl) {
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
