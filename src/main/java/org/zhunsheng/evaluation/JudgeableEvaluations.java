package org.zhunsheng.evaluation;

import jakarta.inject.Singleton;
import org.zhunsheng.wire.JudgementRequest;

/** Evaluations as decisions that persons judge. */
@Singleton
final class JudgeableEvaluations implements Judgeable {

    private final Evaluations evaluations;

    JudgeableEvaluations(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.EVALUATION;
    }

    @Override
    public Answers.Concluded judged(byte[] answer, JudgementRequest judged) {
        return evaluations.judged(answer, judged).concluded();
    }
}
