package org.zhunsheng.record;

import java.time.Instant;
import java.util.List;
import org.zhunsheng.facts.Judgement;

/**
 * A judgement as the record holds it.
 *
 * @param decision     the decision that was judged
 * @param result       the decision that followed
 * @param supersedes   all earlier judgements on the same point of the same case, in their order
 * @param supersededBy the next one, or null while this one stands
 */
public record RecordedJudgement(String id, Instant time, String caller, String decision, String result, String point, Judgement judgement,
                                List<String> supersedes, String supersededBy) {
}
