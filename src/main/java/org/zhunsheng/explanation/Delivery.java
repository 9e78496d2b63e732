package org.zhunsheng.explanation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * How a request wants a page: in which form, language and depth. Anything may be asked for, so that a refusal can say what there is.
 *
 * @param base where this service is reached
 */
record Delivery(Form form, Depth depth, Language language, String base) {

    /** @param address where the service is reached from outside, where it is not under the address of the request */
    static Delivery of(String depth, Request request, HttpHeaders headers, UriInfo uri, Optional<String> address) {
        return new Delivery(form(request), depth(depth), Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                address.orElseGet(() -> uri.getBaseUri().resolve("/").toString()).replaceAll("/$", ""));
    }

    Response of(Function<Language, Page> told) {
        return Response.ok(form.write(told.apply(language), depth, base)).type(form.type()).header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                // whoever opens the page loads nothing and runs nothing
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").build();
    }

    private static Form form(Request request) {
        Variant chosen = request.selectVariant(Arrays.stream(Form.values()).map(form -> new Variant(form.type(), (String) null, null)).toList());
        if (chosen == null) {
            String forms = Arrays.stream(Form.values()).map(form -> form.type().toString()).collect(Collectors.joining("、"));
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "说明的格式有：" + forms, "an explanation comes as: " + forms.replace("、", ", "));
        }
        return Arrays.stream(Form.values()).filter(form -> form.type().isCompatible(chosen.getMediaType())).findFirst().orElseThrow();
    }

    private static Depth depth(String written) {
        return written == null ? Depth.PAGE : Arrays.stream(Depth.values()).filter(depth -> depth.name().equals(written)).findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.BAD_REQUEST, "depth 应为 SENTENCE、PAGE 或 TREE", "depth must be SENTENCE, PAGE or TREE"));
    }
}
