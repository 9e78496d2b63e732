package org.zhunsheng.guides;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.zhunsheng.wire.CanonicalJson;

/** A guide as it was entered: the how-manieth of its year, when and by whom. */
public record GuideEdition(Guide guide, int edition, String digest, Instant enteredAt, String enteredBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneId.of("Asia/Shanghai"));

    String time() {
        return TIME.format(enteredAt);
    }

    CanonicalJson write(CanonicalJson json) {
        return guide.write(json, this);
    }
}
