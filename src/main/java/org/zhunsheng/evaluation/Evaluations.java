package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Bytes in, core out: reads a request, holds it against the ledger, decides, writes the core; and does so again years later. */
@Singleton
public final class Evaluations {

    /** A request, how it was decided and by which rule base. */
    public record Evaluated(EvaluationRequest request, String policy, String ruleBase, List<Decision> decisions, byte[] core,
                            String coreDigest) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuleBases bases;
    private final FactReader reader;
    private final CoreWriter writer;
    private final Map<RuleBase, Desk> desks = new ConcurrentHashMap<>();

    public Evaluations(RuleBases bases) {
        this.bases = bases;
        this.reader = new FactReader(bases.catalogue());
        this.writer = new CoreWriter(bases.catalogue());
    }

    public Desk desk(RuleBase base) {
        return desks.computeIfAbsent(base, each -> new Desk(each, bases.ids(), bases.catalogue()));
    }

    public Evaluated evaluate(byte[] body) {
        Problems problems = new Problems();
        EvaluationRequest request = reader.read(body, problems);
        if (request == null) {
            problems.raise();
        }
        RuleBase base = request.policy() == null ? null : bases.inForce(request.policy())
                .or(() -> bases.ended(request.policy()).map(RuleBases.Ended::by)).orElse(null);
        if (base == null && request.policy() != null) {
            problems.at("/policy", ProblemCode.UNKNOWN_POLICY, "没有文件 " + request.policy() + "，可用：" + bases.names(),
                    "there is no policy " + request.policy() + "; available: " + bases.names());
        }
        if (base == null || request.question() == null) {
            problems.raise();
        }
        return evaluate(request, base, null, problems);
    }

    private Evaluated evaluate(EvaluationRequest request, RuleBase base, LocalDate asOf, Problems problems) {
        Desk desk = desk(base);
        Optional<Policy.Repealed> repealed = base.policy().repealed(request.policy());
        Inquiry inquiry = repealed.isPresent() ? desk.inquiries().dated(request) : desk.inquiries().of(request, problems);
        problems.raise();
        Inquiry dated = asOf == null ? inquiry
                : new Inquiry(inquiry.selections(), asOf, inquiry.readings(), inquiry.judgements(), inquiry.facts());
        List<Decision> decisions = repealed.isPresent() ? List.of(Decision.ended(request.question(), repealed.get(), base.policy(), dated.asOf()))
                : desk.decide(dated);
        byte[] core = writer.core(request, dated, decisions, base.digest());
        return new Evaluated(request, base.policy().policy(), base.digest(), decisions, core, Digest.of(core));
    }

    /** Evaluates a recorded request again under the rule base that decided it, and compares the cores. */
    byte[] replay(String id, byte[] answer) {
        byte[] core = Answer.member(answer, "core");
        JsonNode recorded = tree(core);
        String digest = recorded.required("ruleBase").asText();
        Problems problems = new Problems();
        EvaluationRequest request = reader.read(Answer.member(core, "request"), problems);
        problems.raise();
        Evaluated again = evaluate(request, bases.named(digest), LocalDate.parse(recorded.required("asOf").asText()), problems);
        return comparison(id, digest, core, again.core());
    }

    /** How a recorded core and the one that came out now differ, if they do. */
    public static byte[] comparison(String id, String ruleBase, byte[] core, byte[] again) {
        CanonicalJson json = new CanonicalJson().object().name("coreDigest").value(Digest.of(core)).name("differences").array();
        TreeSet<String> differences = new TreeSet<>();
        differences("", tree(core), tree(again), differences);
        differences.forEach(json::value);
        return json.end().name("id").value(id).name("replayedCoreDigest").value(Digest.of(again)).name("ruleBase").value(ruleBase)
                .name("same").value(Arrays.equals(core, again)).end().bytes();
    }

    public static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON pointers to the places that differ; arrays are compared by position, which findings keep. */
    private static void differences(String at, JsonNode one, JsonNode other, TreeSet<String> into) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> differences(at + "/" + name.replace("~", "~0").replace("/", "~1"), one.path(name), other.path(name), into));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                differences(at + "/" + i, one.get(i), other.get(i), into);
            }
        } else {
            into.add(at);
        }
    }
}
