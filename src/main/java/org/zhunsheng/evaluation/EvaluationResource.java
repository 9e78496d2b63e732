package org.zhunsheng.evaluation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.zhunsheng.rulebase.RuleBases;

/**
 * Evaluates where the request arrives, since deciding does not block, and answers when the record is durable. What must be looked up in the
 * ledger or in registers goes to a worker.
 */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
public final class EvaluationResource {

    private final Evaluations evaluations;
    private final Answers answers;
    private final RuleBases bases;
    private final ManagedExecutor workers;

    EvaluationResource(Evaluations evaluations, Answers answers, RuleBases bases, ManagedExecutor workers) {
        this.evaluations = evaluations;
        this.answers = answers;
        this.bases = bases;
        this.workers = workers;
    }

    @POST
    @RolesAllowed({"SYSTEM", "ANALYST"})
    @Consumes(MediaType.APPLICATION_JSON)
    @NonBlocking
    public CompletionStage<Response> evaluate(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Answers.requireUsable(key);
        Evaluations.Asked asked = evaluations.ask(body);
        return evaluations.mustWait(asked) ? workers.supplyAsync(() -> evaluations.evaluate(asked)).thenCompose(evaluated -> answered(evaluated, body, key))
                : answered(evaluations.evaluate(asked), body, key);
    }

    private CompletionStage<Response> answered(Evaluations.Evaluated evaluated, byte[] body, String key) {
        return answers.answer(AnswerKind.EVALUATION, evaluated.concluded(), evaluated.request().simulate(), body, key);
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Path("/{id}")
    @Blocking
    public byte[] find(@PathParam("id") String id) {
        return answers.recorded(AnswerKind.EVALUATION, id);
    }

    @POST
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Path("/{id}/replay")
    @Blocking
    public byte[] replay(@PathParam("id") String id, @QueryParam("under") String under) {
        return Replay.of(evaluations, id, answers.recorded(AnswerKind.EVALUATION, id), Under.of(under, bases)).json();
    }
}
