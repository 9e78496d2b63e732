package org.zhunsheng.affected;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A conclusion that comes out otherwise: its outcome, what may be had at most, or clauses of it alone.
 *
 * @param district     where the applicant is, as far as the facts say: his sub-park, else his place of registration; empty where they do not
 * @param amountBefore null where none is named
 * @param clauses      that say something else, of themselves or of an amount
 */
public record Flip(String decision, String question, String direction, String step, String district, String outcomeBefore, String outcomeAfter,
                   BigDecimal amountBefore, BigDecimal amountAfter, List<String> clauses) {

    /** @param core what was recorded or would be decided by what is in force */
    static List<Flip> of(String decision, JsonNode core, JsonNode again) {
        Map<String, JsonNode> after = new HashMap<>();
        again.path("decisions").forEach(each -> after.put(key(each), each));
        List<Flip> flips = new ArrayList<>();
        for (JsonNode before : core.path("decisions")) {
            Flip flip = of(decision, core, before, after.getOrDefault(key(before), before));
            if (flip.flips()) {
                flips.add(flip);
            }
        }
        return flips;
    }

    private static Flip of(String decision, JsonNode core, JsonNode before, JsonNode after) {
        return new Flip(decision, text(before, "question"), text(before, "direction"), text(before, "step"), district(core.at("/request/facts/applicant")),
                text(before, "outcome"), text(after, "outcome"), amount(before), amount(after), clauses(before, after));
    }

    boolean changesOutcome() {
        return !outcomeBefore.equals(outcomeAfter);
    }

    boolean changesAmount() {
        return !Objects.equals(amountBefore, amountAfter);
    }

    private boolean flips() {
        return changesOutcome() || changesAmount() || !clauses.isEmpty();
    }

    private static String key(JsonNode decision) {
        return text(decision, "question") + "/" + text(decision, "direction") + "/" + text(decision, "step");
    }

    private static String text(JsonNode in, String name) {
        return in.path(name).asText("");
    }

    /** What may be had at most, also where facts are open. */
    private static BigDecimal amount(JsonNode decision) {
        JsonNode amount = decision.has("maxAmountYuan") ? decision.get("maxAmountYuan") : decision.at("/amountRange/toYuan");
        return amount.isNumber() ? amount.decimalValue().stripTrailingZeros() : null;
    }

    private static String district(JsonNode applicant) {
        return applicant.path("zgcPark").isTextual() ? applicant.get("zgcPark").asText() : text(applicant, "registeredPlace");
    }

    private static List<String> clauses(JsonNode before, JsonNode after) {
        Map<String, JsonNode> former = findings(before);
        Map<String, JsonNode> latter = findings(after);
        TreeSet<String> clauses = new TreeSet<>(former.keySet());
        clauses.addAll(latter.keySet());
        clauses.removeIf(clause -> same(former.get(clause), latter.get(clause)));
        return List.copyOf(clauses);
    }

    private static Map<String, JsonNode> findings(JsonNode decision) {
        Map<String, JsonNode> findings = new HashMap<>();
        decision.path("findings").forEach(finding -> findings.put(finding.get("clause").asText(), finding));
        return findings;
    }

    /** What a clause would grant is nothing to whoever does not meet it. */
    private static boolean same(JsonNode one, JsonNode other) {
        return one != null && other != null && one.path("verdict").equals(other.path("verdict"))
                && (one.path("verdict").asText().equals("NOT_MET") || one.path("award").equals(other.path("award")));
    }
}
