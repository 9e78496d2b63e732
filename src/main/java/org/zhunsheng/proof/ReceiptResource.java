package org.zhunsheng.proof;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.zhunsheng.evaluation.Answers;

/** The receipt of a decision, whatever question it answers. */
@Blocking
@Path("/v1/evaluations/{id}/receipt")
public class ReceiptResource {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Log log;
    private final Answers answers;

    ReceiptResource(Log log, Answers answers) {
        this.log = log;
        this.answers = answers;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] receipt(@PathParam("id") String id, @QueryParam("since") String since, @QueryParam("redacted") boolean redacted)
            throws SQLException, IOException, InterruptedException {
        byte[] answer = answers.recorded(id);
        Long older = since == null ? null : LogResource.number("since", since);
        if (older != null && log.checkpoint(older).isEmpty()) {
            throw LogResource.missing(older);
        }
        if (!log.awaits(id, PATIENCE)) {
            throw LogResource.behind();
        }
        return log.receipt(id, answer, older, redacted).json();
    }
}
