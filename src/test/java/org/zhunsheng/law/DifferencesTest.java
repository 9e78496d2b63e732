package org.zhunsheng.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("两份原文的不同之处")
class DifferencesTest {

    private static String told(String before, String after) {
        return Differences.between(before == null ? null : new Wording(before), after == null ? null : new Wording(after)).stream()
                .map(piece -> switch (piece.what()) {
                    case SAME -> piece.text();
                    case GONE -> "-[" + piece.text() + "]";
                    case NEW -> "+[" + piece.text() + "]";
                }).collect(Collectors.joining());
    }

    @Test
    @DisplayName("只说换了的短语；换行不算")
    void phrases() {
        assertEquals("甲为乙，-[不少于三家，]+[不少于五家，]另有规定的除外。", told("甲为乙，不少于三家，\n　　另有规定的除外。", "甲为乙，不少于五家，另有规定\n的除外。"));
        assertEquals("+[全是新的。]", told(null, "全是新的。"));
        assertEquals("-[全没有了。]", told("全没有了。", null));
        assertEquals("甲。", told("甲。", "甲。"));
        assertEquals("the R&D centre，-[old]+[new]", told("the  R&D\ncentre，old", "the R&D centre，new"));
    }

    @Test
    @DisplayName("去掉新的是原来的，去掉没有了的是现在的")
    void complete() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String before = any(random);
            String after = any(random);
            var pieces = Differences.between(new Wording(before), new Wording(after));
            assertEquals(before, pieces.stream().filter(piece -> piece.what() != Differences.What.NEW).map(Differences.Piece::text).collect(Collectors.joining()));
            assertEquals(after, pieces.stream().filter(piece -> piece.what() != Differences.What.GONE).map(Differences.Piece::text).collect(Collectors.joining()));
        }
    }

    private static String any(Random random) {
        return random.ints(1 + random.nextInt(12), 0, 4).mapToObj(i -> "甲乙丙丁".charAt(i) + "，").collect(Collectors.joining());
    }
}
