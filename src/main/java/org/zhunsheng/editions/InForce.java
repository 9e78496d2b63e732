package org.zhunsheng.editions;

import java.time.Instant;

/**
 * The step that a document is decided by at a moment: which rule base, since when, and the edition that brought it.
 *
 * @param sequence the number of the step
 * @param build    null unless the step brought the rules of another build
 */
record InForce(TableId table, int edition, Step.State by, String ruleBase, Instant effectiveFrom, long sequence, String build) {
}
