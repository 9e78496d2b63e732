package org.zhunsheng.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Selection;

/**
 * What a decision has to be read with and does not hang on.
 *
 * @param verdicts by the place of the clause in the selection
 */
record Warnings(Policy policy, Selection selection, LocalDate asOf, BigDecimal requestedYuan, Verdict[] verdicts) {

    List<Decision.Warning> of(boolean inForce, BigDecimal ceiling) {
        List<Decision.Warning> warnings = new ArrayList<>();
        for (String advice : selection.plan().advice()) {
            Verdict verdict = verdicts[selection.place(advice)];
            BigDecimal limit = (BigDecimal) verdict.values().get("limitYuan");
            if (verdict.truth() == Truth.NOT_MET) {
                warnings.add(new Decision.Warning("ADVICE", advice));
            } else if (limit != null && ceiling != null && ceiling.compareTo(limit) > 0) {
                warnings.add(new Decision.Warning("CEILING_ABOVE_BUDGET", advice));
            }
        }
        if (policy.trial() && inForce && asOf.isAfter(policy.signedOn().plusYears(2))) {
            warnings.add(new Decision.Warning("TRIAL_DOCUMENT_OLDER_THAN_TWO_YEARS", null));
        }
        if (policy.planEndsOn() != null && inForce && asOf.isAfter(policy.planEndsOn())) {
            warnings.add(new Decision.Warning("PLAN_PERIOD_OVER", null));
        }
        if (requestedYuan != null && ceiling != null && requestedYuan.compareTo(ceiling) > 0) {
            warnings.add(new Decision.Warning("REQUEST_ABOVE_CEILING", null));
        }
        return warnings;
    }
}
