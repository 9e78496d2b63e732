package org.zhunsheng.rulebase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("规则所用的词汇")
class VocabularyTest {

    @TempDir
    Path root;

    @Test
    @DisplayName("改一个算子，摘要就变；换行方式不同，摘要不变")
    void followsTheSources() throws IOException {
        for (String name : List.of("calendar", "facts", "findings")) {
            Files.createDirectories(root.resolve("src/main/java/org/zhunsheng/" + name));
        }
        Path operator = root.resolve("src/main/java/org/zhunsheng/findings/Operators.java");
        Files.writeString(operator, "a >= b;\n");
        String before = Vocabulary.digest(root);
        Files.writeString(operator, "a >= b;\r\n");
        assertEquals(before, Vocabulary.digest(root));
        Files.writeString(operator, "a > b;\n");
        assertNotEquals(before, Vocabulary.digest(root));
    }

    @Test
    @DisplayName("现用规则集的摘要含现在的词汇")
    void isPartOfTheEngine() throws IOException {
        assertTrue(Compiler.engine().endsWith("vocabulary " + Vocabulary.digest(Path.of(""))), Compiler.engine());
    }
}
