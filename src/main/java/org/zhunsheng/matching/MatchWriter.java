package org.zhunsheng.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.evaluation.CoreWriter;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Guidance;
import org.zhunsheng.evaluation.Remembered;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.findings.Award;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.FactWriter;
import org.zhunsheng.wire.MatchRequest;

/** Writes what the finder found, in canonical form: names in their order, candidates referred to by their place. */
final class MatchWriter {

    private final FactWriter facts;
    private final CoreWriter decisions;

    MatchWriter(FactCatalogue catalogue) {
        this.facts = new FactWriter(catalogue);
        this.decisions = new CoreWriter(catalogue);
    }

    byte[] core(MatchRequest request, LocalDate asOf, List<Desk> desks, Round round, List<Remembered> remembered, List<Matches.Alternative> alternatives) {
        CanonicalJson json = new CanonicalJson().object();
        if (alternatives != null) {
            json.name("alternatives").array();
            alternatives.forEach(each -> alternative(json, each));
            json.end();
        }
        json.name("asOf").value(asOf.toString()).name("calendar").value(WorkingDays.official().version()).name("candidates").array();
        round.candidates().forEach(candidate -> {
            json.object().name("activity").value(candidate.activity());
            decisions.decision(json.name("decision"), candidate.decision(), false);
            json.name("policy").value(candidate.policy()).end();
        });
        json.end();
        Round.Plan plan = round.plan(false);
        List<Between.Open> between = round.open(plan);
        combination(json.name("combination"), plan, round.leftOut(plan));
        Round.Plan judged = round.plan(true);
        if (!judged.chosen().equals(plan.chosen())) {
            combination(json.name("combinationIfJudged"), judged, round.leftOut(judged));
        }
        List<Guidance> guides = round.candidates().stream().map(candidate -> candidate.inquiry().guidance()).filter(Objects::nonNull).distinct().toList();
        if (!guides.isEmpty()) {
            json.name("guides").array();
            guides.forEach(guidance -> guidance.write(json));
            json.end();
        }
        if (remembered.stream().anyMatch(Objects::nonNull)) {
            json.name("history").array();
            for (int i = 0; i < remembered.size(); i++) {
                if (remembered.get(i) != null) {
                    remembered.get(i).write(json.object().name("activity").value(request.activities().get(i).activity()).name("ledger"));
                    json.end();
                }
            }
            json.end();
        }
        asks(json.name("judgementsNeeded"), round, "point", decision -> decision.judgementsNeeded().stream()
                .map(open -> new Ask(open.point(), open.ifFavourable())).toList());
        asks(json.name("needs"), round, "fact", decision -> decision.needs().stream().map(need -> new Ask(need.fact(), need.ifFavourable())).toList());
        notInForce(json, request, asOf, desks);
        openBetween(json, between);
        facts.write(json.name("request"), request);
        json.name("ruleBases").array();
        desks.forEach(desk -> json.object().name("digest").value(desk.base().digest()).name("policy").value(desk.base().policy().policy()).end());
        json.end().name("warnings").array();
        warnings(round, plan, between).forEach(json::value);
        return json.end().end().bytes();
    }

    private static void combination(CanonicalJson json, Round.Plan plan, List<Round.LeftOut> leftOut) {
        chosen(json.object(), plan).name("leftOut").array();
        for (Round.LeftOut left : leftOut) {
            json.object();
            if (left.because() != null) {
                json.name("because").value((long) left.because());
            }
            json.name("candidate").value((long) left.candidate()).name("clauses").array();
            left.clauses().forEach(json::value);
            json.end();
            if (left.freeFrom() != null) {
                json.name("freeFrom").value(left.freeFrom().toString());
            }
            json.name("reason").value(left.reason()).end();
        }
        totals(json.end(), plan).end();
    }

    private static CanonicalJson chosen(CanonicalJson json, Round.Plan plan) {
        json.name("chosen").array();
        plan.chosen().stream().forEach(place -> json.value((long) place));
        return json.end();
    }

    private static CanonicalJson totals(CanonicalJson json, Round.Plan plan) {
        json.name("totals").object();
        json.name("ceilingYuan").value(total(plan, Award.Kind.CEILING)).name("discretionaryCeilingYuan")
                .value(total(plan, Award.Kind.DISCRETIONARY_CEILING)).name("exactYuan").value(total(plan, Award.Kind.EXACT));
        return json.name("totalMaxYuan").value(plan.total()).end();
    }

    private static BigDecimal total(Round.Plan plan, Award.Kind kind) {
        return plan.totals().getOrDefault(kind, BigDecimal.ZERO);
    }

    private static void alternative(CanonicalJson json, Matches.Alternative alternative) {
        json.object().name("chosen").array();
        alternative.plan().chosen().stream().forEach(place -> {
            Candidate candidate = alternative.round().candidates().get(place);
            json.object().name("activity").value(candidate.activity()).name("direction").value(candidate.decision().direction())
                    .name("policy").value(candidate.policy()).end();
        });
        json.end().name("option").value(alternative.option()).name("reading").value(alternative.reading());
        totals(json, alternative.plan()).end();
    }

    private record Ask(String name, Decision.Prospect ifFavourable) {
    }

    private interface Asking {
        List<Ask> of(Decision decision);
    }

    private record Worth(String name, BigDecimal couldAddYuan, TreeSet<Integer> candidates) {
    }

    /** What could still change most comes first, so that a caller can ask the next best question. */
    private static void asks(CanonicalJson json, Round round, String name, Asking asking) {
        Map<String, Worth> worths = new TreeMap<>();
        for (int i = 0; i < round.candidates().size(); i++) {
            Candidate candidate = round.candidates().get(i);
            BigDecimal now = candidate.isEligible() ? candidate.yuan() : BigDecimal.ZERO;
            for (Ask ask : asking.of(candidate.decision())) {
                BigDecimal then = ask.ifFavourable.maxAmountYuan() == null ? BigDecimal.ZERO : ask.ifFavourable.maxAmountYuan();
                Worth before = worths.getOrDefault(ask.name, new Worth(ask.name, BigDecimal.ZERO, new TreeSet<>()));
                before.candidates.add(i);
                worths.put(ask.name, new Worth(ask.name, before.couldAddYuan.add(then.subtract(now).max(BigDecimal.ZERO)), before.candidates));
            }
        }
        List<Worth> ordered = new ArrayList<>(worths.values());
        ordered.sort(Comparator.comparing(Worth::couldAddYuan).thenComparing(worth -> worth.candidates.size()).reversed().thenComparing(Worth::name));
        json.array();
        ordered.forEach(worth -> {
            json.object().name("candidates").array();
            worth.candidates.forEach(place -> json.value((long) place));
            json.end().name("couldAddYuan").value(worth.couldAddYuan).name(name).value(worth.name).end();
        });
        json.end();
    }

    private static void notInForce(CanonicalJson json, MatchRequest request, LocalDate asOf, List<Desk> desks) {
        json.name("notInForce").array();
        for (Desk desk : desks) {
            Policy policy = desk.base().policy();
            if (!policy.between() && !policy.inForce(asOf, request.readings())) {
                json.object().name("inForceFrom").value(policy.inForceFrom().toString());
                LocalDate last = policy.inForce(asOf) ? policy.endsUnder().on() : policy.inForceTo();
                if (last != null) {
                    json.name("inForceTo").value(last.toString());
                }
                json.name("policy").value(policy.policy()).end();
            }
        }
        json.end();
    }

    private static void openBetween(CanonicalJson json, List<Between.Open> open) {
        if (open.isEmpty()) {
            return;
        }
        json.name("openBetween").array();
        for (Between.Open each : open) {
            json.object().name("clauses").array();
            Between.clauses(each.decision()).forEach(json::value);
            json.end().name("first").value((long) each.first()).name("judgementsNeeded").array();
            each.decision().judgementsNeeded().forEach(needed -> json.value(needed.point()));
            json.end().name("outcome").value(each.decision().outcome().name()).name("second").value((long) each.second()).end();
        }
        json.end();
    }

    private static TreeSet<String> warnings(Round round, Round.Plan plan, List<Between.Open> open) {
        TreeSet<String> warnings = new TreeSet<>();
        if (plan.totals().keySet().stream().anyMatch(kind -> kind != Award.Kind.EXACT)) {
            warnings.add("CEILING_IS_NO_ENTITLEMENT");
        }
        if (round.candidates().stream().anyMatch(candidate -> "NOT_HELD".equals(String.valueOf(candidate.decision().values().get("route"))))) {
            warnings.add("BARS_OF_DOCUMENTS_NOT_HELD_UNKNOWN");
        }
        if (round.candidates().stream().map(candidate -> candidate.inquiry().guidance()).anyMatch(guidance -> guidance != null && !guidance.isHeld())) {
            warnings.add("GUIDE_NOT_HELD");
        }
        if (!open.isEmpty()) {
            warnings.add("OPEN_BETWEEN_DOCUMENTS");
        }
        return warnings;
    }
}
