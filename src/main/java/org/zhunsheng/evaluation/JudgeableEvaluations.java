package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
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
    public boolean decided(JsonNode core) {
        return core.has("decisions");
    }

    @Override
    public String place() {
        return "/v1/evaluations/";
    }

    @Override
    public Answers.Concluded judged(byte[] answer, JudgementRequest judged) {
        return evaluations.judged(answer, judged).concluded();
    }
}
