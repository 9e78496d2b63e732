package org.zhunsheng.deadlines;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;

/** Dates as a service: the day a period ends on, and how it was counted. */
@Path("/v1/deadlines")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class DeadlineResource {

    private final RuleBases bases;
    private final Deadlines deadlines;
    private final ManagedExecutor workers;

    DeadlineResource(RuleBases bases, Deadlines deadlines, ManagedExecutor workers) {
        this.bases = bases;
        this.deadlines = deadlines;
        this.workers = workers;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    public byte[] list() {
        CanonicalJson json = new CanonicalJson().array();
        bases.all().forEach(base -> base.policy().deadlines().forEach(deadline -> DeadlineWriter.listed(json, base, deadline)));
        return json.end().bytes();
    }

    @POST
    @RolesAllowed({"SYSTEM", "ANALYST"})
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<byte[]> count(byte[] body) {
        Deadlines.Asked asked = deadlines.ask(body);
        return deadlines.mustWait(asked) ? workers.supplyAsync(() -> DeadlineWriter.counted(deadlines.count(asked)))
                : CompletableFuture.completedFuture(DeadlineWriter.counted(deadlines.count(asked)));
    }
}
