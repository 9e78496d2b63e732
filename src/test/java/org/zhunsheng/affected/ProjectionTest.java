package org.zhunsheng.affected;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.affected.Projection.Figures;
import org.zhunsheng.affected.Projection.Found;
import org.zhunsheng.affected.Run.Stratum;

@DisplayName("由分层样本推算全部记录")
class ProjectionTest {

    private static Stratum stratum(String direction, int population, long from, int drawn) {
        return new Stratum("SUPPORT", direction, "ELIGIBLE", population, LongStream.range(from, from + drawn).boxed().toList());
    }

    private static Found found(int conclusions, long yuan) {
        return new Found(conclusions, BigDecimal.valueOf(yuan));
    }

    private static String written(Estimate estimate) {
        return estimate.counted().toPlainString() + " of " + estimate.rounded().toPlainString() + " ± " + (estimate.error() == null ? "?" : estimate.error().toPlainString());
    }

    private static List<String> written(Figures figures) {
        return List.of(written(figures.decisions()), written(figures.conclusions()), written(figures.difference()));
    }

    /**
     * By hand. A: 4 of 10, (1,1,0,0), mean 1/2, s² = 1/3, variance 10·6/4·1/3 = 5; conclusions (1,2,0,0), s² = 11/12, variance 13.75; yuan (100,300,0,0),
     * s² = 20000, variance 300000. B: all 6, certain. C: 5 of 20, (-40,-40,-40,-40,-90), mean -50, s² = 500, variance 20·15/5·500 = 30000; decisions
     * and conclusions all alike.
     */
    @Test
    @DisplayName("与手算的一样：每层和合计，按不放回修正")
    void byHand() {
        List<Stratum> strata = List.of(stratum("A", 10, 1, 4), stratum("B", 6, 11, 6), stratum("C", 20, 21, 5));
        Projection projection = Projection.of(strata, Map.of(2L, found(1, 100), 3L, found(2, 300), 11L, found(1, -50), 21L, found(1, -40), 22L, found(1, -40),
                23L, found(1, -40), 24L, found(1, -40), 25L, found(1, -90)));
        assertEquals(List.of("2 of 5.00 ± 2.24", "3 of 7.50 ± 3.71", "400 of 1000.00 ± 547.72"), written(projection.rows().get(0).figures()));
        assertEquals(List.of("1 of 1.00 ± 0.00", "1 of 1.00 ± 0.00", "-50 of -50.00 ± 0.00"), written(projection.rows().get(1).figures()));
        assertEquals(List.of("5 of 20.00 ± 0.00", "5 of 20.00 ± 0.00", "-250 of -1000.00 ± 173.21"), written(projection.rows().get(2).figures()));
        assertEquals(List.of("8 of 26.00 ± 2.24", "9 of 28.50 ± 3.71", "100 of -50.00 ± 574.46"), written(projection.total()));
        assertEquals(36, projection.population());
    }

    @Test
    @DisplayName("几个里只抽了一个的，误差不详，合计也不详；只有一个而抽了的，没有误差")
    void single() {
        Projection projection = Projection.of(List.of(stratum("A", 3, 1, 1), stratum("B", 1, 2, 1)), Map.of(1L, found(1, 100), 2L, found(1, 10)));
        assertNull(projection.rows().get(0).figures().difference().error());
        assertEquals("10 of 10.00 ± 0.00", written(projection.rows().get(1).figures().difference()));
        assertEquals("110 of 310.00 ± ?", written(projection.total().difference()));
    }

    /** Over every sample of three out of seven the estimates average to the truth, and so do the variances to how the estimates vary. */
    @Test
    @DisplayName("遍取所有可能的样本：估计的平均就是真数，方差的平均就是估计的方差")
    void unbiased() {
        long[] yuan = {0, 700, -30, 0, 15, 700, 4};
        double estimates = 0;
        double squares = 0;
        double variances = 0;
        int samples = 0;
        for (int chosen = 0; chosen < 1 << 7; chosen++) {
            if (Integer.bitCount(chosen) == 3) {
                List<BigDecimal> drawn = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    if ((chosen >> i & 1) == 1 && yuan[i] != 0) {
                        drawn.add(BigDecimal.valueOf(yuan[i]));
                    }
                }
                Estimate estimate = Estimate.of(7, 3, drawn);
                estimates += estimate.total().doubleValue();
                squares += Math.pow(estimate.total().doubleValue(), 2);
                variances += estimate.variance().doubleValue();
                samples++;
            }
        }
        assertEquals(35, samples);
        double mean = estimates / samples;
        assertEquals(LongStream.of(yuan).sum(), mean, 1e-6);
        assertEquals(squares / samples - mean * mean, variances / samples, 1e-3);
    }

    @Test
    @DisplayName("全部抽出的：估计就是数得的，误差为零")
    void allDrawn() {
        Random random = new Random(7);
        List<Stratum> strata = new ArrayList<>();
        Map<Long, Found> all = new HashMap<>();
        long place = 1;
        for (int i = 0; i < 20; i++) {
            int population = 1 + random.nextInt(40);
            strata.add(stratum("D" + i, population, place, population));
            for (long end = place + population; place < end; place++) {
                if (random.nextBoolean()) {
                    all.put(place, found(1 + random.nextInt(3), random.nextInt(2_000_000) - 1_000_000));
                }
            }
        }
        Figures total = Projection.of(strata, all).total();
        assertEquals(0, total.decisions().total().compareTo(BigDecimal.valueOf(all.size())));
        assertEquals(0, total.conclusions().total().compareTo(BigDecimal.valueOf(all.values().stream().mapToLong(Found::conclusions).sum())));
        assertEquals(0, total.difference().total().compareTo(all.values().stream().map(Found::difference).reduce(BigDecimal.ZERO, BigDecimal::add)));
        for (Estimate estimate : List.of(total.decisions(), total.conclusions(), total.difference())) {
            assertEquals(0, estimate.variance().signum());
            assertEquals(estimate.counted(), estimate.total().setScale(0));
        }
    }
}
