package org.zhunsheng.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("运维方提供的原文")
class TextFolderTest {

    @TempDir
    Path folder;

    private void file(String name, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), content);
    }

    @Test
    @DisplayName("一条一个文件；不是 UTF-8 的、空的、太大的、不是 txt 的，不算")
    void read() throws IOException {
        file("甲/6.3.1.txt", "\uFEFF 原文\n".getBytes("UTF-8"));
        file("甲/6.3.2.txt", "原文".getBytes("GB18030"));
        file("甲/6.3.3.txt", " \n".getBytes("UTF-8"));
        file("甲/6.3.4.txt", new byte[(1 << 20) + 1]);
        file("甲/6.3.5.txt", new byte[] {'a', 0});
        file("甲/6.3.6.md", "原文".getBytes("UTF-8"));
        file("说明.txt", "原文".getBytes("UTF-8"));
        assertEquals(Map.of(new Article("甲", "6.3.1"), new Wording("原文")), new TextFolder(folder).read());
    }

    @Test
    @DisplayName("没有提供，或文件夹不在：什么也没有")
    void none() throws IOException {
        assertEquals(Map.of(), new TextFolder(null).read());
        assertEquals(Map.of(), new TextFolder(folder.resolve("没有")).read());
    }

    @Test
    @DisplayName("摘要只看文字，不看换行和空格")
    void digest() {
        assertEquals(new Wording("甲\n　乙 丙").digest(), new Wording("甲乙丙").digest());
        assertNotEquals(new Wording("甲乙").digest(), new Wording("乙甲").digest());
    }
}
