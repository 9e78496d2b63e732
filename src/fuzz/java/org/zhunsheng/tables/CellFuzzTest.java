package org.zhunsheng.tables;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;

@DisplayName("任意内容的单元格：在那一格拒绝，或恰成一条规则")
class CellFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyText(FuzzedDataProvider data) {
        AnyCell.text(data.consumeInt(0, 8), data.consumeRemainingAsString());
    }
}
