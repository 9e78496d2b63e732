package org.zhunsheng.editions;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;
import org.zhunsheng.wire.StepReader;
import org.zhunsheng.wire.StepRequest;

/** The steps of an edition: one submits, another one approves, and either may end it. */
@Path("/v1/tables/{table}/editions")
@Produces(MediaType.APPLICATION_JSON)
public final class EditionResource {

    private final Editions editions;
    private final Differences differences;
    private final Approvals approvals;
    private final Caller caller;

    EditionResource(Editions editions, Differences differences, Approvals approvals, Caller caller) {
        this.editions = editions;
        this.differences = differences;
        this.approvals = approvals;
        this.caller = caller;
    }

    private interface Taking {
        Edition of(Edition edition, StepRequest request) throws SQLException;
    }

    private byte[] taken(String table, String number, byte[] body, boolean approves, Taking step) {
        StepRequest request = read(body, approves);
        try {
            Edition after = step.of(editions.find(editions.table(table), number), request);
            return EditionWriter.write(new CanonicalJson(), after).bytes();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    /** Nothing need be said. */
    private static StepRequest read(byte[] body, boolean approves) {
        if (body == null || body.length == 0) {
            return StepRequest.SILENT;
        }
        Problems problems = new Problems();
        StepRequest request = StepReader.read(body, approves, problems);
        problems.raise();
        return request;
    }

    @POST
    @Blocking
    @Path("/{edition}:submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ANALYST")
    public byte[] submit(@PathParam("table") String table, @PathParam("edition") String number, byte[] body) {
        return taken(table, number, body, false, (edition, request) -> {
            requireTold(edition);
            Edition submitted = editions.submit(edition, caller.name(), request.reason());
            approvals.makeReady(submitted);
            return submitted;
        });
    }

    /** Whoever is to approve it must be able to see what it changes. */
    private void requireTold(Edition edition) throws SQLException {
        if (edition.is(Step.State.CHECKED) && differences.of(edition).isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, "第 " + edition.number() + " 版与生效中的版本无从比较，不能提交；请重新交来",
                    "edition " + edition.number() + " cannot be held against what is in force; hand it in again");
        }
    }

    @POST
    @Blocking
    @Path("/{edition}:approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("APPROVER")
    public byte[] approve(@PathParam("table") String table, @PathParam("edition") String number, byte[] body) {
        return taken(table, number, body, true,
                (edition, request) -> approvals.approve(edition, caller.name(), request));
    }

    @POST
    @Blocking
    @Path("/{edition}:withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ANALYST", "APPROVER"})
    public byte[] withdraw(@PathParam("table") String table, @PathParam("edition") String number, byte[] body) {
        return taken(table, number, body, false, (edition, request) -> approvals.withdraw(edition, caller.name(), request.reason()));
    }
}
