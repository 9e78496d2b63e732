package org.zhunsheng.law;

import java.time.Instant;

/**
 * An article that says something else than before.
 *
 * @param before null where it said nothing, or nobody had supplied it
 * @param after  null where its text was taken away
 * @param review null as long as nobody said that what stands behind it was reviewed
 */
record LawChange(String id, Article article, Instant foundAt, Wording before, Wording after, Review review) {

    enum Kind { ADDED, REPLACED, TAKEN_AWAY }

    /** What a person said of it. */
    record Review(Instant at, String by, String reason) {
    }

    Kind kind() {
        return before == null ? Kind.ADDED : after == null ? Kind.TAKEN_AWAY : Kind.REPLACED;
    }

    boolean isOpen() {
        return review == null;
    }
}
