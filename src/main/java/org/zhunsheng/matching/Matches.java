package org.zhunsheng.matching;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Lookup;
import org.zhunsheng.evaluation.Remembered;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Question;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Tenure;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.MatchRequest;
import org.zhunsheng.wire.Problems;

/** The policy finder: one profile held against every document, and the best that may be had of it all together. */
@Singleton
public final class Matches implements Renewal {

    private static final List<Question> ASKED = List.of(Question.SUPPORT, Question.RECOGNITION, Question.SCOPE);

    /** How a profile was answered, and by which rule bases. */
    record Matched(MatchRequest request, byte[] core, String coreDigest, String ruleBase, Reliance reliance) {
    }

    /** An alternative reading under which another combination would be the best. */
    record Alternative(String reading, String option, Round round, Round.Plan plan) {
    }

    private final RuleBases bases;
    private final Evaluations evaluations;
    private final FactReader reader;
    private final MatchWriter writer;
    private final Bars bars;
    private final Between.Memory memory = new Between.Memory();

    Matches(RuleBases bases, Evaluations evaluations) {
        this.bases = bases;
        this.evaluations = evaluations;
        this.reader = new FactReader(bases.catalogue());
        this.writer = new MatchWriter(bases.catalogue());
        this.bars = new Bars(bases.catalogue());
    }

    Matched match(byte[] body, LocalDate today) {
        Problems problems = new Problems();
        MatchRequest request = reader.readMatch(body, problems);
        problems.raise();
        LocalDate asOf = Profile.day(request, today, problems);
        problems.raise();
        Tenure.Chosen chosen = new Tenure.Chosen(asOf, request.knownAt());
        return match(request, asOf, desks(bases.all().stream().map(base -> bases.inForce(base, chosen)).toList()), evaluations.guides(request.knownAt()), null);
    }

    /** Municipal money before the district's, an older document before a newer one: the order in which equals are preferred. */
    private List<Desk> desks(Collection<RuleBase> bases) {
        Comparator<Policy> order = Comparator.comparing(Policy::funderLevel, Comparator.nullsLast(Comparator.naturalOrder()));
        return bases.stream().sorted(Comparator.comparing(RuleBase::policy, Comparator.comparing(Policy::between).thenComparing(order.thenComparing(Policy::signedOn))))
                .map(evaluations::desk).toList();
    }

    /** @param recorded what an earlier answer names of the ledger; null asks the ledger as it is */
    private Matched match(MatchRequest request, LocalDate asOf, List<Desk> desks, HeldGuides guides, JsonNode recorded) {
        long mark = evaluations.lookup().mark();
        List<Map<String, Object>> profiles = new ArrayList<>(new Admission(request, desks, bases).profiles());
        List<Remembered> remembered = remembered(request, profiles, asOf, recorded);
        Reliance reliance = Reliance.NONE;
        for (int i = 0; i < profiles.size(); i++) {
            reliance = request.knownAt() != null ? Reliance.NONE : reliance.and(Lookup.reliance(mark, profiles.get(i), asOf, remembered.get(i)));
            if (remembered.get(i) != null) {
                profiles.set(i, remembered.get(i).beside(profiles.get(i)));
            }
        }
        List<Desk> held = desks.stream().filter(desk -> !desk.base().policy().between() && desk.base().policy().inForce(asOf, request.readings())).toList();
        List<Candidate> candidates = new ArrayList<>();
        held.forEach(desk -> candidates.addAll(candidates(desk, request, profiles, asOf, request.readings(), guides)));
        Round round = new Round(candidates, bars.asked(), between(desks, request, asOf, request.readings()));
        List<Alternative> alternatives = request.sensitivity() ? alternatives(round, desks, request) : null;
        byte[] core = writer.core(request, asOf, desks, round, remembered, alternatives);
        return new Matched(request, core, Digest.of(core), ruleBase(desks), reliance);
    }

    private Between between(List<Desk> desks, MatchRequest request, LocalDate asOf, Map<String, String> readings) {
        return new Between(memory, desks.stream().filter(desk -> desk.base().policy().between()).findFirst().orElseThrow(), asOf, readings, request.judgements());
    }

    private static String ruleBase(List<Desk> desks) {
        return Digest.of(desks.stream().map(desk -> desk.base().digest()).collect(Collectors.joining()).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Replayed replayed(byte[] core, JsonNode recorded, Under under) {
        List<String> then = new ArrayList<>();
        recorded.required("ruleBases").forEach(base -> then.add(base.required("digest").asText()));
        under.requirePart(then);
        Matched again = again(core, recorded, under.isCurrent() ? desks(bases.all()) : then.stream().map(base -> evaluations.desk(under.of(base))).toList(), recorded);
        return new Replayed(again.core, again.ruleBase);
    }

    @Override
    public boolean gives(JsonNode core) {
        return AnswerKind.MATCH.isOf(core);
    }

    @Override
    public Renewed renewed(byte[] core, JsonNode recorded) {
        List<Desk> desks = new ArrayList<>();
        recorded.required("ruleBases").forEach(base -> desks.add(evaluations.desk(bases.named(base.required("digest").asText()))));
        Matched now = again(core, recorded, desks, null);
        return new Renewed(now.core, now.reliance);
    }

    /** @param ledger the core that names what was known of the ledger; null asks the ledger as it is */
    private Matched again(byte[] core, JsonNode recorded, List<Desk> desks, JsonNode ledger) {
        Problems problems = new Problems();
        MatchRequest request = reader.readMatch(Answer.member(core, "request"), problems);
        problems.raise();
        return match(request, LocalDate.parse(recorded.required("asOf").asText()), desks, recorded(recorded.path("guides")), ledger);
    }

    /** What the ledger knows for each activity: its content may be another's. */
    private List<Remembered> remembered(MatchRequest request, List<Map<String, Object>> profiles, LocalDate asOf, JsonNode recorded) {
        List<Remembered> remembered = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            String activity = request.activities().get(i).activity();
            remembered.add(recorded == null ? evaluations.lookup().remembered(profiles.get(i), asOf, request.knownAt()) : evaluations.lookup().remembered(ledger(recorded, activity)));
        }
        return remembered;
    }

    private static JsonNode ledger(JsonNode recorded, String activity) {
        for (JsonNode each : recorded.path("history")) {
            if (each.required("activity").asText().equals(activity)) {
                return each.required("ledger");
            }
        }
        return recorded.path("history").path("none");
    }

    private HeldGuides recorded(JsonNode guides) {
        return (policy, year) -> {
            for (JsonNode guidance : guides) {
                if (guidance.path("policy").asText().equals(policy) && guidance.path("year").asInt() == year) {
                    return evaluations.recorded(guidance).of(policy, year);
                }
            }
            return Optional.empty();
        };
    }

    private List<Candidate> candidates(Desk desk, MatchRequest request, List<Map<String, Object>> profiles, LocalDate asOf,
                                       Map<String, String> readings, HeldGuides guides) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            MatchRequest.Activity activity = request.activities().get(i);
            Map<String, Judgement> judgements = new HashMap<>(request.judgements());
            judgements.putAll(activity.judgements());
            for (Question question : ASKED) {
                for (Selection selection : desk.speakingOf(activity.facts(), question)) {
                    var inquiry = desk.guided(desk.inquiry(List.of(selection), asOf, readings, judgements, profiles.get(i), new Problems()), guides);
                    candidates.add(new Candidate(desk, activity.activity(), inquiry, desk.decide(inquiry).get(0)));
                }
            }
        }
        candidates.sort(Comparator.comparing(candidate -> place(candidate)));
        return candidates;
    }

    /** By the clause of the direction in reading order; activities keep the order they were given in. */
    private static int place(Candidate candidate) {
        Policy policy = candidate.desk().base().policy();
        return policy.directions().indexOf(candidate.selection().direction());
    }

    /** Every other option of every reading that bears on a candidate, or between documents; candidates it does not bear on keep their answers. */
    private static List<Alternative> alternatives(Round standard, List<Desk> desks, MatchRequest request) {
        Map<String, String> chosen = request.readings();
        SortedMap<String, SortedSet<String>> options = new TreeMap<>();
        Consumer<Reading> open = reading -> reading.choices()
                .forEach(option -> options.computeIfAbsent(reading.id(), id -> new TreeSet<>()).add(option.key()));
        standard.candidates().forEach(candidate -> candidate.open(chosen).forEach(open));
        if (standard.meetsBetweenDocuments()) {
            desks.stream().map(desk -> desk.base().policy()).filter(Policy::between).flatMap(policy -> policy.readings().stream())
                    .filter(Reading::selectable).filter(reading -> Candidate.isOpen(reading, chosen))
                    .filter(reading -> options.keySet().stream().noneMatch(reading::isCalled)).forEach(open);
        }
        Round.Plan usual = standard.plan(false);
        List<Alternative> alternatives = new ArrayList<>();
        options.forEach((reading, keys) -> keys.forEach(option -> {
            Round round = standard.with(candidate -> candidate.under(reading, option, chosen), standard.between().under(reading, option));
            Round.Plan plan = round.plan(false);
            if (!plan.isSame(usual)) {
                alternatives.add(new Alternative(reading, option, round, plan));
            }
        }));
        return alternatives;
    }
}
