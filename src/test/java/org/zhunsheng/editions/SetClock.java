package org.zhunsheng.editions;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where a test sets it. */
final class SetClock extends Clock {

    private Instant time = Instant.parse("2026-11-21T02:00:00Z");

    void forward(long seconds) {
        time = time.plusSeconds(seconds);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return time;
    }
}
