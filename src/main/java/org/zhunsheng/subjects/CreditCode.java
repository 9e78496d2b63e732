package org.zhunsheng.subjects;

/**
 * A 统一社会信用代码 of GB 32100-2015: registering department, category, six digits of area, nine characters of organisation code, check
 * character. Only the shape makes a code: a few genuine ones fail the check, which therefore {@link #checks} tells and does not demand.
 */
public record CreditCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int AREA = 2;
    private static final int ORGANISATION = 8;
    private static final int FULL_WIDTH = 'Ａ' - 'A';

    /** What was written is no code, and why. */
    public static final class Malformed extends RuntimeException {

        private final String zh;
        private final String en;

        Malformed(String zh, String en) {
            super(en, null, false, false);
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    public CreditCode {
        if (text.length() != LENGTH) {
            throw new Malformed("统一社会信用代码应为18位，这里有" + text.length() + "位", "a credit code has 18 characters, this one has " + text.length());
        }
        for (int i = 0; i < LENGTH; i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            boolean digitsOnly = i >= AREA && i < ORGANISATION;
            if (value < 0 || digitsOnly && value > 9) {
                throw new Malformed("统一社会信用代码第" + (i + 1) + "位应为" + (digitsOnly ? "数字" : "数字或大写字母（不用 I、O、S、V、Z）"),
                        "character " + (i + 1) + " of a credit code must be " + (digitsOnly ? "a digit" : "a digit or a capital letter, but not I, O, S, V or Z"));
            }
        }
    }

    /**
     * The code as people type and paste it: full-width forms, small letters and blanks are set right, and nothing else, since any other
     * sign may stand for a character that was lost. Who must tell that something was set right compares {@link #text} with what was written.
     */
    public static CreditCode of(String written) {
        StringBuilder normal = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c > FULL_WIDTH + ' ' && c <= FULL_WIDTH + '~') {
                c -= FULL_WIDTH;
            }
            if (c >= 'a' && c <= 'z') {
                c += 'A' - 'a';
            }
            boolean invisible = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
            if (!invisible) {
                normal.append(c);
            }
        }
        return new CreditCode(normal.toString());
    }

    /** Whether the last character is the one that the other seventeen demand. */
    public boolean checks() {
        return text.charAt(LENGTH - 1) == checkCharacter();
    }

    public char checkCharacter() {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % ALPHABET.length();
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    @Override
    public String toString() {
        return text;
    }
}
