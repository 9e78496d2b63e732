package org.zhunsheng.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as every answer writes them: to the millisecond, by the clock of those who read them. Read with any offset, but never without one. */
public final class BeijingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** What a refusal shows as an example. */
    public static final String EXAMPLE = "2026-03-01T09:00:00+08:00";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZONE);

    private BeijingTime() {
    }

    public static String of(Instant moment) {
        return WRITTEN.format(moment);
    }

    public static Instant read(String written) {
        return OffsetDateTime.parse(written).toInstant();
    }
}
