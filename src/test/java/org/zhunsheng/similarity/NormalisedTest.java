package org.zhunsheng.similarity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("题目归一后比较")
class NormalisedTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ＡＩ芯片（第２期）, ai芯片第2期",
        "《PD-1 單克隆抗體》, pd1单克隆抗体",
        "  海外·研發—中心  , 海外研发中心",
        "①号机组 ㎏, 1号机组kg",
        "café, café",
    })
    @DisplayName("全角、大小写、标点、空格和繁体不造成差别")
    void folds(String original, String expected) {
        assertEquals(expected, Normalised.of(original).text());
    }

    @Test
    @DisplayName("每个字都记得自己在原文的位置")
    void remembersPlaces() {
        Normalised normalised = Normalised.of("（AI）， 晶片e\u0301");
        assertEquals("ai晶片é", normalised.text());
        assertArrayEquals(new int[] {1, 2, 6, 7, 8}, normalised.starts());
        assertArrayEquals(new int[] {2, 3, 7, 8, 10}, normalised.ends());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　，。", "㈱日立製作所與清華大學", "ﬁﬃ㍿①½", "İstanbul ẞ", "𠀀𠮷葡萄牙", "\ud800"})
    @DisplayName("归一两次与一次相同，没有字就是空")
    void twiceIsOnce(String original) {
        String once = Normalised.of(original).text();
        assertEquals(once, Normalised.of(once).text());
    }

    @Test
    @DisplayName("没有摘要就是空")
    void nothing() {
        assertEquals("", Normalised.of(null).text());
    }
}
