package org.zhunsheng.nearest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.findings.Evidence;

/**
 * The values of a figure at which something worked out from it (a sum, a share, a ratio) passes what is required. No verdict names
 * them, so the rules are asked: whatever is worked out rises or falls with the figure, so that halving what lies between ends at the two
 * neighbours between which it turns.
 */
record Derived(Search search, Movable movable, SortedMap<String, Object> changes, String fact) {

    private static final int DOUBLINGS = 50;

    List<Object> at(Set<Integer> places) {
        Candidates figure = movable.figure(fact, changes);
        Set<BigDecimal> values = new TreeSet<>();
        Decision now = search.decide(changes);
        for (int place : places) {
            List<Evidence> evidence = now.findings().get(place).verdict().evidence();
            for (int at = 0; at < evidence.size(); at++) {
                if (gap(evidence.get(at)) != null && !evidence.get(at).fact().name().equals(fact)) {
                    turning(figure, place, at, evidence.get(at), values);
                }
            }
        }
        values.remove(Candidates.number(figure.now()));
        return values.stream().map(figure::typed).toList();
    }

    private void turning(Candidates figure, int place, int at, Evidence evidence, Set<BigDecimal> into) {
        BigDecimal start = Candidates.number(figure.now());
        BigDecimal gap = gap(evidence);
        BigDecimal up = gap(figure, start.add(figure.step()), place, at, evidence);
        BigDecimal down = gap(figure, start.subtract(figure.step()), place, at, evidence);
        boolean rises = up != null && up.compareTo(gap) != 0 ? up.compareTo(gap) > 0 : down != null && down.compareTo(gap) < 0;
        if ((up == null || up.compareTo(gap) == 0) && (down == null || down.compareTo(gap) == 0)) {
            return;
        }
        // what holds on the figure itself turns just below it as well as just above
        for (int sign : gap.signum() == 0 ? new int[] {1, -1} : new int[] {rises == gap.signum() < 0 ? 1 : -1}) {
            BigDecimal inside = start;
            BigDecimal step = figure.step().multiply(BigDecimal.valueOf(sign));
            for (int doubling = 0; doubling < DOUBLINGS; doubling++, step = step.add(step)) {
                BigDecimal beyond = limited(figure, start.add(step));
                BigDecimal there = gap(figure, beyond, place, at, evidence);
                if (there == null || beyond.compareTo(inside) == 0) {
                    break;
                }
                if (there.signum() != gap.signum()) {
                    halve(figure, inside, beyond, gap.signum(), place, at, evidence, into);
                    break;
                }
                inside = beyond;
            }
        }
    }

    private void halve(Candidates figure, BigDecimal from, BigDecimal to, int sign, int place, int at, Evidence evidence, Set<BigDecimal> into) {
        BigDecimal inside = from;
        BigDecimal beyond = to;
        while (beyond.subtract(inside).abs().compareTo(figure.step()) > 0) {
            BigDecimal middle = inside.add(beyond).divide(BigDecimal.valueOf(2)).setScale(figure.step().scale(), RoundingMode.DOWN);
            if (middle.compareTo(inside) == 0) {
                break;
            }
            BigDecimal there = gap(figure, middle, place, at, evidence);
            if (there != null && there.signum() == sign) {
                inside = middle;
            } else {
                beyond = middle;
            }
        }
        into.add(inside);
        into.add(beyond);
        // on the figure, and just beyond it
        BigDecimal next = beyond.add(beyond.subtract(inside));
        if (figure.admitted(next)) {
            into.add(next);
        }
    }

    private static BigDecimal limited(Candidates figure, BigDecimal value) {
        BigDecimal min = figure.fact().min();
        BigDecimal max = figure.fact().max();
        return min != null && value.compareTo(min) < 0 ? min : max != null && value.compareTo(max) > 0 ? max : value;
    }

    /** How far the same evidence is from its requirement with this value, or null where it does not show. */
    private BigDecimal gap(Candidates figure, BigDecimal value, int place, int at, Evidence like) {
        if (!figure.admitted(value)) {
            return null;
        }
        SortedMap<String, Object> other = new TreeMap<>(changes);
        other.put(fact, figure.typed(value));
        Decision then = search.decide(other);
        List<Evidence> evidence = then == null ? List.of() : then.findings().get(place).verdict().evidence();
        boolean same = at < evidence.size() && evidence.get(at).test() == like.test() && evidence.get(at).fact().name().equals(like.fact().name());
        return same ? gap(evidence.get(at)) : null;
    }

    private static BigDecimal gap(Evidence evidence) {
        return evidence.fact().value() instanceof Number value && evidence.required() instanceof Number required
                ? Candidates.number(value).subtract(Candidates.number(required)) : null;
    }
}
