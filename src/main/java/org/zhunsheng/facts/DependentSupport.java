package org.zhunsheng.facts;

import java.util.List;
import java.util.Set;

/** A support that may rest on another one of the same list: matching money without what it matches is nothing. */
public record DependentSupport(StackingCase of, Support support) {

    /** Documents whose money is support of its own kind and no programme or subsidy that the area would match (INT-22). */
    private static final Set<String> NEVER_MATCHED = Set.of("jkf_2022_9", "jkgf_2025_69", "jjg_2022_8");

    /** Whether money of a higher level, already received, is there to be matched. */
    @Derived({"supports[].policy", "supports[].funderLevel", "supports[].state", "supports[].unitCode", "supports[].contentKey",
        "supports[].dependsOn", "supports[].supportId"})
    public Known<Boolean> baseHeld() {
        if (support.dependsOn().isNone()) {
            return Known.of(NAME, false);
        }
        List<Known<Boolean>> others = of.supports().value().stream().filter(other -> other != support).map(this::isBase).toList();
        Known<?>[] open = others.stream().filter(Known::isMissing).toArray(Known<?>[]::new);
        boolean held = others.stream().anyMatch(base -> base.is(true));
        return held || open.length == 0 ? Known.of(NAME, held) : Known.lacking(open);
    }

    private static final String NAME = "supports[].baseHeld";

    private Known<Boolean> isBase(Support other) {
        if (other.policy().isValue() && NEVER_MATCHED.contains(other.policy().value()) || other.state().isValue() && !other.state().is(PriorAward.State.PAID)) {
            return Known.of(NAME, false);
        }
        Known<PriorAward.FunderLevel> level = other.level();
        boolean tooLow = level.isNone() || level.is(PriorAward.FunderLevel.DISTRICT) || level.is(PriorAward.FunderLevel.OTHER)
                || level.is(PriorAward.FunderLevel.NATIONAL) && support.item().is("16");
        Known<Boolean> linked = linked(other);
        Known<Boolean> unit = new SupportPair(of, other, support).sameUnit();
        if (tooLow || linked.is(false) || unit.is(false)) {
            return Known.of(NAME, false);
        }
        List<Known<?>> open = List.<Known<?>>of(other.policy(), other.state(), level, linked, unit).stream().filter(Known::isMissing).toList();
        return open.isEmpty() ? Known.of(NAME, true) : Known.lacking(open.toArray(Known<?>[]::new));
    }

    /** Named as the base, or of the same content where none is named. */
    private Known<Boolean> linked(Support other) {
        if (!support.dependsOn().isValue()) {
            return new SupportPair(of, other, support).sameContent();
        }
        return other.supportId().map("supports[].linked", support.dependsOn().value()::equals);
    }
}
