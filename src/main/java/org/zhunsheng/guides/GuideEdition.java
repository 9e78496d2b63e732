package org.zhunsheng.guides;

import java.time.Instant;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** A guide as it was entered: the how-manieth of its year, when and by whom. */
public record GuideEdition(Guide guide, int edition, String digest, Instant enteredAt, String enteredBy) {

    String time() {
        return BeijingTime.of(enteredAt);
    }

    CanonicalJson write(CanonicalJson json) {
        return guide.write(json, this);
    }
}
