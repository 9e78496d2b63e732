package org.zhunsheng;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.zhunsheng.rulebase.OpenedRuleBases;

/** Loads the rule bases while the framework starts: neither waits for the other, and a start takes the longer of the two. */
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... args) {
        OpenedRuleBases.begin();
        Quarkus.run(args);
    }
}
