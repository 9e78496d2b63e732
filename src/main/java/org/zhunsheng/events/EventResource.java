package org.zhunsheng.events;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Which decisions later facts have altered, and why. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class EventResource {

    private final Feed feed;
    private final Caller caller;

    EventResource(Feed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    public byte[] after(@QueryParam("after") @DefaultValue("0") String after, @QueryParam("limit") @DefaultValue("100") String limit) {
        return feed.after(whole(after), caller.maySeeAll() ? null : caller.name(), whole(limit));
    }

    private static long whole(String written) {
        if (!written.matches("\\d{1,15}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "after、limit 应为非负整数", "after and limit must be whole numbers");
        }
        return Long.parseLong(written);
    }
}
