package org.zhunsheng.editions;

import java.util.List;
import org.zhunsheng.record.StoredRuleBase;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.Sources;
import org.zhunsheng.tables.Agreement;

/** A rule base made beside the one that decides. */
record Candidate(RuleBase base, byte[] compiled) {

    /** Only texts that the tables write of themselves are compiled, and what the build compiled before; no cell is ever code. */
    static Candidate of(Sources sources) {
        byte[] compiled = Compiler.compile(sources);
        return new Candidate(Compiler.load(sources, compiled, Compiler.engine()), compiled);
    }

    StoredRuleBase stored() {
        return new StoredRuleBase(base.digest(), base.policy().policy(), Compiler.engine(), base.sources().zip(), compiled);
    }

    /** What speaks against deciding by it; empty where nothing does. */
    static List<String> flaws(RuleBase base) {
        return Agreement.of(base.tables(), base.rules()).disagreements();
    }
}
