package org.zhunsheng.explanation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.registers.Registers;
import org.zhunsheng.rulebase.RuleBases;

/** Why a recorded decision is as it is, for whoever may see the decision, in the form and the language they ask for. */
@Path("/v1/evaluations/{id}/explanation")
public final class ExplanationResource {

    private final Answers answers;
    private final Explainer explainer;
    private final Optional<String> base;

    /**
     * @param base  where the service is reached from outside, where it is not under the address of the request
     * @param texts the folder of official wordings
     */
    ExplanationResource(Answers answers, RuleBases bases, Registers registers, @ConfigProperty(name = "zhunsheng.address") Optional<String> base,
                        @ConfigProperty(name = "zhunsheng.texts") Optional<java.nio.file.Path> texts) {
        this.base = base;
        this.answers = answers;
        this.explainer = new Explainer(bases, id -> registers.find(id).map(register -> new Policy.Text(register.description().zh(),
                register.description().en())).orElse(null), new OfficialTexts(texts.orElse(null)));
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response explain(@PathParam("id") String id, @QueryParam("depth") String depth, @Context Request request, @Context HttpHeaders headers, @Context UriInfo uri) {
        return Delivery.of(depth, request, headers, uri, base).of(language -> explainer.explain(answers.recorded(id), language));
    }
}
