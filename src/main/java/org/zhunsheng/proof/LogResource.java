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
        Long asked = size == null ? null : number("size", size);
        return log.checkpoint(asked).orElseThrow(() -> missing(asked));
    }

    static ProblemException missing(Long size) {
        return size == null ? behind() : new ProblemException(ProblemCode.NOT_FOUND, "没有签发过 " + size + " 条的检查点", "no checkpoint of " + size + " entries was published");
    }

    static ProblemException behind() {
        return new ProblemException(ProblemCode.LOG_BEHIND, "日志还没有写到这里，请稍后再取", "the log has not come this far yet; try again in a moment");
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
        long leaf = number("leaf", written);
        long size = size("size", of);
        if (leaf >= size) {
            throw unusable("leaf 应小于 size", "leaf must be less than size");
        }
        CanonicalJson json = new CanonicalJson().object().name("leaf").value(leaf);
        return log.inclusion(leaf, size).write(json.name("proof")).name("size").value(size).end().bytes();
    }

    @GET
    @Path("/proofs/consistency")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] consistency(@QueryParam("from") String earlier, @QueryParam("to") String later) throws SQLException {
        long from = number("from", earlier);
        long to = size("to", later);
        if (from > to) {
            throw unusable("from 不应大于 to", "from must not be greater than to");
        }
        CanonicalJson json = new CanonicalJson().object().name("from").value(from);
        return log.consistency(from, to).write(json.name("proof")).name("to").value(to).end().bytes();
    }

    private long size(String name, String written) throws SQLException {
        long size = number(name, written);
        long held = log.size();
        if (size > held) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "日志只有 " + held + " 条", "the log has " + held + " entries");
        }
        return size;
    }

    static long number(String name, String written) {
        if (written == null || !written.matches("\\d{1,18}")) {
            throw unusable(name + " 应为不小于0的整数", name + " must be a whole number, 0 or more");
        }
        return Long.parseLong(written);
    }

    private static ProblemException unusable(String zh, String en) {
        return new ProblemException(ProblemCode.BAD_REQUEST, zh, en);
    }
}
