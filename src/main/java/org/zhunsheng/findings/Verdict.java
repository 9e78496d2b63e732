package org.zhunsheng.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.facts.Known;

/**
 * What an operator found, with everything needed to say why: the facts looked at, the names still missing (facts) or open
 * (discretion points), what the clause yields, and figures worth showing ("last day of publicity").
 */
public record Verdict(Truth truth, List<Evidence> evidence, Set<String> missing, Set<String> open, Award award,
                      Map<String, Object> values) {

    public static Verdict of(Truth truth, Evidence... evidence) {
        return new Verdict(truth, List.of(evidence), Set.of(), Set.of(), null, Map.of());
    }

    static Verdict unknown(Evidence evidence, Known<?> missing) {
        return new Verdict(Truth.UNKNOWN, List.of(evidence), missing.lacking(), Set.of(), null, Map.of());
    }

    static Verdict open(Evidence evidence, String point) {
        return new Verdict(Truth.JUDGEMENT, List.of(evidence), Set.of(), Set.of(point), null, Map.of());
    }

    public Verdict awarding(Award given) {
        return new Verdict(truth, evidence, missing, open, given, values);
    }

    public Verdict showing(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Verdict(truth, evidence, missing, open, award, more);
    }

    public Verdict as(Truth other) {
        return other == truth ? this : new Verdict(other, evidence, other == Truth.UNKNOWN ? missing : Set.of(),
                other.isSettled() ? Set.of() : open, award, values);
    }

    /** Joins what several verdicts looked at under one truth; only names that can still change that truth stay missing or open. */
    static Verdict join(Truth truth, Verdict... parts) {
        List<Evidence> evidence = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        Map<String, Object> values = new LinkedHashMap<>();
        Award award = null;
        for (Verdict part : parts) {
            evidence.addAll(part.evidence);
            values.putAll(part.values);
            award = part.award == null ? award : part.award;
            if (!truth.isSettled() && !part.truth.isSettled()) {
                missing.addAll(part.missing);
                open.addAll(part.open);
            }
        }
        return new Verdict(truth, evidence, missing, open, award, values);
    }

    public BigDecimal ceilingYuan() {
        return award == null ? null : award.ceilingYuan();
    }
}
