package org.zhunsheng.judgement;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.record.JudgementLog;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.wire.CanonicalJson;

/** All judgements of the case that a decision belongs to, whichever of its decisions is named. */
@Path("/v1/evaluations/{id}/judgements")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseResource {

    private final Answers answers;
    private final JudgementLog judgements;

    CaseResource(Answers answers, JudgementLog judgements) {
        this.answers = answers;
        this.judgements = judgements;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Blocking
    public byte[] list(@PathParam("id") String id) {
        answers.recorded(id);
        try {
            CanonicalJson json = new CanonicalJson().array();
            judgements.ofCase(id).forEach(judgement -> JudgementWriter.write(json, judgement));
            return json.end().bytes();
        } catch (RecordUnavailable gone) {
            throw Answers.unavailable();
        }
    }
}
