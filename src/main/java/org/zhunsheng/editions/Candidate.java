package org.zhunsheng.editions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
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

    /**
     * What speaks against deciding by it; empty where nothing does. Tables that stand as they do in what decides now, with the same figures
     * to look at, become the same rules, of which it was shown before.
     *
     * @param shown what decides now, of which all was shown
     */
    static List<String> flaws(RuleBase base, RuleBase shown) {
        return Agreement.of(base.tables(), unlike(base, shown), base.rules()).disagreements();
    }

    /** The workbooks of whose rules nothing was shown yet. */
    static Set<String> unlike(RuleBase base, RuleBase shown) {
        SortedMap<String, byte[]> tables = base.sources().tables();
        Set<String> unlike = new TreeSet<>(tables.keySet());
        boolean sameReading = shown.sources().digest(Compiler.engine()).equals(shown.digest()) && base.hasFiguresOf(shown)
                && tables.entrySet().stream().filter(file -> !TableId.isWorkbook(file.getKey())).allMatch(file -> isSame(file, shown));
        if (sameReading) {
            tables.entrySet().stream().filter(file -> isSame(file, shown)).map(Map.Entry::getKey).forEach(unlike::remove);
        }
        return unlike;
    }

    private static boolean isSame(Map.Entry<String, byte[]> file, RuleBase shown) {
        return Arrays.equals(file.getValue(), shown.sources().tables().get(file.getKey()));
    }
}
