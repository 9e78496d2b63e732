package org.zhunsheng.benchmarks;

import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.zhunsheng.evaluation.Yardstick;
import org.zhunsheng.rulebase.RuleBases;

/** Parses the same request and returns an answer of the same size without deciding: what HTTP, the token and JSON alone cost. */
@Path("/echo")
@IfBuildProfile("benchmark")
public final class EchoResource {

    private final Yardstick yardstick;

    EchoResource(RuleBases bases) throws IOException {
        this.yardstick = new Yardstick(bases, DecisionBenchmark.eligible("OVERSEAS_PARK"));
    }

    @POST
    @NonBlocking
    @RolesAllowed("SYSTEM")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] echo(byte[] body) {
        return yardstick.jsonAlone();
    }
}
