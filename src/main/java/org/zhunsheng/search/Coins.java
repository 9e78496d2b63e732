package org.zhunsheng.search;

/** Tossed coins, exactly (the two-sided binomial test with one half). */
final class Coins {

    private Coins() {
    }

    /** How probable it is that as many coins as both together fall at least as unevenly. */
    static double atLeastSoUneven(int one, int other) {
        int all = one + other;
        int fewer = Math.min(one, other);
        if (fewer * 2 == all) {
            return 1;
        }
        // from the least probable upwards, in logarithms: 2^-1000000 is no double
        double log = -all * Math.log(2);
        double sum = Math.exp(log);
        for (int i = 1; i <= fewer; i++) {
            log += Math.log(all - i + 1) - Math.log(i);
            sum += Math.exp(log);
        }
        return Math.min(1, 2 * sum);
    }
}
