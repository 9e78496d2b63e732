package org.zhunsheng.proof;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What the log states of itself, and proofs between its places. None of it says what was recorded. */
@Blocking
@Path("/v1/log")
@RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR", "SECURITY_ADMIN", "SYSTEM_ADMIN"})
public class LogResource {

    private final Log log;

    LogResource(Log log) {
        this.log = log;
    }

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String checkpoint(@QueryParam("size") String size) throws SQLException {
        Long asked = size == null ? null : Asking.number("size", size);
        return log.checkpoint(asked).orElseThrow(() -> Asking.missing(asked));
    }

    @GET
    @Path("/keys")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String keys() throws SQLException {
        return String.join("\n", log.keys()) + "\n";
    }

    @GET
    @Path("/proofs/inclusion")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] inclusion(@QueryParam("leaf") String written, @QueryParam("size") String of) throws SQLException {
        long leaf = Asking.number("leaf", written);
        long size = size("size", of);
        if (leaf >= size) {
            throw Asking.unusable("leaf 应小于 size", "leaf must be less than size");
        }
        CanonicalJson json = new CanonicalJson().object().name("leaf").value(leaf);
        return log.inclusion(leaf, size).write(json.name("proof")).name("size").value(size).end().bytes();
    }

    @GET
    @Path("/proofs/consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] consistency(@QueryParam("from") String earlier, @QueryParam("to") String later) throws SQLException {
        long from = Asking.number("from", earlier);
        long to = size("to", later);
        if (from > to) {
            throw Asking.unusable("from 不应大于 to", "from must not be greater than to");
        }
        CanonicalJson json = new CanonicalJson().object().name("from").value(from);
        return log.consistency(from, to).write(json.name("proof")).name("to").value(to).end().bytes();
    }

    private long size(String name, String written) throws SQLException {
        long size = Asking.number(name, written);
        long held = log.size();
        if (size > held) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "日志只有 " + held + " 条", "the log has " + held + " entries");
        }
        return size;
    }
}
