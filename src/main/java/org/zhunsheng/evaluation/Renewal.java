package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhunsheng.record.Reliance;

/**
 * Gives a recorded answer once more by what is known now: the same question, on the same day, by the same rules and guides, which no later
 * fact changes. A replay, on the other hand, knows only what was known then.
 */
public interface Renewal {

    /** What the answer would be now, and what it would rest on. */
    record Renewed(byte[] core, Reliance reliance) {
    }

    /** Whether answers with such a core are given here. */
    boolean gives(JsonNode core);

    Renewed renewed(byte[] core, JsonNode recorded);
}
