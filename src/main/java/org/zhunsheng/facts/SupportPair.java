package org.zhunsheng.facts;

import java.time.LocalDate;

/** Two supports, the second seen after the first. */
public record SupportPair(StackingCase of, Support first, Support second) {

    @Derived("supports[].unitCode")
    public Known<Boolean> sameUnit() {
        return same(first.unitCode(), second.unitCode(), "supports[].sameUnit");
    }

    /** Equal content keys; silence about one of them is a missing fact (INT-05). */
    @Derived("supports[].contentKey")
    public Known<Boolean> sameContent() {
        return same(first.contentKey(), second.contentKey(), "supports[].sameContent");
    }

    private static Known<Boolean> same(Known<String> one, Known<String> other, String name) {
        return one.isMissing() || other.isMissing() ? Known.lacking(one, other) : Known.of(name, one.value().equals(other.value()));
    }

    /** Of two decided on one day each counts as the earlier: neither may escape by that. What is undecided comes after what is decided. */
    @Derived("supports[].decidedOn")
    public Known<Boolean> inOrder() {
        Known<LocalDate> before = first.decidedOn();
        Known<LocalDate> after = second.decidedOn();
        if (before.isMissing() || after.isMissing()) {
            return Known.lacking(before, after);
        }
        return Known.of("supports[].inOrder", after.isNone() || before.isValue() && !before.value().isAfter(after.value()));
    }
}
