package org.zhunsheng.subjects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("统一社会信用代码")
class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest(name = "{1}")
    @DisplayName("众所周知的公开代码，校验码相符")
    @CsvSource({
        "914403001922038216, 华为技术有限公司",
        "91330100799655058B, 阿里巴巴（中国）有限公司",
        "9144030071526726XG, 深圳市腾讯计算机系统有限公司",
        "91110000802100433B, 北京百度网讯科技有限公司",
        "91110108551385082Q, 小米科技有限责任公司"})
    void genuine(String text, String unit) {
        CreditCode code = CreditCode.of(text);
        assertTrue(code.checks(), unit);
        assertEquals(text, code.text());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("全角、小写、空格、看不见的字符规范化")
    @ValueSource(strings = {"９１１１０１０８５５１３８５０８２Ｑ", "91110108551385082q", "９１１１０１０８５５１３８５０８２ｑ", " 91110108 5513 85082Q ",
        "91110108\u3000551385082Q", "91110108\u00A0551385082Q\t", "\uFEFF91110108551385082Q", "911101085\u200B51385082Q"})
    void normalised(String written) {
        assertEquals("91110108551385082Q", CreditCode.of(written).text());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("形式不合：说明哪里不合")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | 这里有0位
            91110108551385082   | 这里有17位
            91110108551385082QQ | 这里有19位
            9111O108551385082Q  | 第5位应为数字
            9111A108551385082Q  | 第5位应为数字
            91110108I51385082Q  | 第9位应为数字或大写字母
            91110108551385082Z  | 第18位应为数字或大写字母
            S1110108551385082Q  | 第1位应为数字或大写字母
            9V110108551385082Q  | 第2位应为数字或大写字母
            911101-8551385082Q  | 第7位应为数字
            9111010855138508²Q  | 第17位应为数字或大写字母
            9111010855138508äQ  | 第17位应为数字或大写字母
            911101０８551385082北 | 第18位应为数字或大写字母
            """)
    void malformed(String written, String told) {
        CreditCode.Malformed malformed = assertThrows(CreditCode.Malformed.class, () -> CreditCode.of(written));
        assertTrue(malformed.zh().contains(told), malformed.zh());
    }

    @Test
    @DisplayName("任何一位写错，或相邻两位写反，校验码都不符")
    void everySlipIsFound() {
        LongStream.range(0, 30).map(i -> i * 33_333_331).mapToObj(CodeSamples::code).forEach(code -> {
            assertTrue(code.checks());
            StringBuilder slip = new StringBuilder(code.text());
            for (int i = 0; i < slip.length(); i++) {
                char right = slip.charAt(i);
                for (char wrong : (i >= 2 && i < 8 ? "0123456789" : ALPHABET).toCharArray()) {
                    slip.setCharAt(i, wrong);
                    assertEquals(wrong == right, new CreditCode(slip.toString()).checks());
                }
                slip.setCharAt(i, right);
            }
            for (int i = 8; i + 1 < slip.length(); i++) {
                String swapped = slip.substring(0, i) + slip.charAt(i + 1) + slip.charAt(i) + slip.substring(i + 2);
                assertEquals(swapped.equals(code.text()), new CreditCode(swapped).checks() && code.checks(), swapped);
            }
        });
    }

    @Test
    @DisplayName("校验码不符的也是代码，只是说明不符")
    void failing() {
        CreditCode failing = CodeSamples.failing(5);
        assertFalse(failing.checks());
        assertNotEquals(failing.checkCharacter(), failing.text().charAt(17));
        assertEquals(CodeSamples.code(5).text().charAt(17), failing.checkCharacter());
    }
}
