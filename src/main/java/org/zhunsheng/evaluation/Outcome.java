package org.zhunsheng.evaluation;

import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Truth;

/** The answer to a question, in one word. */
public enum Outcome {
    ELIGIBLE, INELIGIBLE, NEEDS_JUDGEMENT, INSUFFICIENT_FACTS, IN_SCOPE, IN_SCOPE_BY_REFERENCE, OUT_OF_SCOPE, CONSEQUENCES, NO_CONSEQUENCE,
    NOT_IN_FORCE, REPEALED, NOT_HELD;

    /**
     * A sanction is no permission: where measures apply the answer is that there are some. Scope may be given by reference only (参照执行).
     */
    static Outcome of(Question question, Truth truth, boolean byReference) {
        return switch (truth) {
            case MET -> question == Question.SANCTION ? CONSEQUENCES
                    : question == Question.SCOPE ? byReference ? IN_SCOPE_BY_REFERENCE : IN_SCOPE : ELIGIBLE;
            case NOT_MET -> question == Question.SANCTION ? NO_CONSEQUENCE : question == Question.SCOPE ? OUT_OF_SCOPE : INELIGIBLE;
            case UNKNOWN -> INSUFFICIENT_FACTS;
            case JUDGEMENT -> NEEDS_JUDGEMENT;
        };
    }
}
