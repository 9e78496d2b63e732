package org.zhunsheng.findings;

/**
 * What can be said of a clause. The order is the order in which a conjunction settles: one certain breach ends it, then a
 * missing fact, then an open judgement. In a disjunction {@code MET} comes first and the rest keeps its order from the
 * other end, so that "unknown" still outranks "judgement": first complete the facts, then ask a person.
 */
public enum Truth {
    NOT_MET, UNKNOWN, JUDGEMENT, MET;

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        if (this == MET || other == MET) {
            return MET;
        }
        if (this == NOT_MET) {
            return other;
        }
        if (other == NOT_MET) {
            return this;
        }
        return and(other);
    }

    public Truth not() {
        return switch (this) {
            case MET -> NOT_MET;
            case NOT_MET -> MET;
            default -> this;
        };
    }

    public boolean isSettled() {
        return this == MET || this == NOT_MET;
    }

    public static Truth of(boolean met) {
        return met ? MET : NOT_MET;
    }
}
