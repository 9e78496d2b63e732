package org.zhunsheng.duplication;

import jakarta.inject.Singleton;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Judgeable;
import org.zhunsheng.wire.JudgementRequest;

/** Duplication checks as decisions that persons judge. */
@Singleton
final class JudgeableChecks implements Judgeable {

    private final Checks checks;

    JudgeableChecks(Checks checks) {
        this.checks = checks;
    }

    @Override
    public AnswerKind kind() {
        return AnswerKind.CHECK;
    }

    @Override
    public Answers.Concluded judged(byte[] answer, JudgementRequest judged) {
        return checks.judged(answer, judged).concluded();
    }
}
