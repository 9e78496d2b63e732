package org.zhunsheng.evaluation;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Which clauses look at a fact. */
@FunctionalInterface
public interface FactUse {

    /** The clauses, such as {@code jkf_2022_9/6.3.1}, that use the fact of this path. */
    List<String> clauses(String fact);

    /** Rules that do not say what they look at leave the dictionary without clauses. */
    @Singleton
    class Untold {

        @Produces
        @Singleton
        @DefaultBean
        FactUse none() {
            return fact -> List.of();
        }
    }
}
