package org.zhunsheng.search;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Which evaluations an auditor is to look at: a stratified sample that anybody can draw again. */
@Path("/v1/evaluations:sample")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class SampleResource {

    private static final String BOUNDS = "1,500000,1000000,2000000,5000000";

    private final Search search;
    private final RuleBases bases;

    SampleResource(Search search, RuleBases bases) {
        this.search = search;
        this.bases = bases;
    }

    @GET
    @RolesAllowed("AUDITOR")
    public byte[] sample(@Context UriInfo uri) throws IOException {
        Parameters parameters = new Parameters(uri.getQueryParameters(), bases);
        String seed = parameters.other("seed").filter(text -> text.matches("[\\x21-\\x7e]{1,64}")).orElseThrow(() -> wrong("seed 应为 1 至 64 个可见 ASCII 字符",
                "seed must be 1 to 64 visible ASCII characters"));
        int each = parameters.whole("each", 5, 1, 200);
        List<Sample.By> by = by(parameters.other("by").orElse("outcome"));
        List<BigDecimal> bounds = bounds(parameters.other("bounds").orElse(BOUNDS));
        boolean fresh = parameters.flag("fresh");
        Optional<String> upTo = parameters.other("upTo");
        Filter filter = parameters.filter();
        if (fresh) {
            search.awaitNow(SearchResource.PATIENCE);
        }
        long reached = search.upTo();
        long end = upTo.isEmpty() ? reached : end(upTo.get(), reached);
        return written(seed, end, new Sample(new Sample.Order(seed, each, by, bounds)).drawn(search, filter, end));
    }

    private static long end(String written, long reached) {
        if (!written.matches("\\d{1,15}") || Long.parseLong(written) > reached) {
            throw wrong("upTo 应为不大于 " + reached + " 的整数", "upTo must be a whole number of at most " + reached);
        }
        return Long.parseLong(written);
    }

    private static List<Sample.By> by(String written) {
        if (!Stream.of(written.split(",", -1)).allMatch(name -> name.matches("outcome|amount|clause"))) {
            throw wrong("by 应为 outcome、amount、clause，用逗号分隔", "by must be outcome, amount, clause, separated by commas");
        }
        return Arrays.stream(written.split(",")).map(name -> Sample.By.valueOf(name.toUpperCase())).distinct().toList();
    }

    private static List<BigDecimal> bounds(String written) {
        if (!written.matches("\\d{1,13}(\\.\\d{1,2})?(,\\d{1,13}(\\.\\d{1,2})?){0,19}")) {
            throw wrong("bounds 应为至多 20 个金额，用逗号分隔", "bounds must be at most 20 amounts, separated by commas");
        }
        return Arrays.stream(written.split(",")).map(BigDecimal::new).sorted().toList();
    }

    private static ProblemException wrong(String zh, String en) {
        return new ProblemException(ProblemCode.BAD_REQUEST, zh, en);
    }

    private static byte[] written(String seed, long upTo, SortedMap<Sample.Stratum, Sample.Drawn> strata) {
        CanonicalJson json = new CanonicalJson().object().name("seed").value(seed).name("strata").array();
        strata.forEach((stratum, drawn) -> {
            json.object().name("evaluations").array();
            drawn.hits().forEach(hit -> HitWriter.hit(json, hit));
            json.end().name("population").value(drawn.population()).name("stratum");
            stratum(json.object(), stratum);
            json.end().end();
        });
        return json.end().name("upTo").value(upTo).end().bytes();
    }

    private static void stratum(CanonicalJson json, Sample.Stratum stratum) {
        if (stratum.from() != null) {
            if (stratum.to() != null) {
                json.name("amountBelowYuan").value(stratum.to());
            }
            json.name("amountFromYuan").value(stratum.from());
        }
        if (stratum.decidedBy() != null) {
            json.name("decidedBy").array();
            stratum.decidedBy().forEach(json::value);
            json.end();
        }
        if (stratum.outcome() != null) {
            json.name("outcome").value(stratum.outcome());
        }
        if (stratum.policy() != null) {
            json.name("policy").value(stratum.policy());
        }
    }
}
