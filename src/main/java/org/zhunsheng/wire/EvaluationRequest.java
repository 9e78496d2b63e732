package org.zhunsheng.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Question;

/**
 * What a caller asks, as written: {@code facts} holds block records by block name and single facts ({@code Known}) by their own; what
 * was left out is null or absent, and so are {@code registers} where none is to be asked, and {@code knownAt} where it is now. Whether policy, direction, step, readings and judgement points exist is for the ledger to say.
 */
public record EvaluationRequest(Question question, String policy, String direction, String step, LocalDate asOf,
                                Map<String, String> readings, boolean simulate, boolean sensitivity, Map<String, Object> facts,
                                Map<String, Judgement> judgements, AskedRegisters registers, Instant knownAt) {

    /** The day that decides which law holds: the one asked about, or that of the application (T1); null where neither is said. */
    public LocalDate day() {
        return asOf != null ? asOf : facts.get("application") instanceof Application application ? application.submittedOn().value() : null;
    }

    /** The same request with one more judgement, or with another one in the place of that which was there. */
    public EvaluationRequest judged(String point, Judgement judgement) {
        Map<String, Judgement> all = new LinkedHashMap<>(judgements);
        all.put(point, judgement);
        return new EvaluationRequest(question, policy, direction, step, asOf, readings, simulate, sensitivity, facts, all, registers, knownAt);
    }

    /** The same request with these facts in the place of its own. */
    public EvaluationRequest withFacts(Map<String, Object> others) {
        return new EvaluationRequest(question, policy, direction, step, asOf, readings, simulate, sensitivity, others, judgements, registers, knownAt);
    }
}
