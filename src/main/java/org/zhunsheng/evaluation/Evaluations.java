package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.zhunsheng.guides.Guides;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Tenure;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.JudgementRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Bytes in, core out: reads a request, holds it against the ledger, decides, writes the core; and does so again years later. */
@Singleton
public final class Evaluations implements Renewal {

    /** A request, how it was decided and by which rule base. */
    public record Evaluated(EvaluationRequest request, String policy, String ruleBase, List<Decision> decisions, byte[] core,
                            String coreDigest, Reliance reliance) {

        public Answers.Concluded concluded() {
            return new Answers.Concluded(request.question().name(), policy, ruleBase, core, coreDigest, reliance);
        }
    }

    /** A request as it was read, and what was found wrong with it so far. */
    public record Asked(EvaluationRequest request, RuleBase base, Problems problems) {
    }

    private final RuleBases bases;
    private final Guides guides;
    private final Lookup lookup;
    private final FactReader reader;
    private final CoreWriter writer;
    private final Map<RuleBase, Desk> desks = new ConcurrentHashMap<>();

    /** Where no guide is held and nothing can be looked up. */
    public Evaluations(RuleBases bases) {
        this(bases, null, Lookup.nowhere(bases.catalogue()));
    }

    @Inject
    public Evaluations(RuleBases bases, Guides guides, Lookup lookup) {
        this.bases = bases;
        this.guides = guides;
        this.lookup = lookup;
        this.reader = new FactReader(bases.catalogue());
        this.writer = new CoreWriter(bases.catalogue());
        bases.whenReleased(desks::remove);
    }

    public Desk desk(RuleBase base) {
        return desks.computeIfAbsent(base, each -> new Desk(each, bases.ids(), bases.catalogue()));
    }

    /** The desk of what stands between the documents, or stood there. */
    public Desk between(Tenure.Chosen chosen) {
        return desk(bases.inForce(bases.all().stream().filter(base -> base.policy().between()).findFirst().orElseThrow(), chosen));
    }

    /** @param knownAt null for those held now */
    public HeldGuides guides(Instant knownAt) {
        return guides == null ? HeldGuides.NONE : knownAt == null ? guides : guides.knownAt(knownAt);
    }

    public Evaluated evaluate(byte[] body) {
        return evaluate(ask(body));
    }

    Evaluated evaluate(byte[] body, HeldGuides held) {
        return evaluate(ask(body), held);
    }

    /** By a rule base that need not be in force; nothing is looked up beside what is said. */
    public Evaluated evaluate(byte[] body, RuleBase base) {
        Asked asked = ask(body);
        asked.problems.raise();
        return evaluate(asked.request, base, null, guides(asked.request.knownAt()), Lookup.NOTHING, asked.problems);
    }

    /** Nobody asks it again. */
    public void release(RuleBase base) {
        desks.remove(base);
    }

    Evaluated evaluate(Asked asked) {
        return evaluate(asked, guides(asked.request.knownAt()));
    }

    private Evaluated evaluate(Asked asked, HeldGuides held) {
        asked.problems.raise();
        RuleBase base = bases.inForce(asked.base, chosen(asked.request));
        return evaluate(asked.request, base, null, held, lookup.of(asked.request, desk(base)), asked.problems);
    }

    private static Tenure.Chosen chosen(EvaluationRequest request) {
        return new Tenure.Chosen(request.day(), request.knownAt());
    }

    /** What is looked up, or decided long ago, is read from the database, for which whoever asks must wait. */
    boolean mustWait(Asked asked) {
        return asked.problems.faults().isEmpty()
                && (lookup.isNeeded(asked.request, desk(asked.base)) || !bases.isAtHand(asked.base, chosen(asked.request)));
    }

    /** What can be found out beside what a caller says. */
    public Lookup lookup() {
        return lookup;
    }

    Asked ask(byte[] body) {
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
        if (request.registers() != null && !request.registers().code().matches("[0-9A-Z]{18}")) {
            problems.at("/registers/code", ProblemCode.INVALID_TEXT, "应为18位统一社会信用代码", "must be a unified social credit code of 18 characters");
        }
        if (base == null || request.question() == null) {
            problems.raise();
        }
        return new Asked(request, base, problems);
    }

    private Evaluated evaluate(EvaluationRequest request, RuleBase base, LocalDate asOf, HeldGuides held, Lookup.Found found, Problems problems) {
        Desk desk = desk(base);
        Optional<Policy.Repealed> repealed = base.policy().repealed(request.policy());
        EvaluationRequest known = found.beside(request, bases.catalogue());
        Inquiry inquiry = repealed.isPresent() ? desk.inquiries().dated(known) : desk.inquiries().of(known, problems);
        problems.raise();
        Inquiry dated = desk.guided(asOf == null ? inquiry
                : new Inquiry(inquiry.selections(), asOf, inquiry.readings(), inquiry.judgements(), inquiry.facts()), held);
        List<Decision> decisions = repealed.isPresent() ? List.of(Decision.ended(request.question(), repealed.get(), base.policy(), dated.asOf()))
                : desk.decide(dated);
        if (request.sensitivity()) {
            decisions = compared(desk, request, dated, decisions);
        }
        byte[] core = writer.core(request, dated, decisions, found, base.digest());
        return new Evaluated(request, base.policy().policy(), base.digest(), decisions, core, Digest.of(core), found.reliance());
    }

    /** A document that ended is read in no way any more. */
    private static List<Decision> compared(Desk desk, EvaluationRequest request, Inquiry inquiry, List<Decision> decisions) {
        if (inquiry.selections().isEmpty()) {
            return decisions.stream().map(decision -> decision.with(List.of())).toList();
        }
        OtherReadings others = new OtherReadings(desk.base().policy(), inquiry, request.readings().keySet(), desk::decide);
        return IntStream.range(0, decisions.size()).mapToObj(i -> others.compared(inquiry.selections().get(i), decisions.get(i))).toList();
    }

    public JudgementRequest readJudgement(byte[] body) {
        Problems problems = new Problems();
        JudgementRequest judged = reader.readJudgement(body, problems);
        problems.raise();
        return judged;
    }

    /**
     * Decides a recorded request once more by the rules and on the day of then, with a judgement added. The point must be one that the
     * decision looked at, open or judged before.
     */
    public Evaluated judged(byte[] answer, JudgementRequest judged) {
        byte[] core = Answer.core(answer);
        JsonNode recorded = Comparison.tree(core);
        Problems problems = new Problems();
        desk(ruleBase(recorded)).inquiries().admits(judged.point(), judged.judgement(), "/point", "/value", problems);
        problems.raise();
        EvaluationRequest request = request(core).judged(judged.point(), judged.judgement());
        Evaluated evaluated = again(request, ruleBase(recorded), recorded, lookup.again(request, recorded));
        TreeSet<String> points = new TreeSet<>();
        evaluated.decisions.forEach(decision -> points.addAll(decision.points(evaluated.policy)));
        Judgeable.requireLookedAt(points, judged.point());
        return evaluated;
    }

    /** The guide that a core names, for its year and every other; none where it names none, whatever has been entered since. */
    public HeldGuides recorded(JsonNode guidance) {
        String digest = guidance.path("digest").asText(null);
        return digest == null ? HeldGuides.NONE : (policy, year) -> Optional.of(guides.named(digest));
    }

    /** Decides a recorded request, changed or not, under the guide and as of the day that its core names. */
    private Evaluated again(EvaluationRequest request, RuleBase base, JsonNode recorded, Lookup.Found found) {
        return evaluate(request, base, LocalDate.parse(recorded.required("asOf").asText()), recorded(recorded.path("guide")), found,
                new Problems());
    }

    /** A recorded request with what was looked up for it then, to be decided on other facts; none of anything but an evaluation, or of a document that had ended. */
    public Optional<Supposed> supposing(byte[] core) {
        JsonNode recorded = Comparison.tree(core);
        if (!gives(recorded)) {
            return Optional.empty();
        }
        EvaluationRequest asked = request(core);
        RuleBase base = ruleBase(recorded);
        if (base.policy().repealed(asked.policy()).isPresent()) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        Inquiry inquiry = desk(base).inquiries().of(lookup.again(asked, recorded).beside(asked, bases.catalogue()), problems);
        problems.raise();
        LocalDate asOf = LocalDate.parse(recorded.required("asOf").asText());
        return Optional.of(new Supposed(desk(base), new Inquiry(inquiry.selections(), asOf, inquiry.readings(), inquiry.judgements(), inquiry.facts()),
                asked.asOf() != null, recorded(recorded.path("guide")), bases.catalogue()));
    }

    private EvaluationRequest request(byte[] core) {
        return asked(Answer.member(core, "request"));
    }

    private EvaluationRequest asked(byte[] written) {
        Problems problems = new Problems();
        EvaluationRequest request = reader.read(written, problems);
        problems.raise();
        return request;
    }

    /**
     * A recorded core as it would be under a rule base that need not have decided then, knowing only what was known then.
     *
     * @param written the request as the core holds it
     */
    public Evaluated under(byte[] written, JsonNode recorded, RuleBase base) {
        EvaluationRequest request = asked(written);
        return again(request, base, recorded, lookup.again(request, recorded));
    }

    @Override
    public boolean gives(JsonNode core) {
        return AnswerKind.EVALUATION.isOf(core);
    }

    @Override
    public Renewed renewed(byte[] core, JsonNode recorded) {
        EvaluationRequest request = request(core);
        Evaluated now = again(request, ruleBase(recorded), recorded, lookup.now(request, recorded));
        return new Renewed(now.core, now.reliance);
    }

    private RuleBase ruleBase(JsonNode recorded) {
        return bases.named(recorded.required("ruleBase").asText());
    }

    @Override
    public Replayed replayed(byte[] core, JsonNode recorded, Under under) {
        String then = recorded.required("ruleBase").asText();
        under.requirePart(List.of(then));
        EvaluationRequest request = request(core);
        Evaluated again = again(request, under.of(then), recorded, lookup.again(request, recorded));
        return new Replayed(again.core, again.ruleBase);
    }
}
