package org.zhunsheng.evaluation;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
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
    @Path("/openapi.yaml")
    @Produces("application/yaml")
    public byte[] contract() {
        return contract;
    }

    @GET
    @Path("/v1/policies")
    public byte[] policies() {
        CanonicalJson json = new CanonicalJson().array();
        bases.all().forEach(base -> PolicyWriter.summary(json, base));
        return json.end().bytes();
    }

    @GET
    @Path("/v1/policies/{policy}")
    public byte[] policy(@PathParam("policy") String name) {
        CanonicalJson json = new CanonicalJson();
        PolicyWriter.policy(json, base(name));
        return json.bytes();
    }

    @GET
    @Path("/v1/policies/{policy}/clauses")
    public byte[] clauses(@PathParam("policy") String name) {
        RuleBase base = base(name);
        CanonicalJson json = new CanonicalJson().array();
        base.policy().clauses().forEach(clause -> PolicyWriter.clause(json, base, clause));
        return json.end().bytes();
    }

    @GET
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
    @Path("/v1/readings")
    public byte[] readings() {
        CanonicalJson json = new CanonicalJson().array();
        bases.all().forEach(base -> base.policy().readings().forEach(reading -> PolicyWriter.reading(json, base.policy().policy(), reading)));
        return json.end().bytes();
    }

    private RuleBase base(String name) {
        return bases.inForce(name).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                "没有文件 " + name + "，可用：" + bases.names(), "there is no policy " + name + "; available: " + bases.names()));
    }
}
