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
import org.zhunsheng.evaluation.AnswerKind;

/** The receipt of an evaluation. */
@Blocking
@Path("/v1/evaluations/{id}/receipt")
public final class ReceiptResource {

    private final Receipts receipts;

    ReceiptResource(Receipts receipts) {
        this.receipts = receipts;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] receipt(@PathParam("id") String id, @QueryParam("since") String since, @QueryParam("redacted") boolean redacted)
            throws SQLException, IOException, InterruptedException {
        return receipts.of(AnswerKind.EVALUATION, id, since, redacted);
    }
}
