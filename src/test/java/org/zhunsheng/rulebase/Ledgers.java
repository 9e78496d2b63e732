package org.zhunsheng.rulebase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhunsheng.policy.Policy;

/** The ledgers as they are committed, without compiling any rule. */
public final class Ledgers {

    private Ledgers() {
    }

    public static Policy of(String policy) {
        try {
            return LedgerReader.policy(LedgerReader.json(LedgerReader.POLICY, Files.readAllBytes(Path.of("rules-drl", policy, LedgerReader.POLICY))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
