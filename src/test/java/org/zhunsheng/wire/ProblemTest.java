package org.zhunsheng.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("问题详情（RFC 9457）")
class ProblemTest {

    private static String json(Problem problem, Language language) {
        return new String(problem.json(language), StandardCharsets.UTF_8);
    }

    private static Problem of(Problems problems) {
        return assertThrows(ProblemException.class, problems::raise).problem();
    }

    @Test
    @DisplayName("一处错误：以其代码命名，中文或英文")
    void rendersInEitherLanguage() {
        Problems problems = new Problems();
        problems.at("/facts/park/siteAreaM2", ProblemCode.OUT_OF_RANGE, "面积过小", "too small");
        assertEquals("{\"code\":\"OUT_OF_RANGE\",\"detail\":\"面积过小\",\"errors\":[{\"code\":\"OUT_OF_RANGE\",\"detail\":\"面积过小\","
                + "\"pointer\":\"/facts/park/siteAreaM2\"}],\"status\":400,\"title\":\"数值超出范围\",\"type\":\"urn:zhunsheng:problem:OUT_OF_RANGE\"}",
                json(of(problems), Language.ZH));
        assertEquals("{\"code\":\"OUT_OF_RANGE\",\"detail\":\"too small\",\"errors\":[{\"code\":\"OUT_OF_RANGE\",\"detail\":\"too small\","
                + "\"pointer\":\"/facts/park/siteAreaM2\"}],\"status\":400,\"title\":\"Out of range\",\"type\":\"urn:zhunsheng:problem:OUT_OF_RANGE\"}",
                json(of(problems), Language.EN));
    }

    @Test
    @DisplayName("多处错误：以首处命名并说明共有几处")
    void countsSeveral() {
        Problems problems = new Problems();
        problems.raise();
        problems.at("/a", ProblemCode.UNKNOWN_FIELD, "甲", "one");
        problems.at("/b", ProblemCode.NULL_REFUSED, "乙", "two");
        assertEquals(ProblemCode.UNKNOWN_FIELD, of(problems).code());
        assertEquals("共 2 处错误，首处：甲", of(problems).zh());
        assertEquals("2 errors, the first: one", of(problems).en());
    }

    @Test
    @DisplayName("调用方写坏的名称也能原处指出而不使答复失败")
    void survivesBrokenNames() {
        Problems problems = new Problems();
        problems.at("/a\ud800\u0001", ProblemCode.UNKNOWN_FIELD, "\udc00x", "x\ud800");
        assertTrue(json(of(problems), Language.ZH).contains("\"pointer\":\"/a\ufffd\ufffd\""));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    @DisplayName("每个代码都有状态和两种语言的标题")
    void hasStatusAndTitles(ProblemCode code) {
        assertTrue(code.status() >= 400 && code.status() < 600);
        assertTrue(code.title(Language.ZH).codePoints().anyMatch(Character::isIdeographic), code::name);
        assertTrue(code.title(Language.EN).chars().allMatch(c -> c < 128), code::name);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                      | ZH
            en                     | EN
            en-GB,en;q=0.8         | EN
            zh-CN,zh;q=0.9,en;q=0.8| ZH
            zh;q=0.3,en;q=0.8      | EN
            en;q=0.1,zh            | ZH
            de                     | ZH
            de,en;q=0.5            | EN
            *                      | ZH
            ;;;q=x                 | ZH
            """)
    @DisplayName("语言按 Accept-Language 选择，默认中文")
    void choosesTheLanguage(String accepted, Language language) {
        assertEquals(language, Language.of(accepted));
    }
}
