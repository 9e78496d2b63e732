package org.zhunsheng.evaluation;

import java.util.List;
import java.util.Optional;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * Which rule bases decide again: those that decided then, today's, or those of then with one in the place of its policy's, which may be a
 * draft that never was in force.
 *
 * @param chosen null unless one was chosen
 */
public record Under(String written, RuleBases bases, RuleBase chosen) {

    public static final String RECORDED = "recorded";
    private static final String CURRENT = "current";

    public static Under recorded(RuleBases bases) {
        return new Under(RECORDED, bases, null);
    }

    /** @param written null where nothing was said: as recorded */
    public static Under of(String written, RuleBases bases) {
        if (written == null || written.equals(RECORDED)) {
            return recorded(bases);
        }
        if (written.equals(CURRENT)) {
            return new Under(written, bases, null);
        }
        if (!written.matches("sha256:[0-9a-f]{64}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "under 应为 recorded、current 或规则集的摘要（sha256:…）",
                    "under must be recorded, current or the digest of a rule base (sha256:…)");
        }
        RuleBase chosen = bases.find(written).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有规则集 " + written, "there is no rule base " + written));
        return new Under(written, bases, chosen);
    }

    /** In the place of one that decided then. */
    public RuleBase of(String recorded) {
        RuleBase then = bases.named(recorded);
        if (chosen != null) {
            return isOf(then) ? chosen : then;
        }
        return isCurrent() ? current(then) : then;
    }

    /** Today's, which may be more than those that decided then, and in another order. */
    public boolean isCurrent() {
        return written.equals(CURRENT);
    }

    /** A rule base of a policy that had no part in it would change nothing, which is not what whoever named it wants to know. */
    public void requirePart(List<String> recorded) {
        if (chosen != null && recorded.stream().map(bases::named).noneMatch(this::isOf)) {
            throw new ProblemException(ProblemCode.UNKNOWN_POLICY, "这个决定与 " + chosen.policy().policy() + " 的规则集无关",
                    "no rule base of " + chosen.policy().policy() + " had a part in this decision");
        }
    }

    private boolean isOf(RuleBase then) {
        return then.policy().policy().equals(chosen.policy().policy());
    }

    private RuleBase current(RuleBase then) {
        Optional<RuleBase> now = bases.inForce(then.policy().policy());
        return now.orElseThrow(() -> new ProblemException(ProblemCode.UNKNOWN_POLICY, "现在没有 " + then.policy().policy() + " 的规则集",
                "there is no rule base of " + then.policy().policy() + " today"));
    }
}
