package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.zhunsheng.rulebase.Ledgers;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("收录的决策表没有缺口、重叠和不起作用的行列")
class CommittedTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"jkf_2022_9", "jkf_2022_4", "jjg_2022_8", "jkgf_2025_69", "zkyf_2020_43", "cross_policy"})
    @DisplayName("逐一核对")
    void clean(String policy) throws Exception {
        Tables tables = Tables.read(Path.of("decision-tables", policy));
        StringBuilder out = new StringBuilder();
        Verification.of(tables, Ledgers.of(policy)).flaws().forEach(flaw -> out.append(flaw).append('\n'));
        assertEquals("", out.toString());
    }
}
