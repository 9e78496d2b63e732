package org.zhunsheng.rulebase;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.drools.core.common.TruthMaintenanceSystemFactory;
import org.drools.core.reteoo.AgendaComponentFactory;
import org.drools.core.reteoo.RuntimeComponentFactory;
import org.drools.kiesession.factory.KnowledgeHelperFactory;
import org.kie.api.internal.utils.KieService;

/**
 * The engine finds its parts by the context class loader of whichever thread first needs one, and keeps for good what it found, be it
 * nothing or a failure. Threads of the common pool may still have the loader of an application that was stopped, so it is asked under ours.
 */
final class EngineParts {

    static {
        // those a session needs, which any thread may open; compiling and loading find theirs on the way
        found(() -> Stream.of(AgendaComponentFactory.class, KnowledgeHelperFactory.class, RuntimeComponentFactory.class, TruthMaintenanceSystemFactory.class)
                .map(EngineParts::part).toList());
    }

    private EngineParts() {
    }

    private static KieService part(Class<? extends KieService> kind) {
        return KieService.load(kind);
    }

    /** Whatever parts the work needs are found by our own class loader. */
    static <T> T found(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EngineParts.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
