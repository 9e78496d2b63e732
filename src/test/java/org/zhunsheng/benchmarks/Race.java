package org.zhunsheng.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Two ways of doing something, one call of each in turn, so that whatever else the machine does slows both alike; of each round the median
 * call counts. Warmed until a round says of both what the one before it said, which it may say early while the compiler has yet to begin.
 */
final class Race {

    private static final double STABLE = 0.1;
    private static final int LEAST_WARMING = 8;
    private static final int MOST_WARMING = 30;
    private static final int ROUNDS = 7;

    /** Microseconds of the median call. */
    record Round(double one, double other) {

        double ratio() {
            return other / one;
        }

        private boolean isAsBefore(Round before) {
            return before != null && Math.abs(one / before.one - 1) < STABLE && Math.abs(other / before.other - 1) < STABLE;
        }
    }

    private final Runnable one;
    private final Runnable other;
    private final double seconds;

    Race(Runnable one, Runnable other, double seconds) {
        this.one = one;
        this.other = other;
        this.seconds = seconds;
    }

    /** The round whose ratio is the median of all rounds; each is printed under the names of both ways. */
    Round run(String first, String second) {
        Round before = null;
        for (int i = 1; i <= MOST_WARMING; i++) {
            Round warming = round();
            boolean stable = i >= LEAST_WARMING && warming.isAsBefore(before);
            before = warming;
            if (stable) {
                System.out.printf("  stable after %d rounds%n", i);
                break;
            }
            if (i == MOST_WARMING) {
                System.out.printf("  NOT stable after %d rounds%n", i);
            }
        }
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= ROUNDS; i++) {
            Round round = round();
            System.out.printf("  round %d: %s %.0f µs, %s %.0f µs, ratio %.2f%n", i, first, round.one, second, round.other, round.ratio());
            rounds.add(round);
        }
        rounds.sort((a, b) -> Double.compare(a.ratio(), b.ratio()));
        Round median = rounds.get(ROUNDS / 2);
        System.out.printf("  median of %d rounds: ratio %.2f%n", ROUNDS, median.ratio());
        return median;
    }

    private Round round() {
        List<Long> ones = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            ones.add(time(one));
            others.add(time(other));
        }
        return new Round(median(ones), median(others));
    }

    private static long time(Runnable call) {
        long begun = System.nanoTime();
        call.run();
        return System.nanoTime() - begun;
    }

    private static double median(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2] / 1e3;
    }
}
