package org.zhunsheng.judgement;

import jakarta.inject.Singleton;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.record.JudgementLog;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.wire.CanonicalJson;

/** The judgements of cases, for those who may see the decision they name. */
@Singleton
final class Cases {

    private final Answers answers;
    private final JudgementLog judgements;

    Cases(Answers answers, JudgementLog judgements) {
        this.answers = answers;
        this.judgements = judgements;
    }

    byte[] judgements(AnswerKind kind, String decision) {
        answers.recorded(kind, decision);
        try {
            CanonicalJson json = new CanonicalJson().array();
            judgements.ofCase(decision).forEach(judgement -> JudgementWriter.write(json, judgement));
            return json.end().bytes();
        } catch (RecordUnavailable gone) {
            throw Answers.unavailable();
        }
    }
}
