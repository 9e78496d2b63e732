package org.zhunsheng.duplication;

import java.util.regex.Pattern;

/**
 * The code of an award, to be printed in its act: the running number of the ledger and two check digits by ISO/IEC 7064, MOD 97-10, which
 * find every wrong digit and every two that changed places. A code copied wrongly must not lead to another unit's award.
 */
final class AwardCode {

    private static final Pattern SHAPE = Pattern.compile("ZS(\\d{8,16})-(\\d\\d)");

    private AwardCode() {
    }

    static String of(long number) {
        return String.format("ZS%08d-%02d", number, 98 - Math.floorMod(number * 100, 97L));
    }

    static boolean sound(String code) {
        var shape = SHAPE.matcher(code);
        return shape.matches() && of(Long.parseLong(shape.group(1))).equals(code);
    }
}
