package org.zhunsheng.wire;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Question;

/**
 * What a caller asks, as written: {@code facts} holds block records by block name and single facts ({@code Known}) by their own; what
 * was left out is null or absent. Whether policy, direction, step, readings and judgement points exist is for the ledger to say.
 */
public record EvaluationRequest(Question question, String policy, String direction, String step, LocalDate asOf,
                                Map<String, String> readings, boolean simulate, boolean sensitivity, Map<String, Object> facts,
                                Map<String, Judgement> judgements) {

    /** The same request with one more judgement, or with another one in the place of that which was there. */
    public EvaluationRequest judged(String point, Judgement judgement) {
        Map<String, Judgement> all = new LinkedHashMap<>(judgements);
        all.put(point, judgement);
        return new EvaluationRequest(question, policy, direction, step, asOf, readings, simulate, sensitivity, facts, all);
    }

    /** The same request with other facts. */
    public EvaluationRequest with(Map<String, Object> facts) {
        return new EvaluationRequest(question, policy, direction, step, asOf, readings, simulate, sensitivity, facts, judgements);
    }
}
