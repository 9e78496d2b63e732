package org.zhunsheng.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhunsheng.facts.Judgement;

/** What is asked of the ledger: whether this unit could be supported for this content under this direction on this day. */
public record CheckRequest(String unitCode, String subject, String policy, String direction, String clause, String contentKey, String title, String summary,
                           LocalDate day, Instant knownAt, Map<String, String> readings, Map<String, Judgement> judgements, boolean simulate) {

    /** The same request with one more judgement, or with another one in the place of that which was there. */
    public CheckRequest judged(String point, Judgement judgement) {
        Map<String, Judgement> all = new LinkedHashMap<>(judgements);
        all.put(point, judgement);
        return new CheckRequest(unitCode, subject, policy, direction, clause, contentKey, title, summary, day, knownAt, readings, all, simulate);
    }
}
