package org.zhunsheng.duplication;

import io.smallrye.common.annotation.Blocking;
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
import org.zhunsheng.evaluation.Answers;

/** What the ledger holds against a support; answered when the record of it is durable. */
@Path("/v1/duplication-checks")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {

    private final Checks checks;
    private final Answers answers;

    CheckResource(Checks checks, Answers answers) {
        this.checks = checks;
        this.answers = answers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public CompletionStage<Response> check(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Answers.requireUsable(key);
        Checks.Checked checked = checks.check(body);
        return answers.answer("/v1/duplication-checks/", checked.concluded(), checked.request().simulate(), body, key);
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
        return checks.replay(id, answers.recorded(id));
    }
}
