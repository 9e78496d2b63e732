package org.zhunsheng.judgement;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhunsheng.evaluation.AnswerKind;

/** All judgements of the case that a decision belongs to, whichever of its decisions is named. */
@Path("/v1/evaluations/{id}/judgements")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseResource {

    private final Cases cases;

    CaseResource(Cases cases) {
        this.cases = cases;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Blocking
    public byte[] list(@PathParam("id") String id) {
        return cases.judgements(AnswerKind.EVALUATION, id);
    }
}
