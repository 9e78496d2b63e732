package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/** What the service itself knows of earlier awards. Reading it takes a while, so that nobody asks who decides where a request arrives. */
public interface AwardHistory {

    /** Where no ledger is kept nothing is known, and nobody must wait for that. */
    AwardHistory NONE = new AwardHistory() {
        @Override
        public Remembered of(String unitCode, String contentKey, LocalDate day, Instant knownAt) {
            return null;
        }

        @Override
        public Remembered recorded(JsonNode history) {
            return null;
        }
    };

    /**
     * Awards of the unit, and for the content whoever had them; null where nothing is kept.
     *
     * @param knownAt null for what is known now
     */
    Remembered of(String unitCode, String contentKey, LocalDate day, Instant knownAt);

    /** The same as a core names it. */
    Remembered recorded(JsonNode history);
}
