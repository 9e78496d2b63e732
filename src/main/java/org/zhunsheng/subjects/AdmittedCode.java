package org.zhunsheng.subjects;

import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/**
 * A code that may be entered, as it was written and as it is kept.
 *
 * @param reason why it is one although its check character is wrong; null where that is right
 */
public record AdmittedCode(String written, CreditCode code, String reason) {

    /** Null where the code was refused, or was not there. */
    public static AdmittedCode of(String written, String reason, String pointer, Problems problems) {
        if (written == null) {
            return null;
        }
        CreditCode code = read(written, pointer, problems);
        if (code == null || code.checks()) {
            return code == null ? null : new AdmittedCode(written, code, null);
        }
        if (reason == null) {
            problems.at(pointer, ProblemCode.CHECK_CHARACTER, code + " 的校验码应为 " + code.checkCharacter()
                            + "；核实无误仍要采用的，请在 checkCharacterReason 写明理由", "the check character of " + code + " should be "
                            + code.checkCharacter() + "; if the code is right nevertheless, say why in checkCharacterReason");
            return null;
        }
        return new AdmittedCode(written, code, reason);
    }

    public static CreditCode read(String written, String pointer, Problems problems) {
        try {
            return CreditCode.of(written);
        } catch (CreditCode.Malformed malformed) {
            problems.at(pointer, ProblemCode.CREDIT_CODE, malformed.zh(), malformed.en());
            return null;
        }
    }

    boolean normalised() {
        return !code.text().equals(written);
    }
}
