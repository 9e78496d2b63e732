package org.zhunsheng.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("决定的编号")
class IdsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T01:30:00.123Z");

    @Test
    @DisplayName("是第七版 UUID，前四十八位是毫秒数")
    void areVersion7() {
        UUID id = UUID.fromString(new Ids(Clock.fixed(NOW, ZoneOffset.UTC)).next());
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    @DisplayName("同一毫秒之内也逐个递增，编号再多也不重复")
    void ascend() {
        Ids ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> many = Stream.generate(ids::next).limit(10_000).toList();
        assertEquals(many.stream().sorted().distinct().toList(), many);
        assertTrue(many.stream().allMatch(id -> UUID.fromString(id).version() == 7));
    }
}
