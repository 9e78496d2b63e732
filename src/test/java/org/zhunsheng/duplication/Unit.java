package org.zhunsheng.duplication;

import java.util.concurrent.ThreadLocalRandom;
import org.zhunsheng.subjects.CreditCode;

/** A unit that no earlier run has entered: what the ledger took stays. */
public final class Unit {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Unit() {
    }

    public static String code() {
        StringBuilder code = new StringBuilder("91110108");
        for (int i = 0; i < 9; i++) {
            code.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
        }
        char check = new CreditCode(code + "0").checkCharacter();
        return code.append(check).toString();
    }

    /** A content of its own. */
    public static String content() {
        return "K-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    }
}
