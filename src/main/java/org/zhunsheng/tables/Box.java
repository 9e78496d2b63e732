package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** A part of all applicants: on every axis the elementary values that are in. Never empty. Not changed once made. */
record Box(List<BitSet> sides) {

    static Box of(BitSet... sides) {
        return new Box(List.of(sides));
    }

    BitSet side(int axis) {
        return sides.get(axis);
    }

    /** The same on all axes but one; null where that leaves nothing. */
    Box with(int axis, BitSet side) {
        if (side.isEmpty()) {
            return null;
        }
        BitSet[] all = sides.toArray(BitSet[]::new);
        all[axis] = side;
        return new Box(Arrays.asList(all));
    }

    /** Null where they have nothing in common. */
    Box and(Box other) {
        BitSet[] both = new BitSet[sides.size()];
        for (int axis = 0; axis < both.length; axis++) {
            if (!side(axis).intersects(other.side(axis))) {
                return null;
            }
            both[axis] = (BitSet) side(axis).clone();
            both[axis].and(other.side(axis));
        }
        return new Box(Arrays.asList(both));
    }

    boolean meets(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!side(axis).intersects(other.side(axis))) {
                return false;
            }
        }
        return true;
    }

    private boolean isIn(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            BitSet in = side(axis);
            for (int value = in.nextSetBit(0); value >= 0; value = in.nextSetBit(value + 1)) {
                if (!other.side(axis).get(value)) {
                    return false;
                }
                value = Math.min(in.nextClearBit(value), other.side(axis).nextClearBit(value)) - 1;
            }
        }
        return true;
    }

    /** What of this box is not in the other, as boxes that do not overlap. */
    List<Box> minus(Box other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> parts = new ArrayList<>();
        Box rest = this;
        for (int axis = 0; axis < sides.size(); axis++) {
            BitSet outside = (BitSet) side(axis).clone();
            outside.andNot(other.side(axis));
            if (!outside.isEmpty()) {
                parts.add(rest.with(axis, outside));
                BitSet inside = (BitSet) side(axis).clone();
                inside.and(other.side(axis));
                rest = rest.with(axis, inside);
            }
        }
        return parts;
    }

    /**
     * Hands on what none of the others takes, part by part, until it is told to stop. Each part is cut only along the boxes that reach into
     * it, so that the grid of all values is never walked.
     *
     * @return whether it was told to stop
     */
    boolean without(List<Box> others, Predicate<Box> stop) {
        List<Box> reaching = new ArrayList<>(others.size());
        for (Box other : others) {
            if (meets(other)) {
                if (isIn(other)) {
                    return false;
                }
                reaching.add(other);
            }
        }
        if (reaching.isEmpty()) {
            return stop.test(this);
        }
        List<Box> rest = reaching.subList(1, reaching.size());
        return minus(reaching.get(0)).stream().anyMatch(part -> part.without(rest, stop));
    }

    boolean isWithin(List<Box> others) {
        return !without(others, part -> true);
    }
}
