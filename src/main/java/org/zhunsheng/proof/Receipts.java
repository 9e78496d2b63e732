package org.zhunsheng.proof;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;

/** The receipts of decisions, for those who may see the decision; one just made is waited for. */
@Singleton
final class Receipts {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Log log;
    private final Answers answers;

    Receipts(Log log, Answers answers) {
        this.log = log;
        this.answers = answers;
    }

    /** @param since the size of an older checkpoint, or null */
    byte[] of(AnswerKind kind, String id, String since, boolean redacted) throws SQLException, IOException, InterruptedException {
        byte[] answer = answers.recorded(kind, id);
        Long older = since == null ? null : Asking.number("since", since);
        if (older != null && log.checkpoint(older).isEmpty()) {
            throw Asking.missing(older);
        }
        if (!log.awaits(id, PATIENCE)) {
            throw Asking.behind();
        }
        return log.receipt(id, answer, older, redacted).json();
    }
}
