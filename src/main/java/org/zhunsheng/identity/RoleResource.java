package org.zhunsheng.identity;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhunsheng.wire.CanonicalJson;

/** Who holds which role. */
@Path("/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
public final class RoleResource {

    private final Roles roles;

    RoleResource(Roles roles) {
        this.roles = roles;
    }

    @GET
    @NonBlocking
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
}
