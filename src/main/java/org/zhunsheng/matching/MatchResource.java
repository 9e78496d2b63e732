package org.zhunsheng.matching;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Replay;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.rulebase.RuleBases;

/** Finds what one profile could get from every document. It asks dozens of questions at once, so it leaves the thread requests arrive on. */
@Path("/v1/matches")
@Produces(MediaType.APPLICATION_JSON)
public final class MatchResource {

    private final Matches matches;
    private final Answers answers;
    private final RuleBases bases;

    MatchResource(Matches matches, Answers answers, RuleBases bases) {
        this.matches = matches;
        this.answers = answers;
        this.bases = bases;
    }

    @POST
    @RolesAllowed({"SYSTEM", "ANALYST"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public CompletionStage<Response> match(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Answers.requireUsable(key);
        Matches.Matched matched = matches.match(body, Answers.today());
        return answers.answer(AnswerKind.MATCH, new Answers.Concluded("MATCH", "all", matched.ruleBase(), matched.core(), matched.coreDigest(),
                matched.reliance()), matched.request().simulate(), body, key);
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Path("/{id}")
    @Blocking
    public byte[] find(@PathParam("id") String id) {
        return answers.recorded(AnswerKind.MATCH, id);
    }

    @POST
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Path("/{id}/replay")
    @Blocking
    public byte[] replay(@PathParam("id") String id, @QueryParam("under") String under) {
        return Replay.of(matches, id, answers.recorded(AnswerKind.MATCH, id), Under.of(under, bases)).json();
    }
}
