package org.zhunsheng.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** What the ledger had to say about a unit and a content: the awards, each in the version then known, and how far the ledger reached. */
public record Remembered(List<Award> awards, long entries, Instant learnedAt, SortedSet<String> units, SortedSet<String> unitsInQuestion) {

    static final String FACT = "awardsHistory";

    /** @param unit whether it is this unit's, as far as the register of units can say */
    public record Award(String award, int version, String unit, PriorAward fact) {
    }

    /**
     * The facts with these awards beside those of the caller, who does not bring the same award a second time. A ledger into which nothing
     * was entered yet has not been searched: there, silence stays silence.
     */
    public Map<String, Object> beside(Map<String, Object> facts) {
        List<?> stated = facts.get(FACT) instanceof Known<?> known && known.isValue() ? (List<?>) known.value() : null;
        if (stated == null && entries == 0) {
            return facts;
        }
        Set<String> ours = awards.stream().map(Award::award).collect(Collectors.toSet());
        List<PriorAward> all = new ArrayList<>();
        if (stated != null) {
            stated.forEach(each -> all.add((PriorAward) each));
            all.removeIf(award -> award.awardId().isValue() && ours.contains(award.awardId().value()));
        }
        awards.forEach(award -> all.add(award.fact()));
        Map<String, Object> together = new HashMap<>(facts);
        together.put(FACT, Known.of(FACT, List.copyOf(all)));
        return together;
    }

    public void write(CanonicalJson json) {
        json.object().name("awards").array();
        awards.forEach(each -> json.object().name("award").value(each.award).name("unit").value(each.unit).name("version").value(each.version).end());
        json.end().name("entries").value(entries);
        if (learnedAt != null) {
            json.name("learnedAt").value(BeijingTime.of(learnedAt));
        }
        texts(json.name("units"), units);
        texts(json.name("unitsInQuestion"), unitsInQuestion);
        json.end();
    }

    private static void texts(CanonicalJson json, Iterable<String> texts) {
        json.array();
        texts.forEach(json::value);
        json.end();
    }
}
