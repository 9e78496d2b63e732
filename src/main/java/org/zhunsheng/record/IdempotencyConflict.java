package org.zhunsheng.record;

/** The caller used this key before, for another request. */
public final class IdempotencyConflict extends RuntimeException {

    private final String key;
    private final String id;

    IdempotencyConflict(String key, String id) {
        super("idempotency key already used for decision " + id);
        this.key = key;
        this.id = id;
    }

    public String key() {
        return key;
    }

    /** The decision that was answered under the key. */
    public String id() {
        return id;
    }
}
