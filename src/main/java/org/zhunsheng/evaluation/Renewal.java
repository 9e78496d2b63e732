package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import org.zhunsheng.record.Reliance;

/** Gives a recorded answer once more: the same question, on the same day. */
public interface Renewal {

    /** What the answer would be now, and what it would rest on. */
    record Renewed(byte[] core, Reliance reliance) {
    }

    /** What the answer was again, and the rule base that gave it: the one that stands in the record for all where there are many. */
    record Replayed(byte[] core, String ruleBase) {
    }

    /** Whether answers with such a core are given here. */
    boolean gives(JsonNode core);

    /** By what is known now, and by the same rules and guides, which no later fact changes. */
    Renewed renewed(byte[] core, JsonNode recorded);

    /** Knowing only what was known then, by the rules of then or by others. */
    Replayed replayed(byte[] core, JsonNode recorded, Under under);
}
