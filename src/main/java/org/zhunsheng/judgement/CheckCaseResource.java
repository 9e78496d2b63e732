package org.zhunsheng.judgement;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhunsheng.evaluation.AnswerKind;

/** The same of duplication checks. */
@Path("/v1/duplication-checks/{id}/judgements")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckCaseResource {

    private final Cases cases;

    CheckCaseResource(Cases cases) {
        this.cases = cases;
    }

    @GET
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    @Blocking
    public byte[] list(@PathParam("id") String id) {
        return cases.judgements(AnswerKind.CHECK, id);
    }
}
