package org.zhunsheng.duplication;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.record.Keys;

/** Holds a place for an award to be made. */
@Path("/v1/awards:reserve")
@Produces(MediaType.APPLICATION_JSON)
public final class ReservationResource {

    private final Reservations reservations;
    private final Caller caller;

    ReservationResource(Reservations reservations, Caller caller) {
        this.reservations = reservations;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reserve(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Keys.requireUsable(key);
        return AwardWriter.created(reservations.reserve(caller.name(), body, key));
    }
}
