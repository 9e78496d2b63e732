package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhunsheng.tables.Draft.row;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两版之间的不同，用文字写明")
class DifferenceTest {

    private static final Object[] PARK = row("规则编号", "依据条款", "场地面积(平方米)", "入驻科技企业使用面积占比(%)", "北京市入驻或有科技合作的企业(家)", "最高金额(万元)", "支持方式");
    private static final Object[] P1 = row("P1", "6.3.1", ">=30000", ">=70", ">=10", 500, "后补助");
    private static final Object[] P2 = row("P2", "6.3.2", "[10000,30000)", ">=50", ">=5", 200, "后补助");

    private static List<String> texts(Object[]... rows) {
        return Difference.between(Draft.of("park_tiers", PARK, P1, P2).read(), Draft.of("park_tiers", rows).read()).changes().stream()
                .map(Difference.Change::text).toList();
    }

    @Test
    @DisplayName("改了门槛、上限、区间、方式；改成不限")
    void changed() {
        assertEquals(List.of("P1 入驻科技企业使用面积占比：不少于 70% → 不少于 65%", "P2 场地面积：10000 至 30000 平方米（不含 30000） → 不少于 5000 平方米",
                "P2 北京市入驻或有科技合作的企业：不少于 5 家 → 不限", "P2 最高金额：200 万元 → 180 万元", "P2 支持方式：后补助 → 事前补助"),
                texts(PARK, row("P1", "6.3.1", ">=30000", ">=65", ">=10", 500, "后补助"), row("P2", "6.3.2", ">=5000", ">=50", "-", 180, "事前补助")));
    }

    @Test
    @DisplayName("增、删、换了依据的行")
    void rows() {
        assertEquals(List.of("P1 依据条款：6.3.1 → 6.3.2", "新增 P3（依据 6.3.1）：最高金额 100 万元；支持方式 后补助",
                "删去 P2（依据 6.3.2）：场地面积 10000 至 30000 平方米（不含 30000）；入驻科技企业使用面积占比 不少于 50%；北京市入驻或有科技合作的企业 不少于 5 家；最高金额 200 万元；支持方式 后补助"),
                texts(PARK, row("P1", "6.3.2", ">=30000", ">=70", ">=10", 500, "后补助"), row("P3", "6.3.1", null, null, null, 100, "后补助")));
    }

    @Test
    @DisplayName("行的次序、全角、空格、70 与 70.0 都不是不同")
    void same() {
        assertEquals(List.of(), texts(PARK, row("P2", "6.3.2", "［10000，30000）", ">= 50", "≥5", 200.0, "后补助"), P1));
    }
}
