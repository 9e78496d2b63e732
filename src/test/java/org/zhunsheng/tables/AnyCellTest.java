package org.zhunsheng.tables;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("任意内容的单元格：在那一格拒绝，或恰成一条规则")
class AnyCellTest {

    private static final List<String> PIECES = List.of(">=", "<", "1", "0.5", "３", "[", ")", ",", "，", "-", "\"", "\\", "\\u0022", "\n", "//", "/*", ";", "eval(", "then",
            "end", "rule", "$", "@", "#", "是", "否", "创新中心", "、", "重大", "后补助", "x.T.hit()", " ", "　", "“", "1e9", "9999999999999999", "{", "}", "|", "\u202e", "R", ".");

    @Test
    @DisplayName("拼出的三千格")
    void pieces() {
        Random random = new Random(20220613);
        for (int each = 0; each < 3_000; each++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            AnyCell.text(each, text.toString());
        }
    }

    @Test
    @DisplayName("每列：数值、是非、日期、空")
    void stored() {
        for (int column = 0; column < 9; column++) {
            for (Literal literal : List.of(AnyCell.number(3), AnyCell.number(-1), AnyCell.number(0.25), Literal.of(true), Literal.of(Blank.DAY))) {
                AnyCell.literal(column, literal);
            }
            AnyCell.literal(column, null);
        }
    }
}
