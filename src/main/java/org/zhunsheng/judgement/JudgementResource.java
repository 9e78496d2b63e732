package org.zhunsheng.judgement;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Judgeable;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.record.JudgementLog;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.JudgementRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** Judgements on recorded decisions: each leads to a decision of its own, and none is ever overwritten. */
@Path("/v1/judgements")
@Produces(MediaType.APPLICATION_JSON)
public final class JudgementResource {

    private final Evaluations evaluations;
    private final Instance<Judgeable> kinds;
    private final Answers answers;
    private final JudgementLog judgements;
    private final Caller caller;

    JudgementResource(Evaluations evaluations, Instance<Judgeable> kinds, Answers answers, JudgementLog judgements, Caller caller) {
        this.evaluations = evaluations;
        this.kinds = kinds;
        this.answers = answers;
        this.judgements = judgements;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({"SYSTEM", "ANALYST"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public CompletionStage<Response> judge(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Answers.requireUsable(key);
        JudgementRequest judged = evaluations.readJudgement(body);
        requirePassed(judged.judgement().on());
        byte[] answer = answers.recorded(judged.decision());
        Judgeable kind = kind(answer, judged.decision());
        return answers.answer(kind.kind(), kind.judged(answer, judged), judged, body, key);
    }

    private Judgeable kind(byte[] answer, String decision) {
        AnswerKind decided = AnswerKind.of(Comparison.tree(Answer.core(answer)));
        Optional<Judgeable> kind = kinds.stream().filter(each -> each.kind() == decided).findFirst();
        Problems problems = new Problems();
        if (kind.isEmpty()) {
            problems.at("/decision", ProblemCode.UNKNOWN_JUDGEMENT, decision + " 既不是对一份文件的评定，也不是查重，没有可以判断之处",
                    decision + " is neither an evaluation under one document nor a check, so there is nothing to judge");
        }
        problems.raise();
        return kind.orElseThrow();
    }

    /** What a person will decide one day nobody knows yet. */
    private static void requirePassed(LocalDate on) {
        LocalDate today = Answers.today();
        if (on.isAfter(today)) {
            Problems problems = new Problems();
            problems.at("/on", ProblemCode.OUT_OF_RANGE, "判断日期 " + on + " 还没有到，今天是 " + today, "on must not be after today, " + today);
            problems.raise();
        }
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Path("/{judgement}")
    @Blocking
    public byte[] find(@PathParam("judgement") String id) {
        try {
            CanonicalJson json = new CanonicalJson();
            JudgementWriter.write(json, judgements.find(id).filter(judgement -> caller.maySee(judgement.caller())).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                    "没有编号为 " + id + " 的判断", "there is no judgement " + id)));
            return json.bytes();
        } catch (RecordUnavailable gone) {
            throw Answers.unavailable();
        }
    }
}
