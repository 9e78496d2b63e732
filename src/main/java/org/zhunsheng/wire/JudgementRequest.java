package org.zhunsheng.wire;

import org.zhunsheng.facts.Judgement;

/** What a person decided, on which discretion point of which recorded decision, as written. */
public record JudgementRequest(String decision, String point, Judgement judgement) {
}
