package org.zhunsheng.search;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Recorded evaluations by what was decided and why: a page to read, or all of it as a file. */
@Path("/v1/evaluations")
public final class SearchResource {

    private static final MediaType LINES = MediaType.valueOf("application/x-ndjson");
    private static final MediaType WORKBOOK = MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON_TYPE, LINES, WORKBOOK);
    private static final String UP_TO = "Up-To";
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Search search;
    private final RuleBases bases;
    private final Caller caller;

    SearchResource(Search search, RuleBases bases, Caller caller) {
        this.search = search;
        this.bases = bases;
        this.caller = caller;
    }

    /** Anything may be asked for, so that a refusal can say what there is. */
    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "AUDITOR"})
    @Produces(MediaType.WILDCARD)
    @Blocking
    public Response search(@Context UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        MediaType form = form(request);
        Parameters parameters = new Parameters(uri.getQueryParameters(), bases);
        boolean fresh = parameters.flag("fresh");
        int limit = parameters.whole("limit", 100, 1, 1_000);
        Optional<String> written = parameters.other("cursor");
        Filter filter = parameters.filter().by(caller.maySeeAll() ? null : caller.name());
        Optional<Cursor> cursor = Parameters.cursor(written, filter);
        if (fresh && cursor.isEmpty()) {
            search.awaitNow(PATIENCE);
        }
        if (form.equals(MediaType.APPLICATION_JSON_TYPE)) {
            return Response.ok(HitWriter.page(search.page(filter, cursor.orElse(null), limit))).type(form).build();
        }
        long upTo = search.upTo();
        boolean chinese = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)) == Language.ZH;
        return Response.ok(form.equals(LINES) ? lines(filter, upTo) : workbook(filter, upTo, chinese)).type(form).header(UP_TO, upTo).build();
    }

    private StreamingOutput lines(Filter filter, long upTo) {
        return out -> search.each(filter, upTo, hit -> {
            out.write(HitWriter.line(hit));
            out.write('\n');
        });
    }

    private StreamingOutput workbook(Filter filter, long upTo, boolean chinese) {
        return (OutputStream out) -> {
            try (HitWorkbook workbook = new HitWorkbook(chinese)) {
                search.each(filter, upTo, workbook::add);
                workbook.write(out);
            }
        };
    }

    private static MediaType form(Request request) {
        Variant chosen = request.selectVariant(FORMS.stream().map(form -> new Variant(form, (String) null, null)).toList());
        if (chosen == null) {
            String forms = String.join("、", FORMS.stream().map(MediaType::toString).toList());
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "检索结果的格式有：" + forms, "what is found comes as: " + forms.replace("、", ", "));
        }
        return FORMS.stream().filter(form -> form.isCompatible(chosen.getMediaType())).findFirst().orElseThrow();
    }
}
