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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.law.OfficialTexts;
import org.zhunsheng.nearest.Nearest;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.registers.Registers;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Why a recorded evaluation is as it is, for whoever may see the decision, in the form and the language they ask for. */
@Path("/v1/evaluations/{id}/explanation")
public final class ExplanationResource {

    private final Answers answers;
    private final Nearest nearest;
    private final Explainer explainer;
    private final Optional<String> base;

    /** @param base where the service is reached from outside, where it is not under the address of the request */
    ExplanationResource(Answers answers, Nearest nearest, Library library, Registers registers, OfficialTexts texts,
                        @ConfigProperty(name = "zhunsheng.address") Optional<String> base) {
        this.base = base;
        this.answers = answers;
        this.nearest = nearest;
        this.explainer = new Explainer(library, id -> registers.find(id).map(register -> new Policy.Text(register.description().zh(),
                register.description().en())).orElse(null), texts);
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response explain(@PathParam("id") String id, @QueryParam("depth") String depth, @QueryParam("nearest") String wanted,
                            @Context Request request, @Context HttpHeaders headers, @Context UriInfo uri) {
        Delivery delivery = Delivery.of(depth, request, headers, uri, base);
        boolean better = delivery.depth() != Depth.SENTENCE && wanted(wanted);
        byte[] answer = answers.recorded(AnswerKind.EVALUATION, id);
        return delivery.of(language -> explainer.explain(answer, language, better ? nearest.recorded(answer) : List.of()));
    }

    /** Looking for what would help takes some more decisions, which whoever fetches many explanations may do without. */
    private static boolean wanted(String written) {
        if (written != null && !written.equals("true") && !written.equals("false")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "nearest 应为 true 或 false", "nearest must be true or false");
        }
        return !"false".equals(written);
    }
}
