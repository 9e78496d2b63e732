package org.zhunsheng.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.FactSchemas;

/** Brings the facts of all documents into openapi.yaml. Run it after a change of the records. */
public final class FactContract {

    private FactContract() {
    }

    public static void main(String[] arguments) throws IOException {
        FactSchemas.write(Path.of("openapi.yaml"), new RuleBases().catalogue());
    }
}
