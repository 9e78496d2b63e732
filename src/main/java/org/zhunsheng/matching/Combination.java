package org.zhunsheng.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The best set of items of which no two exclude each other: exact, because a plan for public money that is merely good cannot be defended.
 * Most yuan first; of equals the one with more fixed sums, then with fewer open judgements, then with the earlier items.
 * Written by hand: the graphs are a few cliques of a dozen items, for which a solver's library would be larger than the problem.
 */
final class Combination {

    /** What an item is worth; the worth of a set is the sum, compared part by part. */
    record Worth(BigDecimal yuan, BigDecimal exactYuan, int judgements) implements Comparable<Worth> {

        static final Worth NOTHING = new Worth(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Worth plus(Worth other) {
            return new Worth(yuan.add(other.yuan), exactYuan.add(other.exactYuan), judgements + other.judgements);
        }

        @Override
        public int compareTo(Worth other) {
            int byYuan = yuan.compareTo(other.yuan);
            int byExact = byYuan != 0 ? byYuan : exactYuan.compareTo(other.exactYuan);
            return byExact != 0 ? byExact : Integer.compare(other.judgements, judgements);
        }
    }

    private final List<Worth> items;
    private final BitSet[] conflicts;
    private Worth bestWorth;
    private BitSet best;

    private Combination(List<Worth> items, BitSet[] conflicts) {
        this.items = items;
        this.conflicts = conflicts;
    }

    /** @param conflicts for each item those it excludes; symmetric */
    static BitSet best(List<Worth> items, BitSet[] conflicts) {
        Combination search = new Combination(items, conflicts);
        BitSet chosen = new BitSet();
        BitSet open = new BitSet();
        open.set(0, items.size());
        while (!open.isEmpty()) {
            BitSet component = search.component(open.nextSetBit(0));
            open.andNot(component);
            search.bestWorth = null;
            search.extend(component, new BitSet(), Worth.NOTHING);
            chosen.or(search.best);
        }
        return chosen;
    }

    /** Items that exclude each other directly or through others; between components nothing has to be weighed. */
    private BitSet component(int first) {
        BitSet component = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(first));
        component.set(first);
        while (!open.isEmpty()) {
            conflicts[open.remove(open.size() - 1)].stream().filter(next -> !component.get(next)).forEach(next -> {
                component.set(next);
                open.add(next);
            });
        }
        return component;
    }

    /** Earlier items are taken first, so that of equally good sets the first one found is the one with the earlier items. */
    private void extend(BitSet left, BitSet chosen, Worth worth) {
        if (left.isEmpty()) {
            if (bestWorth == null || worth.compareTo(bestWorth) > 0) {
                bestWorth = worth;
                best = (BitSet) chosen.clone();
            }
            return;
        }
        if (bestWorth != null && worth.yuan.add(most(left)).compareTo(bestWorth.yuan) < 0) {
            return;
        }
        int item = left.nextSetBit(0);
        BitSet with = (BitSet) left.clone();
        with.clear(item);
        with.andNot(conflicts[item]);
        chosen.set(item);
        extend(with, chosen, worth.plus(items.get(item)));
        chosen.clear(item);
        if (conflicts[item].intersects(left)) {
            BitSet without = (BitSet) left.clone();
            without.clear(item);
            extend(without, chosen, worth);
        }
    }

    private BigDecimal most(BitSet left) {
        return left.stream().mapToObj(item -> items.get(item).yuan).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
