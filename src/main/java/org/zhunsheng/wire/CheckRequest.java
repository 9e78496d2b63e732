package org.zhunsheng.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.zhunsheng.facts.Judgement;

/** What is asked of the ledger: whether this unit could be supported for this content under this direction on this day. */
public record CheckRequest(String unitCode, String subject, String policy, String direction, String clause, String contentKey, String title, String summary,
                           LocalDate day, Instant knownAt, Map<String, String> readings, Map<String, Judgement> judgements, boolean simulate) {
}
