package org.zhunsheng.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemException;

/** The cases that this service was built with, to be tried on rule bases that may come to decide. They ask no register and no ledger. */
@Singleton
public final class Cases {

    private static final Logger LOG = Logger.getLogger(Cases.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuleBases bases;
    private final Evaluations evaluations;
    private Map<String, List<Case>> byPolicy;

    public Cases(RuleBases bases) {
        this.bases = bases;
        this.evaluations = new Evaluations(bases);
    }

    /** Read when first asked for: a service that nobody hands a workbook needs none. */
    private synchronized List<Case> of(String policy) {
        if (byPolicy == null) {
            byPolicy = Case.all().stream().collect(Collectors.groupingBy(one -> one.request().path("policy").asText(), LinkedHashMap::new, Collectors.toList()));
        }
        return byPolicy.getOrDefault(policy, List.of());
    }

    /** On all processors: somebody waits for it. */
    public CaseRun under(RuleBase base) {
        List<Case> cases = of(base.policy().policy());
        try {
            List<Tried> tried = cases.parallelStream().map(one -> tried(one, base)).filter(Objects::nonNull).toList();
            return new CaseRun(cases.size(), tried.stream().map(Tried::failing).filter(Objects::nonNull).toList(),
                    tried.stream().map(Tried::broken).filter(Objects::nonNull).toList());
        } finally {
            if (bases.all().stream().noneMatch(deciding -> deciding == base)) {
                evaluations.release(base);
            }
        }
    }

    /** A case that comes out otherwise, or the name of one at which the rules stopped. */
    private record Tried(CaseRun.Failing failing, String broken) {
    }

    /** Null where it comes out as it is to. */
    private Tried tried(Case one, RuleBase base) {
        try {
            List<Wrong> wrong = wrong(one, base);
            return wrong.isEmpty() ? null : new Tried(new CaseRun.Failing(one.file(), one.title(), wrong, behind(one, base)), null);
        } catch (RuntimeException stopped) {
            LOG.errorf(stopped, "case %s of %s", one.title(), one.file());
            return new Tried(null, one.file() + "：" + one.title());
        }
    }

    private List<Wrong> wrong(Case one, RuleBase base) {
        String refusal = one.expect().path("error").asText(null);
        if (refusal == null) {
            return Expected.wrong(one, decision(one, base));
        }
        try {
            return List.of(new Wrong("error", refusal, decision(one, base).path("outcome").asText()));
        } catch (ProblemException refused) {
            boolean same = Stream.iterate((Throwable) refused, Objects::nonNull, Throwable::getCause).anyMatch(each -> String.valueOf(each.getMessage()).contains(refusal));
            return same ? List.of() : List.of(new Wrong("error", refusal, refused.problem().code().name()));
        }
    }

    private JsonNode decision(Case one, RuleBase base) {
        return Comparison.tree(evaluations.evaluate(bytes(one), base).core()).at("/decisions/0");
    }

    private static byte[] bytes(Case one) {
        try {
            return JSON.writeValueAsBytes(one.request());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the base says otherwise of this case than what is in force does. */
    private List<CaseRun.Behind> behind(Case one, RuleBase base) {
        if (one.expect().has("error")) {
            return List.of();
        }
        JsonNode now = decision(one, bases.inForce(base.policy().policy()).orElseThrow());
        List<CaseRun.Behind> behind = new ArrayList<>();
        for (JsonNode finding : decision(one, base).path("findings")) {
            JsonNode before = finding(now, finding.get("clause"));
            if (!finding.path("verdict").equals(before.path("verdict")) || !finding.path("award").equals(before.path("award"))) {
                behind.add(new CaseRun.Behind(finding.get("clause").asText(), finding.path("place").asText(null)));
            }
        }
        return behind;
    }

    private static JsonNode finding(JsonNode decision, JsonNode clause) {
        for (JsonNode finding : decision.path("findings")) {
            if (finding.get("clause").equals(clause)) {
                return finding;
            }
        }
        return JSON.missingNode();
    }
}
