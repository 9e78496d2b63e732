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
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.nearest.Nearest;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.registers.Registers;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Why a recorded decision is as it is, for whoever may see the decision, in the form and the language they ask for. */
@Path("/v1/evaluations/{id}/explanation")
public final class ExplanationResource {

    private final Answers answers;
    private final Nearest nearest;
    private final Explainer explainer;
    private final Optional<String> base;

    /**
     * @param base  where the service is reached from outside, where it is not under the address of the request
     * @param texts the folder of official wordings
     */
    ExplanationResource(Answers answers, Nearest nearest, RuleBases bases, Registers registers, @ConfigProperty(name = "zhunsheng.address") Optional<String> base,
                        @ConfigProperty(name = "zhunsheng.texts") Optional<java.nio.file.Path> texts) {
        this.base = base;
        this.answers = answers;
        this.nearest = nearest;
        this.explainer = new Explainer(bases, id -> registers.find(id).map(register -> new Policy.Text(register.description().zh(),
                register.description().en())).orElse(null), new OfficialTexts(texts.orElse(null)));
    }

    /** Anything may be asked for, so that a refusal can say what there is. */
    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response explain(@PathParam("id") String id, @QueryParam("depth") String depth, @QueryParam("nearest") String wanted,
                            @Context Request request, @Context HttpHeaders headers, @Context UriInfo uri) {
        Form form = form(request);
        Depth asked = depth(depth);
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        boolean better = asked != Depth.SENTENCE && wanted(wanted);
        byte[] answer = answers.recorded(id);
        Explanation explanation = explainer.explain(answer, language, better ? nearest.recorded(answer) : List.of());
        return Response.ok(form.write(explanation, asked, base.orElseGet(() -> uri.getBaseUri().resolve("/").toString()).replaceAll("/$", ""))).type(form.type()).header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                // whoever opens the page loads nothing and runs nothing
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").build();
    }

    private static Form form(Request request) {
        Variant chosen = request.selectVariant(Arrays.stream(Form.values()).map(form -> new Variant(form.type(), (String) null, null)).toList());
        if (chosen == null) {
            String forms = Arrays.stream(Form.values()).map(form -> form.type().toString()).collect(Collectors.joining("、"));
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "评定说明的格式有：" + forms, "an explanation comes as: " + forms.replace("、", ", "));
        }
        return Arrays.stream(Form.values()).filter(form -> form.type().isCompatible(chosen.getMediaType())).findFirst().orElseThrow();
    }

    /** Looking for what would help takes some more decisions, which whoever fetches many explanations may do without. */
    private static boolean wanted(String written) {
        if (written != null && !written.equals("true") && !written.equals("false")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "nearest 应为 true 或 false", "nearest must be true or false");
        }
        return !"false".equals(written);
    }

    private static Depth depth(String written) {
        return written == null ? Depth.PAGE : Arrays.stream(Depth.values()).filter(depth -> depth.name().equals(written)).findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.BAD_REQUEST, "depth 应为 SENTENCE、PAGE 或 TREE", "depth must be SENTENCE, PAGE or TREE"));
    }
}
