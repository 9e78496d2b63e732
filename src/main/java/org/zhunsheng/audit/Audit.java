package org.zhunsheng.audit;

import java.time.Instant;
import java.time.LocalDate;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/**
 * That the record was looked at once more, and what came of it.
 *
 * @param night     whose regular one it is; null where somebody asked for it
 * @param askedBy   who did
 * @param seed      by which the decisions were drawn
 * @param upTo      among those with a place in the record no greater than this
 * @param decisions that were made again
 * @param entries   of the log that were held against what they attest
 * @param found     what did not hold, canonical JSON
 */
record Audit(String id, LocalDate night, String askedBy, String seed, long upTo, Instant startedAt, Instant endedAt, int decisions, long entries,
             boolean holds, byte[] found) {

    CanonicalJson write(CanonicalJson json) {
        json.object();
        if (askedBy != null) {
            json.name("askedBy").value(askedBy);
        }
        json.name("decisions").value((long) decisions).name("endedAt").value(BeijingTime.of(endedAt)).name("entries").value(entries).name("found").canonical(found)
                .name("holds").value(holds).name("id").value(id);
        if (night != null) {
            json.name("night").value(night.toString());
        }
        return json.name("seed").value(seed).name("startedAt").value(BeijingTime.of(startedAt)).name("upTo").value(upTo).end();
    }
}
