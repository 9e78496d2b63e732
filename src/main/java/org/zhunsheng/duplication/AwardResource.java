package org.zhunsheng.duplication;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.record.Keys;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** The award ledger: history as it is told, places for awards to come, and what becomes of them. */
@Path("/v1/awards")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class AwardResource {

    private final Ledger ledger;
    private final Reservations reservations;
    private final Caller caller;

    AwardResource(Ledger ledger, Reservations reservations, Caller caller) {
        this.ledger = ledger;
        this.reservations = reservations;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("SYSTEM")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Keys.requireUsable(key);
        return AwardWriter.created(ledger.record(caller.name(), body, key));
    }

    @POST
    @RolesAllowed("SYSTEM")
    @Path("/{code}/corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(@PathParam("code") String code, byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Keys.requireUsable(key);
        return AwardWriter.created(ledger.correct(caller.name(), code, body, key));
    }

    @POST
    @RolesAllowed("SYSTEM")
    @Path("/{code}/{step}")
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] step(@PathParam("code") String code, @PathParam("step") String named, byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Keys.requireUsable(key);
        Step step = Step.named(named);
        if (step == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "没有这一步：" + named, "there is no step " + named);
        }
        return reservations.step(caller.name(), step, code, body, key);
    }

    @GET
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    public byte[] list(@QueryParam("unitCode") String unitCode, @QueryParam("subject") String subject, @QueryParam("from") String from,
                       @QueryParam("to") String to, @QueryParam("knownAt") String knownAt, @QueryParam("after") @DefaultValue("0") String after,
                       @QueryParam("limit") @DefaultValue("100") String limit) {
        return ledger.list(unitCode, subject, day(from), day(to), moment(knownAt), whole(after), (int) Math.min(whole(limit), Integer.MAX_VALUE));
    }

    @GET
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    @Path("/{code}")
    public byte[] find(@PathParam("code") String code, @QueryParam("knownAt") String knownAt) {
        return ledger.find(code, moment(knownAt));
    }

    @GET
    @RolesAllowed({"SYSTEM", "AUDITOR"})
    @Path("/{code}/versions")
    public byte[] versions(@PathParam("code") String code) {
        return ledger.versions(code);
    }

    private static LocalDate day(String written) {
        try {
            return written == null ? null : LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "from、to 应形如 2026-03-15", "from and to must look like 2026-03-15");
        }
    }

    private static Instant moment(String written) {
        try {
            return written == null ? AwardTable.NOW : BeijingTime.read(written);
        } catch (DateTimeException unreadable) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "knownAt 应为带时区的时刻，如 " + BeijingTime.EXAMPLE + "（地址中的 + 写作 %2B）",
                    "knownAt must be a time with its offset, such as " + BeijingTime.EXAMPLE + " (a + is written %2B in an address)");
        }
    }

    private static long whole(String written) {
        if (!written.matches("\\d{1,15}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "after、limit 应为非负整数", "after and limit must be whole numbers");
        }
        return Long.parseLong(written);
    }
}
