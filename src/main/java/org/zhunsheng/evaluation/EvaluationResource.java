package org.zhunsheng.evaluation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Evaluates where the request arrives, since deciding does not block, and answers when the record is durable. What needs the award ledger
 * goes to a worker.
 */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
public final class EvaluationResource {

    private final Evaluations evaluations;
    private final Answers answers;
    private final ManagedExecutor workers;

    EvaluationResource(Evaluations evaluations, Answers answers, ManagedExecutor workers) {
        this.evaluations = evaluations;
        this.answers = answers;
        this.workers = workers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NonBlocking
    public CompletionStage<Response> evaluate(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Answers.requireUsable(key);
        Evaluations.Asked asked = evaluations.read(body);
        return asked.needsLedger() ? workers.supplyAsync(asked::decide).thenCompose(evaluated -> answer(evaluated, body, key))
                : answer(asked.decide(), body, key);
    }

    private CompletionStage<Response> answer(Evaluations.Evaluated evaluated, byte[] body, String key) {
        return answers.answer("/v1/evaluations/", evaluated.concluded(), evaluated.request().simulate(), body, key);
    }

    @GET
    @Path("/{id}")
    @Blocking
    public byte[] find(@PathParam("id") String id) {
        return answers.recorded(id);
    }

    @POST
    @Path("/{id}/replay")
    @Blocking
    public byte[] replay(@PathParam("id") String id) {
        return evaluations.replay(id, answers.recorded(id));
    }
}
