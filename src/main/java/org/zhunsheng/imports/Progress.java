package org.zhunsheng.imports;

import java.time.Instant;
import java.util.List;

/**
 * How far an import got.
 *
 * @param rows     in the file, 0 until they have been counted
 * @param accepted rows that stand the test; they are kept only where the state says so
 */
record Progress(State state, int rows, int read, int accepted, int rejected, List<String> headings, Instant finished) {

    static final Progress NONE = new Progress(State.WAITING, 0, 0, 0, 0, List.of(), null);

    enum State {
        WAITING, RUNNING, TAKEN, TAKEN_IN_PART, REFUSED, FAILED;

        boolean ended() {
            return this != WAITING && this != RUNNING;
        }

        /** Whether the same file may be tried anew: nothing came of it. */
        boolean cameToNothing() {
            return this == REFUSED || this == FAILED;
        }
    }
}
