package org.zhunsheng.facts;

import java.time.LocalDate;
import java.util.List;

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

    /** Whether both rest on the same item of their article. */
    @Derived("supports[].clause")
    public Known<Boolean> sameCategory() {
        return same(first.category(), second.category(), "supports[].sameCategory");
    }

    private static Known<Boolean> same(Known<String> one, Known<String> other, String name) {
        return one.isMissing() || other.isMissing() ? Known.lacking(one, other) : Known.of(name, one.value().equals(other.value()));
    }

    /**
     * Whether both are money that was not refused or cancelled, and the first was decided first. Of two decided on one day each counts as the
     * earlier: neither may escape by that. What is undecided comes after what is decided. Where no form is stated it is money.
     */
    @Derived({"supports[].form", "supports[].state", "supports[].decidedOn"})
    public Known<Boolean> follows() {
        if (isNothing(first) || isNothing(second)) {
            return Known.of(FOLLOWS, false);
        }
        List<Known<?>> open = List.<Known<?>>of(first.state(), second.state(), first.decidedOn(), second.decidedOn()).stream().filter(Known::isMissing).toList();
        Known<LocalDate> before = first.decidedOn();
        Known<LocalDate> after = second.decidedOn();
        boolean never = before.isNone() && after.isValue() || before.isValue() && after.isValue() && before.value().isAfter(after.value());
        return never || open.isEmpty() ? Known.of(FOLLOWS, !never) : Known.lacking(open.toArray(Known<?>[]::new));
    }

    private static final String FOLLOWS = "supports[].follows";

    private static boolean isNothing(Support support) {
        return support.form().isValue() && !support.form().is(PriorAward.Form.MONEY) || support.state().is(PriorAward.State.REJECTED)
                || support.state().is(PriorAward.State.CANCELLED_BEFORE_PAYMENT);
    }
}
