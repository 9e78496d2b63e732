package org.zhunsheng.duplication;

import io.smallrye.common.annotation.Blocking;
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
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Replay;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.rulebase.RuleBases;

/** What the ledger holds against a support; answered when the record of it is durable. */
@Path("/v1/duplication-checks")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {

    private final Checks checks;
    private final Answers answers;
    private final RuleBases bases;

    CheckResource(Checks checks, Answers answers, RuleBases bases) {
        this.checks = checks;
        this.answers = answers;
        this.bases = bases;
    }

    @POST
    @RolesAllowed("SYSTEM")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public CompletionStage<Response> check(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Answers.requireUsable(key);
        Checks.Checked checked = checks.check(body);
        return answers.answer(AnswerKind.CHECK, checked.concluded(), checked.request().simulate(), body, key);
    }

    @GET
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    @Path("/{id}")
    @Blocking
    public byte[] find(@PathParam("id") String id) {
        return answers.recorded(AnswerKind.CHECK, id);
    }

    @POST
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    @Path("/{id}/replay")
    @Blocking
    public byte[] replay(@PathParam("id") String id, @QueryParam("under") String under) {
        return Replay.of(checks, id, answers.recorded(AnswerKind.CHECK, id), Under.of(under, bases)).json();
    }
}
