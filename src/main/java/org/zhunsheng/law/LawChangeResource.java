package org.zhunsheng.law;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.Row;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;
import org.zhunsheng.wire.ReviewReader;

/** Articles whose official text changed: what stands behind them, and who reviewed it. */
@Blocking
@Path("/v1/law-changes")
@Produces(MediaType.APPLICATION_JSON)
public final class LawChangeResource {

    private static final Logger LOG = Logger.getLogger(LawChangeResource.class);
    private static final Map<String, ProblemException> REFUSED = Map.of(
            "reviewed_once", new ProblemException(ProblemCode.CONFLICT, "这项变更已经复核过了", "this change was reviewed before"),
            "by_analyst", new ProblemException(ProblemCode.FORBIDDEN, "只有在任的政策分析员才能复核", "only an analyst in office can review"));

    private final LawChanges changes;
    private final RuleBases bases;
    private final Caller caller;

    LawChangeResource(LawChanges changes, RuleBases bases, Caller caller) {
        this.changes = changes;
        this.bases = bases;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR", "SYSTEM_ADMIN"})
    public byte[] list(@QueryParam("open") String open) {
        if (open != null && !open.equals("true") && !open.equals("false")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "open 应为 true 或 false", "open must be true or false");
        }
        CanonicalJson json = new CanonicalJson().array();
        Map<String, List<Row>> rows = new HashMap<>();
        kept(() -> changes.all("true".equals(open))).forEach(change -> LawChangeWriter.write(json, change,
                Behind.of(change.article(), bases, base -> rows.computeIfAbsent(base.digest(), opened -> Behind.rows(base)))));
        return json.end().bytes();
    }

    @GET
    @Path("/{change}")
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR", "SYSTEM_ADMIN"})
    public byte[] find(@PathParam("change") String id) {
        return written(kept(() -> changes.find(id)));
    }

    @POST
    @Path("/{change}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ANALYST")
    public byte[] review(@PathParam("change") String id, byte[] body) {
        Problems problems = new Problems();
        String reason = ReviewReader.read(body, problems);
        problems.raise();
        return written(kept(() -> changes.review(id, caller.name(), reason)));
    }

    private byte[] written(LawChange change) {
        return LawChangeWriter.write(new CanonicalJson(), change, Behind.of(change.article(), bases, Behind::rows)).bytes();
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T kept(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException failed) {
            String constraint = failed instanceof PSQLException sql && sql.getServerErrorMessage() != null ? sql.getServerErrorMessage().getConstraint() : null;
            if (constraint != null && REFUSED.containsKey(constraint)) {
                throw REFUSED.get(constraint);
            }
            LOG.errorf("changes of official texts not read or reviewed: %s", failed.getMessage());
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "原文变更的记录暂不可用，请稍后重试",
                    "the record of official texts is unavailable; try again later");
        }
    }
}
