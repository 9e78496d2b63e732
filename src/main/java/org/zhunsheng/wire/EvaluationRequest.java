package org.zhunsheng.wire;

import java.time.LocalDate;
import java.util.Map;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Question;

/**
 * What a caller asks, as written: {@code facts} holds block records by block name and single facts ({@code Known}) by their own; what
 * was left out is null or absent. Whether policy, direction, step, readings and judgement points exist is for the ledger to say.
 */
public record EvaluationRequest(Question question, String policy, String direction, String step, LocalDate asOf,
                                Map<String, String> readings, boolean simulate, Map<String, Object> facts,
                                Map<String, Judgement> judgements) {
}
