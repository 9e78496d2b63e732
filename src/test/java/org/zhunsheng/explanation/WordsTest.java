package org.zhunsheng.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.wire.Language;

@DisplayName("说明里的代码都有中文和英文的名称")
class WordsTest {

    private static final Wording ZH = new Wording(Language.ZH);

    @Test
    @DisplayName("事实的每个取值")
    void values() {
        TreeSet<String> unnamed = new TreeSet<>();
        for (FactModel fact : Explained.BASES.catalogue().facts()) {
            for (String code : fact.constants().keySet()) {
                if (ZH.name(code).equals(code) && !code.matches("[A-Z]{4}")) {
                    unnamed.add(code);
                }
            }
        }
        assertEquals(List.of(), List.copyOf(unnamed));
    }
}
