package org.zhunsheng.subjects;

/** Codes that belong to nobody: the area 999999 does not exist. */
public final class CodeSamples {

    private CodeSamples() {
    }

    public static CreditCode code(long number) {
        String front = "91999999" + "%09d".formatted(number);
        return new CreditCode(front + new CreditCode(front + "0").checkCharacter());
    }

    /** The same with a last character that it should not have. */
    public static CreditCode failing(long number) {
        CreditCode code = code(number);
        return new CreditCode(code.text().substring(0, 17) + (code.checkCharacter() == '0' ? '1' : '0'));
    }
}
