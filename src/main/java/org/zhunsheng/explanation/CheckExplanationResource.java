package org.zhunsheng.explanation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Why a duplication check came out as it did, for whoever may see it. */
@Path("/v1/duplication-checks/{id}/explanation")
public final class CheckExplanationResource {

    private final Accountant accountant;
    private final Optional<String> base;

    CheckExplanationResource(Accountant accountant, @ConfigProperty(name = "zhunsheng.address") Optional<String> base) {
        this.accountant = accountant;
        this.base = base;
    }

    @GET
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response explain(@PathParam("id") String id, @QueryParam("depth") String depth, @Context Request request, @Context HttpHeaders headers,
                            @Context UriInfo uri) {
        return Delivery.of(depth, request, headers, uri, base).of(language -> accountant.check(id, language));
    }
}
