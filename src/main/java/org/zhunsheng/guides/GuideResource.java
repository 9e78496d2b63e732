package org.zhunsheng.guides;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.GuideRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** The notices of the year: an operator enters one without a build, and every edition stays to be seen. */
@Path("/v1/guides")
@Produces(MediaType.APPLICATION_JSON)
public final class GuideResource {

    private static final Logger LOG = Logger.getLogger(GuideResource.class);

    private final RuleBases bases;
    private final Guides guides;
    private final Caller caller;
    private final FactReader reader;

    GuideResource(RuleBases bases, Guides guides, Caller caller) {
        this.bases = bases;
        this.guides = guides;
        this.caller = caller;
        this.reader = new FactReader(bases.catalogue());
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @NonBlocking
    public byte[] list() {
        CanonicalJson json = new CanonicalJson().array();
        guides.inForce().forEach(edition -> edition.write(json));
        return json.end().bytes();
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @NonBlocking
    @Path("/{policy}/{year}")
    public byte[] find(@PathParam("policy") String name, @PathParam("year") String written) {
        Policy policy = governed(name);
        int year = year(written);
        List<GuideEdition> editions = guides.editions(policy.policy(), year);
        if (editions.isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "没有收录" + policy.number() + " " + year + " 年的申报通知",
                    "the guide of " + policy.number() + " for " + year + " is not held");
        }
        CanonicalJson json = new CanonicalJson().object().name("earlier").array();
        for (int i = editions.size() - 2; i >= 0; i--) {
            editions.get(i).write(json);
        }
        return editions.get(editions.size() - 1).write(json.end().name("inForce")).end().bytes();
    }

    @PUT
    @RolesAllowed("ANALYST")
    @Blocking
    @Path("/{policy}/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    public byte[] enter(@PathParam("policy") String name, @PathParam("year") String written, byte[] body) {
        Policy policy = governed(name);
        int year = year(written);
        Problems problems = new Problems();
        GuideRequest request = reader.readGuide(body, problems);
        if (request != null) {
            Soundness.check(request, policy, year, problems);
        }
        problems.raise();
        try {
            return guides.add(Guide.of(policy.policy(), year, request), caller.name()).write(new CanonicalJson()).bytes();
        } catch (SQLException failed) {
            LOG.errorf("guide not entered: %s", failed.getMessage());
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "申报通知未能保存，请稍后重试", "the guide could not be kept; try again later");
        }
    }

    private Policy governed(String name) {
        RuleBase base = bases.inForce(name).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                "没有文件 " + name + "，可用：" + bases.names(), "there is no policy " + name + "; available: " + bases.names()));
        Policy policy = base.policy();
        if (policy.annualGuide() == null) {
            throw new ProblemException(ProblemCode.NOT_FOUND, policy.number() + "没有年度申报通知", policy.number() + " knows no annual guide");
        }
        return policy;
    }

    private static int year(String written) {
        if (!written.matches("20\\d\\d")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "年度应为2000至2099年，如 2026", "the year must lie between 2000 and 2099, such as 2026");
        }
        return Integer.parseInt(written);
    }
}
