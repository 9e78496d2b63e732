package org.zhunsheng.evaluation;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** The documents this service holds: every clause, how it is decided, and what stands behind it. */
@Path("/")
@NonBlocking
@Produces(MediaType.APPLICATION_JSON)
public final class PolicyResource {

    private final RuleBases bases;
    private final byte[] contract;

    PolicyResource(RuleBases bases) throws IOException {
        this.bases = bases;
        try (InputStream in = PolicyResource.class.getResourceAsStream("/openapi.yaml")) {
            this.contract = in.readAllBytes();
        }
    }

    @GET
    @PermitAll
    @Path("/openapi.yaml")
    @Produces("application/yaml")
    public byte[] contract() {
        return contract;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Path("/v1/policies")
    public byte[] policies(@QueryParam("asOf") String day) {
        LocalDate asOf = day == null ? LocalDate.now(BeijingTime.ZONE) : day(day);
        CanonicalJson json = new CanonicalJson().array();
        bases.documents().forEach(base -> PolicyWriter.summary(json, base, asOf));
        bases.documents().stream().map(RuleBase::policy).forEach(by -> by.repeals().forEach(ended -> PolicyWriter.repealed(json, by, ended, asOf)));
        return json.end().bytes();
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Path("/v1/policies/{policy}")
    public byte[] policy(@PathParam("policy") String name) {
        CanonicalJson json = new CanonicalJson();
        LocalDate today = LocalDate.now(BeijingTime.ZONE);
        Optional<RuleBases.Ended> ended = bases.ended(name);
        if (ended.isPresent()) {
            PolicyWriter.repealed(json, ended.get().by().policy(), ended.get().repealed(), today);
        } else {
            PolicyWriter.policy(json, base(name), today);
        }
        return json.bytes();
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Path("/v1/policies/{policy}/clauses")
    public byte[] clauses(@PathParam("policy") String name) {
        RuleBase base = base(name);
        CanonicalJson json = new CanonicalJson().array();
        base.policy().clauses().forEach(clause -> PolicyWriter.clause(json, base, clause));
        return json.end().bytes();
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Path("/v1/policies/{policy}/clauses/{clause}")
    public byte[] clause(@PathParam("policy") String name, @PathParam("clause") String id) {
        RuleBase base = base(name);
        Clause clause = base.policy().clause(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                base.policy().number() + "没有条款 " + id, base.policy().number() + " has no clause " + id));
        CanonicalJson json = new CanonicalJson();
        PolicyWriter.clause(json, base, clause);
        return json.bytes();
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @Path("/v1/readings")
    public byte[] readings() {
        CanonicalJson json = new CanonicalJson().array();
        bases.all().forEach(base -> base.policy().readings().forEach(reading -> PolicyWriter.reading(json, base.policy().policy(), reading)));
        return json.end().bytes();
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException malformed) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "asOf 应为日期，如 2025-06-30", "asOf must be a day such as 2025-06-30");
        }
    }

    private RuleBase base(String name) {
        return bases.inForce(name).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                "没有文件 " + name + "，可用：" + bases.names(), "there is no policy " + name + "; available: " + bases.names()));
    }
}
