package org.zhunsheng.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("以前的版本以世界时写台账的时刻：同一时刻，复算逐字节相同")
class EarlierNotationTest {

    private static final String RECORDED = "{\"asOf\":\"2026-11-21\",\"moment\":\"2026-11-21T07:16:31.205Z\",\"searched\":[{\"learnedAt\":\"2026-11-20T16:00:00Z\",\"n\":1}]}";

    @Test
    @DisplayName("同一时刻写法不同，不算不同")
    void sameMoment() {
        assertTrue(replay("{\"asOf\":\"2026-11-21\",\"moment\":\"2026-11-21T15:16:31.205+08:00\",\"searched\":[{\"learnedAt\":\"2026-11-21T00:00:00.000+08:00\",\"n\":1}]}").same());
    }

    @Test
    @DisplayName("差一毫秒就是不同，别处的不同也一样")
    void otherMoment() {
        assertFalse(replay("{\"asOf\":\"2026-11-21\",\"moment\":\"2026-11-21T15:16:31.206+08:00\",\"searched\":[{\"learnedAt\":\"2026-11-21T00:00:00.000+08:00\",\"n\":1}]}").same());
        assertFalse(replay("{\"asOf\":\"2026-11-21\",\"moment\":\"2026-11-21T15:16:31.205+08:00\",\"searched\":[{\"learnedAt\":\"2026-11-21T00:00:00.000+08:00\",\"n\":2}]}").same());
    }

    @Test
    @DisplayName("现在的写法原样不动")
    void untouched() {
        byte[] core = "{\"moment\":\"2026-11-21T15:16:31.205+08:00\"}".getBytes(UTF_8);
        assertEquals(core, EarlierNotation.of(Comparison.tree(core), core));
    }

    private static Replay replay(String again) {
        return Replay.of(new Renewal() {
            @Override
            public boolean gives(JsonNode core) {
                return true;
            }

            @Override
            public Renewed renewed(byte[] core, JsonNode recorded) {
                throw new AssertionError("nobody asks what it would be now");
            }

            @Override
            public Replayed replayed(byte[] core, JsonNode recorded, Under under) {
                return new Replayed(again.getBytes(UTF_8), "sha256:0");
            }
        }, "1", ("{\"core\":" + RECORDED + ",\"coreDigest\":\"sha256:0\"}").getBytes(UTF_8), Under.recorded(null));
    }
}
