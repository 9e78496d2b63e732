package org.zhunsheng.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.database.Database;

/** The imports as the service uses them, with every target there is. */
@Singleton
final class OpenedImports {

    private final Imports imports;
    private final Duration pause;

    OpenedImports(Database database, Instance<ImportTarget> targets, @ConfigProperty(name = "zhunsheng.imports.look") Duration pause) {
        Map<String, ImportTarget> byKind = new TreeMap<>();
        targets.forEach(target -> byKind.put(target.kind(), target));
        this.imports = new Imports(database, byKind);
        this.pause = pause;
    }

    @Produces
    @Singleton
    Imports imports() {
        return imports;
    }

    void open(@Observes @Priority(Integer.MAX_VALUE) StartupEvent start) {
        imports.open(pause.toMillis());
    }

    /** Before the database closes. */
    void close(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
        imports.close();
    }
}
