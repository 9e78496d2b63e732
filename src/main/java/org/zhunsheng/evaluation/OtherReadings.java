package org.zhunsheng.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.wire.ProblemException;

/** Decides again under every other option of the readings that a decision touched and its request left to their defaults. */
final class OtherReadings {

    private final Policy policy;
    private final Inquiry inquiry;
    private final Set<String> chosen;
    private final Deciding deciding;

    interface Deciding {
        List<Decision> decide(Inquiry inquiry);
    }

    /** @param chosen the readings the request itself chose, also where it chose the default */
    OtherReadings(Policy policy, Inquiry inquiry, Set<String> chosen, Deciding deciding) {
        this.policy = policy;
        this.inquiry = inquiry;
        this.chosen = chosen.stream().map(id -> policy.reading(id).orElseThrow().id()).collect(Collectors.toSet());
        this.deciding = deciding;
    }

    /** By the readings' ids, then by option; pairs after them. */
    Decision compared(Selection selection, Decision decision) {
        Set<String> touched = touched(selection);
        List<SortedMap<String, String>> others = new ArrayList<>();
        touched.forEach(id -> options(id).forEach(option -> others.add(new TreeMap<>(Map.of(id, option)))));
        policy.pairs().stream().filter(touched::containsAll).map(pair -> pair.stream().sorted().toList())
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(pair -> options(pair.get(0)).forEach(first -> options(pair.get(1))
                        .forEach(second -> others.add(new TreeMap<>(Map.of(pair.get(0), first, pair.get(1), second))))));
        return decision.with(others.stream().map(other -> under(other, selection, decision)).toList());
    }

    private Set<String> touched(Selection selection) {
        Set<String> named = new TreeSet<>(selection.readings());
        policy.mayHaveEnded(inquiry.asOf()).ifPresent(ends -> named.add(ends.reading()));
        named.removeAll(chosen);
        named.removeIf(id -> !policy.reading(id).orElseThrow().selectable());
        return named;
    }

    private List<String> options(String id) {
        return policy.reading(id).orElseThrow().choices().stream().map(Reading.Option::key).sorted().toList();
    }

    private Sensitivity under(SortedMap<String, String> other, Selection selection, Decision decision) {
        Map<String, String> all = new TreeMap<>(inquiry.readings().chosen());
        all.putAll(other);
        Inquiry under = new Inquiry(List.of(selection), inquiry.asOf(), new Readings(all), inquiry.judgements(), inquiry.facts());
        try {
            return Sensitivity.of(other, decision, deciding.decide(under).get(0));
        } catch (ProblemException undecided) {
            return new Sensitivity(other, List.of(), null, undecided.problem().code());
        }
    }
}
