package org.zhunsheng.identity;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
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

/** Who holds which role, and how that changes: one proposes, another one confirms. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleResource {

    private final Roles roles;
    private final RoleChanges changes;

    RoleResource(Roles roles, RoleChanges changes) {
        this.roles = roles;
        this.changes = changes;
    }

    @GET
    @NonBlocking
    @Path("/roles")
    @RolesAllowed({"SECURITY_ADMIN", "AUDITOR"})
    public byte[] held() {
        CanonicalJson json = new CanonicalJson().array();
        roles.all().forEach((holder, held) -> {
            json.object().name("issuer").value(holder.issuer()).name("roles").array();
            held.roles().forEach(role -> json.value(role.name()));
            json.end().name("subject").value(holder.subject());
            if (held.system() != null) {
                json.name("system").value(held.system());
            }
            json.end();
        });
        return json.end().bytes();
    }

    @GET
    @Blocking
    @Path("/role-changes")
    @RolesAllowed({"SECURITY_ADMIN", "AUDITOR"})
    public byte[] list() {
        CanonicalJson json = new CanonicalJson().array();
        changes.all().forEach(change -> change.write(json));
        return json.end().bytes();
    }

    @POST
    @Blocking
    @Path("/role-changes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("SECURITY_ADMIN")
    public Response propose(byte[] body) {
        return Response.status(Response.Status.CREATED).entity(changes.propose(body).write(new CanonicalJson()).bytes()).build();
    }

    @POST
    @Blocking
    @Path("/role-changes/{change}/confirm")
    @RolesAllowed("SECURITY_ADMIN")
    public byte[] confirm(@PathParam("change") String id) {
        return changes.decide(id, Verdict.CONFIRMED).write(new CanonicalJson()).bytes();
    }

    @POST
    @Blocking
    @Path("/role-changes/{change}/reject")
    @RolesAllowed("SECURITY_ADMIN")
    public byte[] reject(@PathParam("change") String id) {
        return changes.decide(id, Verdict.REJECTED).write(new CanonicalJson()).bytes();
    }
}
