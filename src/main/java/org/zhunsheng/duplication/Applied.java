package org.zhunsheng.duplication;

import java.util.function.Function;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Inquiry;

/**
 * The support applied for, as the documents are asked about it.
 *
 * @param desk    the document applied under
 * @param itself  what it is asked; null where it asks nobody for a history
 * @param between what stands between the documents
 * @param beside  what is asked of that; null on a day on which none of it held
 * @param unit    how the unit is named beside others
 * @param clauses the clause of an earlier award, as far as it is known
 */
record Applied(Desk desk, Inquiry itself, Desk between, Inquiry beside, Asked asked, String unit, Function<Award, String> clauses) {

    String policy() {
        return desk.base().policy().policy();
    }

    /** The clause applied under, or at least the article its direction stands in. */
    String clause() {
        return asked.clause() != null ? asked.clause() : Named.clause(desk.base().policy(), asked.direction());
    }

    /** The rule base that spoke of what stands between the documents; null where nothing was asked of it. */
    String besideRuleBase() {
        return beside == null ? null : between.base().digest();
    }
}
