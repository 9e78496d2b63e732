package org.zhunsheng.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("最优组合与逐一枚举一致")
class CombinationTest {

    @Test
    @DisplayName("随机生成两千个冲突图，最多十二项，金额故意常常相等")
    void bruteForce() {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            int size = random.nextInt(13);
            List<Combination.Worth> items = new ArrayList<>();
            BitSet[] conflicts = new BitSet[size];
            for (int i = 0; i < size; i++) {
                BigDecimal yuan = BigDecimal.valueOf(1 + random.nextInt(4));
                items.add(new Combination.Worth(yuan, random.nextBoolean() ? yuan : BigDecimal.ZERO, random.nextInt(2)));
                conflicts[i] = new BitSet();
            }
            double density = random.nextDouble();
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    if (random.nextDouble() < density) {
                        conflicts[i].set(j);
                        conflicts[j].set(i);
                    }
                }
            }
            assertEquals(enumerated(items, conflicts), Combination.best(items, conflicts), "seed " + seed);
        }
    }

    @Test
    @DisplayName("排列顺序不改变所得的金额")
    void order() {
        List<Combination.Worth> items = List.of(worth(3), worth(2), worth(2));
        BitSet[] star = {bits(1, 2), bits(0), bits(0)};
        assertEquals(bits(1, 2), Combination.best(items, star));
        BitSet[] turned = {bits(2), bits(2), bits(0, 1)};
        assertEquals(bits(0, 1), Combination.best(List.of(worth(2), worth(2), worth(3)), turned));
    }

    private static Combination.Worth worth(int yuan) {
        return new Combination.Worth(BigDecimal.valueOf(yuan), BigDecimal.ZERO, 0);
    }

    private static BitSet bits(int... places) {
        BitSet bits = new BitSet();
        for (int place : places) {
            bits.set(place);
        }
        return bits;
    }

    /** Every subset; of equals the one whose first item that the other lacks comes earlier. */
    private static BitSet enumerated(List<Combination.Worth> items, BitSet[] conflicts) {
        BitSet best = new BitSet();
        Combination.Worth bestWorth = Combination.Worth.NOTHING;
        for (long subset = 1; subset < 1L << items.size(); subset++) {
            BitSet chosen = BitSet.valueOf(new long[] {subset});
            if (chosen.stream().anyMatch(item -> conflicts[item].intersects(chosen))) {
                continue;
            }
            Combination.Worth worth = chosen.stream().mapToObj(items::get).reduce(Combination.Worth.NOTHING, Combination.Worth::plus);
            int better = worth.compareTo(bestWorth);
            if (better > 0 || better == 0 && earlier(chosen, best)) {
                best = chosen;
                bestWorth = worth;
            }
        }
        return best;
    }

    private static boolean earlier(BitSet one, BitSet other) {
        BitSet difference = (BitSet) one.clone();
        difference.xor(other);
        return !difference.isEmpty() && one.get(difference.nextSetBit(0));
    }
}
