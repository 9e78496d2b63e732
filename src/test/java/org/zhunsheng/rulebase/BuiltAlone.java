package org.zhunsheng.rulebase;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Some documents as this build brings them, for processes that are to be there soon: the others are not loaded. */
public final class BuiltAlone {

    private BuiltAlone() {
    }

    public static RuleBases of(String... policies) {
        byte[] named = String.join("\n", policies).getBytes(StandardCharsets.UTF_8);
        return new RuleBases(file -> file.equals("policies") ? named : RuleBases.resource(file), Duration.ZERO);
    }
}
