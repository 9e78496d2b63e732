package org.zhunsheng.record;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One answered request on its way into the record.
 *
 * @param requestDigest  digest of the request's body: tells a repeated request from another one under the same key
 * @param idempotencyKey null where the caller sent none
 * @param answer         envelope and core, exactly as the caller will receive them
 * @param reliance       under which later facts may alter it
 */
public record Entry(String id, Instant time, String caller, String question, String policy, String coreDigest,
        String ruleBaseDigest, String requestDigest, String idempotencyKey, byte[] answer, Reliance reliance) {

    public Entry {
        Stream.of(id, caller, question, policy, coreDigest, ruleBaseDigest, requestDigest).forEach(Entry::requireStorable);
        if (idempotencyKey != null) {
            requireStorable(idempotencyKey);
        }
        Objects.requireNonNull(time);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(reliance);
    }

    /** One that rests on its request alone. */
    public Entry(String id, Instant time, String caller, String question, String policy, String coreDigest, String ruleBaseDigest,
            String requestDigest, String idempotencyKey, byte[] answer) {
        this(id, time, caller, question, policy, coreDigest, ruleBaseDigest, requestDigest, idempotencyKey, answer, Reliance.NONE);
    }

    /** The same with the answer that only the transaction could complete. */
    Entry answered(byte[] completed) {
        return new Entry(id, time, caller, question, policy, coreDigest, ruleBaseDigest, requestDigest, idempotencyKey, completed, reliance);
    }

    /** PostgreSQL has no text with a zero character; found only there, it would spoil the batch of other callers' entries. */
    private static void requireStorable(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a recorded text must not contain the zero character");
        }
    }
}
