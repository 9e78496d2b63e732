package org.zhunsheng.editions;

import java.time.Instant;
import java.util.List;

/**
 * A workbook that was handed in, and what became of it.
 *
 * @param base   digest of the workbook that was in force then
 * @param report what the checks found, as JSON
 */
record Edition(TableId table, int number, String digest, String base, String report, Instant uploadedAt, String author, List<Step> steps) {

    static final int BUILT = 0;

    /** What the service was built with. */
    static Edition built(TableId table, String digest, boolean inForce) {
        return new Edition(table, BUILT, digest, null, null, null, null,
                List.of(Step.of(inForce ? Step.State.IN_FORCE : Step.State.SUPERSEDED, null, Step.SERVICE, "随程序发布")));
    }

    boolean is(Step.State... states) {
        return List.of(states).contains(state());
    }

    /** Other rules around it leave an edition as it is. */
    Step.State state() {
        return steps.stream().map(Step::state).filter(state -> state != Step.State.REBASED).reduce((before, after) -> after).orElseThrow();
    }

    /** When it takes or took effect; null while nobody approved it. */
    Instant effectiveFrom() {
        return steps.stream().filter(step -> step.state() == Step.State.APPROVED).map(Step::effectiveFrom).findFirst().orElse(null);
    }
}
