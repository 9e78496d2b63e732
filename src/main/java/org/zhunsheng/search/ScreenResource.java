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
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Where an auditor may look first: what was decided unequally, what crowds at a threshold, who judges how. They suspect and decide nothing. */
@Path("/v1/screens")
@Blocking
public final class ScreenResource {

    private static final MediaType PICTURE = MediaType.valueOf("image/svg+xml");
    private static final int SHOWN = 100;

    private final Search search;
    private final RuleBases bases;

    ScreenResource(Search search, RuleBases bases) {
        this.search = search;
        this.bases = bases;
    }

    private record Asked(Filter filter, long upTo) {

        boolean all() {
            return filter.given().isEmpty();
        }
    }

    private Asked asked(Parameters parameters) {
        boolean fresh = parameters.flag("fresh");
        Filter filter = parameters.filter();
        if (fresh) {
            search.awaitNow(SearchResource.PATIENCE);
        }
        return new Asked(filter, search.upTo());
    }

    @GET
    @RolesAllowed("AUDITOR")
    @Path("/unequal")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] unequal(@Context UriInfo uri) {
        Asked asked = asked(new Parameters(uri.getQueryParameters(), bases));
        return search.screening(connection -> ScreenWriter.unequal(new Unequal(connection).screened(asked.filter.conditions(connection), asked.upTo, SHOWN), asked.upTo));
    }

    /** Anything may be asked for, so that a refusal can say what there is. */
    @GET
    @RolesAllowed("AUDITOR")
    @Path("/thresholds")
    @Produces(MediaType.WILDCARD)
    public Response thresholds(@Context UriInfo uri, @Context Request request, @Context HttpHeaders headers) {
        Variant chosen = request.selectVariant(List.of(new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null), new Variant(PICTURE, (String) null, null)));
        if (chosen == null) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE, "格式有：application/json、image/svg+xml", "it comes as application/json or image/svg+xml");
        }
        Parameters parameters = new Parameters(uri.getQueryParameters(), bases);
        int within = parameters.whole("within", 5, 1, 20);
        Asked asked = asked(parameters);
        List<Clusters.Cluster> clusters = search.screening(connection -> new Clusters(connection).near(asked.filter.conditions(connection), asked.all(), asked.upTo, within));
        List<Clusters.Cluster> first = clusters.subList(0, Math.min(SHOWN, clusters.size()));
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return PICTURE.isCompatible(chosen.getMediaType())
                ? Response.ok(new Chart(language, within).of(first.stream().filter(Clusters.Cluster::suspicious).toList())).type("image/svg+xml;charset=UTF-8").build()
                : Response.ok(ScreenWriter.thresholds(first, clusters.size(), within, asked.upTo)).type(MediaType.APPLICATION_JSON).build();
    }

    @GET
    @RolesAllowed("AUDITOR")
    @Path("/judgements")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] judgements(@Context UriInfo uri) {
        Asked asked = asked(new Parameters(uri.getQueryParameters(), bases));
        return search.screening(connection -> {
            JudgeFrequencies frequencies = new JudgeFrequencies(connection);
            SortedMap<String, Map<Long, JudgeFrequencies.Frequency>> points = frequencies.byPoint(asked.filter.conditions(connection), asked.all(), asked.upTo);
            return ScreenWriter.judgements(points, frequencies, asked.upTo);
        });
    }
}
