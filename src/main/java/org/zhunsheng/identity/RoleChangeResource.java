package org.zhunsheng.identity;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhunsheng.identity.RoleChange.Verdict;
import org.zhunsheng.wire.CanonicalJson;

/** How roles change: one proposes, another one confirms. */
@Path("/v1/role-changes")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleChangeResource {

    private final RoleChanges changes;

    RoleChangeResource(RoleChanges changes) {
        this.changes = changes;
    }

    @GET
    @Blocking
    @RolesAllowed({"SECURITY_ADMIN", "AUDITOR"})
    public byte[] list() {
        CanonicalJson json = new CanonicalJson().array();
        changes.all().forEach(change -> change.write(json));
        return json.end().bytes();
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("SECURITY_ADMIN")
    public Response propose(byte[] body) {
        return Response.status(Response.Status.CREATED).entity(changes.propose(body).write(new CanonicalJson()).bytes()).build();
    }

    @POST
    @Blocking
    @Path("/{change}/confirm")
    @RolesAllowed("SECURITY_ADMIN")
    public byte[] confirm(@PathParam("change") String id) {
        return changes.decide(id, Verdict.CONFIRMED).write(new CanonicalJson()).bytes();
    }

    @POST
    @Blocking
    @Path("/{change}/reject")
    @RolesAllowed("SECURITY_ADMIN")
    public byte[] reject(@PathParam("change") String id) {
        return changes.decide(id, Verdict.REJECTED).write(new CanonicalJson()).bytes();
    }
}
