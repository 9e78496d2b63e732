package org.zhunsheng.audit;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What came of looking at the record once more, and a way to do so now. */
@Blocking
@Path("/v1/audits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"AUDITOR", "SYSTEM_ADMIN"})
public final class AuditResource {

    private static final Logger LOG = Logger.getLogger(AuditResource.class);
    private static final String LATEST = "/v1/audits/latest";

    private final OpenedAudits audits;
    private final Caller caller;

    AuditResource(OpenedAudits audits, Caller caller) {
        this.audits = audits;
        this.caller = caller;
    }

    /** It may take minutes; whoever wants the result comes back for it. */
    @POST
    public Response begin() {
        audits.begin(caller.name());
        return Response.accepted(new CanonicalJson().object().name("running").value(true).end().bytes()).header(HttpHeaders.LOCATION, LATEST).build();
    }

    @GET
    @Path("/latest")
    public byte[] latest() {
        boolean running = audits.isRunning();
        CanonicalJson json = new CanonicalJson().object();
        newest().write(json.name("audit"));
        return json.name("running").value(running).end().bytes();
    }

    private Audit newest() {
        try {
            return audits.newest().orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "还没有自查过", "there has been no audit yet"));
        } catch (SQLException failed) {
            LOG.errorf("audit not read: %s", failed.getMessage());
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "自查结果暂不可读，请稍后重试", "audits cannot be read; try again later");
        }
    }
}
