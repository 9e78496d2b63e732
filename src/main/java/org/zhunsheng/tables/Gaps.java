package org.zhunsheng.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Applicants whom a table forgets. Being below the lowest tier is no gap; these are: whoever has at least what somebody has for whom a row
 * holds, and none holds for him; a combination of listed words for which no row ever holds; and figures between those of two cells that,
 * as the cells are written, no row takes.
 */
final class Gaps {

    private final Drawn drawn;
    private final Axes axes;
    private final int[] direction;
    private final Proposal proposal;

    Gaps(Drawn drawn, Proposal proposal) {
        this.drawn = drawn;
        this.axes = drawn.axes();
        this.direction = drawn.direction();
        this.proposal = proposal;
    }

    void into(Flaws flaws) {
        if (drawn.rows().isEmpty()) {
            return;
        }
        if (!drawn.takesOne()) {
            tell(flaws, Flaw.Kind.GAP, forgotten(), "没有一行适用：所列的词没有行提到", "a listed word is forgotten");
            return;
        }
        List<Box> missing = missing();
        tell(flaws, Flaw.Kind.GAP, missing, "没有一行适用：条件不如他的有行适用，或所列的词没有行提到",
                "no row holds, although one does for somebody with less, or a listed word is forgotten");
        tell(flaws, Flaw.Kind.WRITTEN_GAP, holes(missing), "按单元格所写，两档之间没有一行包括他；评定时按下一档算",
                "between two tiers as they are written; decided by the lower one");
    }

    /** Whom the table forgets as it is decided. */
    List<Box> missing() {
        List<Box> covered = drawn.all(drawn.decided());
        List<Box> missing = unnamed(covered);
        missing.addAll(within(better(covered), Stream.concat(covered.stream(), missing.stream()).toList()));
        return missing;
    }

    /** Rows that each act alone need not cover anybody; but a word that only this table can speak of and no row takes was forgotten. */
    private List<Box> forgotten() {
        List<Box> words = new ArrayList<>(proposal.singleItems(listed()));
        for (int at = 0; at < direction.length; at++) {
            if (axes.get(at).kind() == Axis.Kind.CODE) {
                int axis = at;
                axes.get(at).listed().stream().forEach(value -> words.add(listed().with(axis, axes.get(axis).range(value, value + 1))));
            }
        }
        List<Box> covered = drawn.all(drawn.decided());
        return words.stream().filter(word -> covered.stream().noneMatch(word::meets)).filter(word -> proposal.isOwn(drawn.asked(word))).toList();
    }

    /** Whom it forgets only as it is written. */
    List<Box> holes(List<Box> missing) {
        List<Box> written = drawn.all(drawn.written());
        return within(between(written), Stream.concat(written.stream(), missing.stream()).toList());
    }

    /** Where a box reaches when whoever has more is let in as well. */
    private List<Box> better(List<Box> covered) {
        return covered.stream().map(box -> {
            Box wider = box;
            for (int axis = 0; axis < direction.length; axis++) {
                if (direction[axis] != 0) {
                    wider = wider.with(axis, onwards(axis, box.side(axis), direction[axis]));
                }
            }
            return wider;
        }).toList();
    }

    private BitSet onwards(int axis, BitSet side, int towards) {
        return towards > 0 ? axes.get(axis).range(side.nextSetBit(0), axes.get(axis).values().size()) : axes.get(axis).range(0, side.length());
    }

    /** Combinations of words; figures, days and grades may be any. Of a list, applicants with one item each. */
    private List<Box> unnamed(List<Box> covered) {
        List<Box> named = covered.stream().map(box -> {
            Box wider = box;
            for (int axis = 0; axis < direction.length; axis++) {
                boolean word = axes.get(axis).key() instanceof Axis.Item || direction[axis] == 0
                        && (axes.get(axis).kind() == Axis.Kind.CODE || axes.get(axis).kind() == Axis.Kind.YES_NO);
                wider = word ? wider : wider.with(axis, axes.get(axis).all());
            }
            return wider;
        }).toList();
        return within(proposal.singleItems(listed()), named);
    }

    private Box listed() {
        return new Box(axes.list().stream().map(Axis::listed).toList());
    }

    private List<Box> between(List<Box> covered) {
        List<Box> between = new ArrayList<>();
        for (int at = 0; at < direction.length; at++) {
            int axis = at;
            if (axes.get(at).kind() == Axis.Kind.FIGURE && covered.stream().anyMatch(box -> !axes.get(axis).isFull(box.side(axis)))) {
                List<Box> above = covered.stream().map(box -> box.with(axis, onwards(axis, box.side(axis), -1))).toList();
                covered.forEach(box -> box.with(axis, onwards(axis, box.side(axis), 1)).without(covered, part -> {
                    above.stream().map(part::and).filter(Objects::nonNull).forEach(between::add);
                    return between.size() >= MOST_PARTS;
                }));
            }
        }
        return between;
    }

    /** The parts of these, without overlaps, that nothing covers and that can be named. */
    private List<Box> within(List<Box> these, List<Box> covered) {
        List<Box> found = new ArrayList<>();
        for (Box each : these) {
            Box named = each.and(listed());
            List<Box> taken = new ArrayList<>(covered);
            taken.addAll(found);
            if (named != null) {
                named.without(taken, part -> {
                    found.add(part);
                    return found.size() >= MOST_PARTS;
                });
            }
        }
        return found;
    }

    private static final int MOST_PARTS = 400;

    private void tell(Flaws flaws, Flaw.Kind kind, List<Box> missing, String detail, String english) {
        List<Box> done = new ArrayList<>();
        Deque<Box> left = new ArrayDeque<>(missing);
        while (!left.isEmpty() && !flaws.isFull(kind)) {
            List<Box> first = new ArrayList<>();
            if (left.peek().without(done, first::add)) {
                Box whole = grown(joined(first.get(0)), missing);
                done.add(whole);
                flaws.add(kind, () -> new Flaw(kind, drawn.table().id(), List.of(), drawn.asked(whole), "", detail, english,
                        List.of(kind == Flaw.Kind.GAP ? drawn.example(whole, List::isEmpty) : drawn.exampleAsWritten(whole)), proposal.row(whole)));
            } else {
                left.pop();
            }
        }
    }

    /** Of figures only those that follow one another: one cell can say no others. */
    private Box joined(Box part) {
        Box joined = part;
        for (int axis = 0; axis < direction.length; axis++) {
            int from = part.side(axis).nextSetBit(0);
            if (axes.get(axis).kind() == Axis.Kind.FIGURE) {
                joined = joined.with(axis, axes.get(axis).range(from, part.side(axis).nextClearBit(from)));
            }
        }
        return joined;
    }

    /** The largest box around a part that is missing as a whole, so that neighbours are told as one. */
    private Box grown(Box part, List<Box> missing) {
        Box grown = part;
        for (int axis = 0; axis < direction.length; axis++) {
            int last = axes.get(axis).values().size() - 1;
            for (int value : IntStream.concat(IntStream.rangeClosed(0, last), IntStream.rangeClosed(0, last).map(v -> last - v)).toArray()) {
                BitSet side = (BitSet) grown.side(axis).clone();
                side.set(value);
                boolean apart = axes.get(axis).kind() == Axis.Kind.FIGURE && side.nextClearBit(side.nextSetBit(0)) != side.length();
                if (!apart && !grown.side(axis).get(value) && grown.with(axis, side).isWithin(missing)) {
                    grown = grown.with(axis, side);
                }
            }
        }
        return grown;
    }
}
