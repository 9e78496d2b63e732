package org.zhunsheng.rulebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.tables.Agreement;

@DisplayName("构建出的规则库：引擎与决策表在全部边界上一致")
class TablesAgreeTest {

    /** Outside a running service nothing has set its level: it would write every fact of every firing into a trace nobody reads. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");

    @Test
    @DisplayName("各政策的每张决策表")
    void everyTableOfEveryPolicy() {
        ENGINE_LOG.setLevel(Level.INFO);
        for (RuleBase base : new RuleBases().all()) {
            Agreement agreement = Agreement.of(base.tables(), base.rules());
            assertEquals(List.of(), agreement.disagreements());
            assertTrue(base.tables().drl().values().stream().noneMatch(rules -> rules.contains("\nrule ")) || agreement.cases() > 0, base.policy().number());
        }
    }
}
