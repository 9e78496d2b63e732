package org.zhunsheng.record;

import java.util.function.Function;
import org.zhunsheng.facts.Judgement;

/**
 * A judgement on its way into the record, in the transaction of the decision that follows from it.
 *
 * @param decision the decision that was judged
 * @param answer   the answer for the decision that follows, given the judgements before this one: only the record knows which of two
 *                 at the same moment came first
 */
public record Judged(String id, String decision, String point, Judgement judgement, Function<Earlier, byte[]> answer) {
}
