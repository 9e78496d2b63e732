package org.zhunsheng.rulebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("文件按文号找")
class NumberTest {

    private static final RuleBases BASES = new RuleBases();

    @ParameterizedTest
    @ValueSource(strings = {"京科发〔2022〕9号", "京科发[2022]9号", "京科发【2022】9号", "京科发(2022)9号", "京科发（２０２２）９号", "京科发 〔2022〕 9 号", "jkf_2022_9"})
    @DisplayName("括号、全角数字和空格怎样写都认")
    void asWritten(String number) {
        assertEquals("jkf_2022_9", BASES.inForce(number).orElseThrow().policy().policy());
    }

    @Test
    @DisplayName("已废止的也一样，三份都答得出；没有的还是没有")
    void ended() {
        assertEquals("jkgf_2025_69", BASES.ended("京科发[2016]442号").orElseThrow().by().policy().policy());
        assertEquals("jkf_2022_4", BASES.ended("中科园发[2019]11号").orElseThrow().by().policy().policy());
        assertEquals("jkf_2022_4", BASES.ended("中科园发【2019】25号").orElseThrow().by().policy().policy());
        assertTrue(BASES.ended("京科发[2016]443号").isEmpty());
        assertTrue(BASES.inForce("京科发[2016]9号").isEmpty());
    }
}
