package org.zhunsheng.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a recorded evaluation is found by.
 *
 * @param judged judgements that came into the record with it; those that led to earlier decisions of the case stand with these
 */
record Found(Instant time, LocalDate day, String subject, List<Part> parts, List<Judged> judged) {

    /**
     * One conclusion, on one direction.
     *
     * @param facts  keyed digest of what was asked, without who asks
     * @param inputs and of all else that decides
     */
    record Part(BigDecimal amount, Set<Name> tags, List<Near> near, UUID facts, UUID inputs) {

        Optional<Name> name(Name.Kind kind) {
            return tags.stream().filter(name -> name.kind() == kind).findFirst();
        }
    }

    /** A figure close to its threshold. */
    record Near(Name clause, Name fact, BigDecimal threshold, int permille, boolean upwards) {
    }

    record Judged(Name point, Name value, long judge) {
    }
}
