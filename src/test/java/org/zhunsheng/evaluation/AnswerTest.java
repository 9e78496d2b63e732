package org.zhunsheng.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.record.Earlier;
import org.zhunsheng.wire.CanonicalJson;

class AnswerTest {

    private static final String MISLEADING = "\"core\":{},\"coreDigest\":\"sha256:\\";

    @Test
    @DisplayName("核心内容按字节取出，信封和核心内的文字都不会混淆它的起止")
    void coreWhateverTheTexts() {
        byte[] core = new CanonicalJson().object().name("core").object().name("coreDigest").value(MISLEADING).end().name("coreDigest").value(MISLEADING).end().bytes();
        Answer.Follows follows = new Answer.Follows(MISLEADING, MISLEADING, new Earlier(List.of(MISLEADING), List.of()));
        for (Answer answer : List.of(new Answer("d1", Instant.EPOCH, MISLEADING, false, follows, MISLEADING, core),
                new Answer(null, Instant.EPOCH, "科委", true, null, "sha256:0", core))) {
            assertEquals(text(core), text(Answer.core(answer.json())));
            assertEquals(text(Answer.member(answer.json(), "core")), text(Answer.core(answer.json())));
        }
    }

    @Test
    @DisplayName("没有核心内容的不是记录")
    void noCore() {
        for (String broken : List.of("", "{}", "{\"core\":{}}", "{\"coreDigest\":\"sha256:0\"}")) {
            assertThrows(IllegalStateException.class, () -> Answer.core(broken.getBytes(StandardCharsets.UTF_8)), broken);
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
