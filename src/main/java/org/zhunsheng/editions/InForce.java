package org.zhunsheng.editions;

import java.time.Instant;

/** The step that a document is decided by at a moment: which rule base, since when, and the edition that brought it. */
record InForce(TableId table, int edition, Step.State by, String ruleBase, Instant effectiveFrom) {
}
