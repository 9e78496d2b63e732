package org.zhunsheng;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.LogManager;
import org.zhunsheng.identity.Commands;
import org.zhunsheng.proof.VerifyCommand;
import org.zhunsheng.rulebase.OpenedRuleBases;

/** Loads the rule bases while the framework starts: neither waits for the other, and a start takes the longer of the two. */
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... args) {
        if (args.length > 0) {
            System.exit(args[0].equals(VerifyCommand.NAME) ? VerifyCommand.run(System.out, args) : Commands.run(args));
        }
        // whole before two threads log: half of it each, they would wait for one another for ever
        LogManager.getLogManager();
        OpenedRuleBases.begin();
        Quarkus.run(args);
    }
}
