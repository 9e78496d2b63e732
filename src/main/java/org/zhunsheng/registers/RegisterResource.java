package org.zhunsheng.registers;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Which registers there are, and what one says of a unit. */
@Path("/v1/registers")
@Produces(MediaType.APPLICATION_JSON)
public final class RegisterResource {

    private static final Logger LOG = Logger.getLogger(RegisterResource.class);

    private final Registers registers;

    RegisterResource(Registers registers) {
        this.registers = registers;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Blocking
    public byte[] list() {
        try {
            Map<String, Snapshot> newest = registers.newest().stream().collect(Collectors.toMap(Snapshot::register, Function.identity()));
            CanonicalJson json = new CanonicalJson().array();
            registers.all().forEach(register -> RegisterWriter.write(json, register.description(), newest.get(register.description().id())));
            return json.end().bytes();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Blocking
    @Path("/{register}")
    public byte[] ask(@PathParam("register") String id, @QueryParam("code") String code, @QueryParam("day") String day,
            @QueryParam("knownAt") String knownAt) {
        Register register = registers.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有登记册 " + id,
                "there is no register " + id));
        if (code == null || !code.matches("[0-9A-Z]{18}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "参数 code 应为18位统一社会信用代码", "code must be a unified social credit code of 18 characters");
        }
        Instant known = knownAt == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : read(knownAt, BeijingTime::read,
                "knownAt", BeijingTime.EXAMPLE);
        LocalDate asked = day == null ? LocalDate.now(BeijingTime.ZONE) : read(day, LocalDate::parse, "day", "2026-03-01");
        try {
            CanonicalJson json = new CanonicalJson();
            RegisterWriter.write(json, register.description(), code, asked, known, register.standing(code, asked, known));
            return json.bytes();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    private static <T> T read(String text, Function<String, T> reader, String name, String example) {
        try {
            return reader.apply(text);
        } catch (DateTimeParseException wrong) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "参数 " + name + " 应形如 " + example, name + " must look like " + example);
        }
    }

    private static ProblemException unavailable(SQLException failed) {
        LOG.errorf("registers: %s", failed.getMessage());
        return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "登记册暂不可用，请稍后重试", "the registers are unavailable; try again later");
    }
}
