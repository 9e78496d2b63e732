package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a core says, piece by piece, so that two cores can be held against each other wherever in them a piece stands. */
final class Said {

    enum What { OUTCOME, TIER, AMOUNT, DAY, CHOSEN, CLAUSE, NEED, JUDGEMENT }

    /**
     * @param of   of which of several answers in one core, or of which earlier award; empty where there is one
     * @param name of the amount, the clause, the fact, the point or the day; empty where there is one
     */
    record Of(String of, What what, String name) implements Comparable<Of> {

        private static final Comparator<Of> ORDER = Comparator.comparing(Of::of).thenComparing(Of::what).thenComparing(Of::name);

        @Override
        public int compareTo(Of other) {
            return ORDER.compare(this, other);
        }
    }

    private static final List<String> AMOUNTS = List.of("maxAmountYuan", "amountRange/fromYuan", "amountRange/toYuan", "totals/totalMaxYuan", "totals/exactYuan",
            "totals/ceilingYuan", "totals/discretionaryCeilingYuan");
    private static final List<String> OF_AWARD = List.of("baseYuan", "capYuan", "ceilingYuan", "ratePercent");
    private static final List<String> DAYS = List.of("firstFreeDay", "windowFrom", "windowTo", "values/firstFreeDay");

    private final SortedMap<Of, Object> said = new TreeMap<>();

    private Said() {
    }

    /** Texts, and numbers as such. */
    static SortedMap<Of, Object> by(JsonNode core) {
        Said all = new Said();
        core.path("decisions").forEach(decision -> all.decision(String.join("/", texts(decision, "question", "direction", "step")), decision));
        if (AnswerKind.CHECK.isOf(core)) {
            all.check(core);
        }
        if (AnswerKind.MATCH.isOf(core)) {
            all.match(core);
        }
        return all.said;
    }

    private void decision(String of, JsonNode decision) {
        put(of, What.OUTCOME, "", decision.path("outcome"));
        put(of, What.TIER, "", decision.path("tier"));
        amounts(of, decision);
        days(of, "", decision);
        for (JsonNode finding : decision.path("findings")) {
            String clause = finding.get("clause").asText();
            put(of, What.CLAUSE, clause, finding.get("verdict"));
            OF_AWARD.forEach(name -> put(of, What.AMOUNT, clause + "/" + name, finding.path("award").path(name)));
        }
        decision.path("consequences").forEach(consequence -> put(of, What.AMOUNT, consequence.get("measure").asText() + "/upToYuan", consequence.path("upToYuan")));
        needs(of, decision);
    }

    private void check(JsonNode core) {
        put("", What.OUTCOME, "", core.get("level"));
        days("", "", core);
        core.get("judgementsNeeded").forEach(point -> said.put(new Of("", What.JUDGEMENT, point.asText()), "NEEDED"));
        for (JsonNode rule : core.get("rules")) {
            put("", What.CLAUSE, rule.get("clause").asText(), rule.get("level"));
            rule.get("needs").forEach(fact -> said.put(new Of("", What.NEED, fact.asText()), "NEEDED"));
        }
        for (JsonNode earlier : core.get("earlier")) {
            String award = earlier.get("award").asText();
            for (JsonNode bar : earlier.get("bars")) {
                String clause = bar.get("clause").asText();
                put(award, What.CLAUSE, clause, bar.get("finding").get("verdict"));
                days(award, clause + "/", bar);
            }
        }
    }

    private void match(JsonNode core) {
        List<String> candidates = new ArrayList<>();
        for (JsonNode candidate : core.get("candidates")) {
            JsonNode decision = candidate.get("decision");
            List<String> of = new ArrayList<>(texts(candidate, "activity", "policy"));
            of.addAll(texts(decision, "question", "direction", "step"));
            candidates.add(String.join("/", of));
            decision(String.join("/", of), decision);
        }
        amounts("", core.get("combination"));
        core.get("combination").get("chosen").forEach(place -> said.put(new Of(candidates.get(place.asInt()), What.CHOSEN, ""), "CHOSEN"));
    }

    private void amounts(String of, JsonNode in) {
        AMOUNTS.forEach(name -> put(of, What.AMOUNT, name, in.at("/" + name)));
    }

    private void days(String of, String prefix, JsonNode in) {
        DAYS.forEach(name -> put(of, What.DAY, prefix + name.replace("values/", ""), in.at("/" + name)));
    }

    private void needs(String of, JsonNode decision) {
        decision.path("needs").forEach(need -> said.put(new Of(of, What.NEED, need.get("fact").asText()), "NEEDED"));
        decision.path("judgementsNeeded").forEach(open -> said.put(new Of(of, What.JUDGEMENT, open.get("point").asText()), "NEEDED"));
    }

    private void put(String of, What what, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            said.put(new Of(of, what, name), value.isNumber() ? value.decimalValue() : value.asText());
        }
    }

    private static List<String> texts(JsonNode in, String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            if (in.has(name)) {
                texts.add(in.get(name).asText());
            }
        }
        return texts;
    }
}
