package org.zhunsheng.record;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of decisions: UUID version 7, so that the index grows at its end, and nobody guesses the id of another caller. Its
 * twelve bits below the millisecond count on within it: ids of one service ascend strictly, also if the clock steps back.
 */
public final class Ids {

    private static final int BELOW_MILLISECOND = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        long now = clock.millis() << BELOW_MILLISECOND;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = tick >>> BELOW_MILLISECOND << 16 | 0x7000 | tick & 0xFFF;
        long low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
