package org.zhunsheng.evaluation;

import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Truth;

/** The answer to a question, in one word. */
public enum Outcome {
    ELIGIBLE, INELIGIBLE, NEEDS_JUDGEMENT, INSUFFICIENT_FACTS, NOT_IN_FORCE, CONSEQUENCES, NO_CONSEQUENCE;

    /** A sanction is no permission: where measures apply the answer is that there are some. */
    static Outcome of(Question question, Truth truth) {
        boolean sanction = question == Question.SANCTION;
        return switch (truth) {
            case MET -> sanction ? CONSEQUENCES : ELIGIBLE;
            case NOT_MET -> sanction ? NO_CONSEQUENCE : INELIGIBLE;
            case UNKNOWN -> INSUFFICIENT_FACTS;
            case JUDGEMENT -> NEEDS_JUDGEMENT;
        };
    }
}
