package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Policy;

/** Whether amounts and thresholds rise together, tier by tier, and no amount is above what the ledger says its clause allows. */
record Amounts(Drawn drawn, Policy policy, List<List<BitSet>> asked) {

    static Amounts of(Drawn drawn, Policy policy) {
        return new Amounts(drawn, policy, drawn.decided().stream()
                .map(row -> IntStream.range(0, drawn.axes().list().size()).mapToObj(axis -> side(row, axis)).toList()).toList());
    }

    void into(Flaws flaws) {
        for (int at = 0; at < drawn.rows().size(); at++) {
            cap(drawn.rows().get(at), flaws);
            for (int later = at + 1; later < drawn.rows().size() && drawn.takesOne(); later++) {
                amounts(at, later, flaws);
                thresholds(at, later, flaws);
            }
        }
    }

    private void cap(Row row, Flaws flaws) {
        BigDecimal most = row.most();
        if (most == null) {
            return;
        }
        Optional<Clause> clause = policy.clauses().stream().filter(each -> each.id().equals(row.clause())).findFirst();
        Optional<BigDecimal> cap = clause.flatMap(Clause::capYuan);
        if (cap.isEmpty()) {
            flaws.add(Flaw.Kind.NOT_CHECKED, () -> drawn.flaw(Flaw.Kind.NOT_CHECKED, List.of(row), List.of(), clause.isEmpty() ? "条款台账没有 " + row.clause()
                    : "条款台账的 " + row.clause() + " 没有写明上限，金额无从核对", "the ledger states no cap for " + row.clause(), List.of()));
        } else if (most.compareTo(cap.get()) > 0) {
            flaws.add(Flaw.Kind.CAP, () -> drawn.flaw(Flaw.Kind.CAP, List.of(row), List.of(), row.id() + "的金额 " + most.toPlainString() + " 元高于条款台账所记 "
                    + row.clause() + " 的上限 " + cap.get().toPlainString() + " 元", "above the cap that the ledger states for " + row.clause(), one(row)));
        }
    }

    private List<Map<String, String>> one(Row row) {
        return drawn.decided().get(drawn.rows().indexOf(row)).stream().limit(1).map(box -> drawn.example(box, holding -> holding.contains(row))).toList();
    }

    /** Whoever is taken by a row must not have had more from a later one. */
    private void amounts(int at, int later, Flaws flaws) {
        Row row = drawn.rows().get(at);
        Row other = drawn.rows().get(later);
        if (row.most() == null || other.most() == null || row.most().compareTo(other.most()) >= 0) {
            return;
        }
        List<Box> less = new ArrayList<>();
        for (Box both : Axes.both(drawn.decided().get(at), drawn.decided().get(later))) {
            both.without(drawn.before(at), part -> less.add(part) && less.size() == Flaw.MOST_SHOWN);
        }
        if (!less.isEmpty()) {
            flaws.add(Flaw.Kind.AMOUNT_ORDER, () -> drawn.flaw(Flaw.Kind.AMOUNT_ORDER, List.of(row, other), drawn.asked(less.get(0)), "同时满足" + row.id() + "和" + other.id()
                    + "的申请人按" + row.id() + "算，得到的却比" + other.id() + "少", "row " + row.id() + " comes first and gives less than row " + other.id(),
                    less.stream().map(box -> drawn.example(box, holding -> holding.contains(row) && holding.contains(other))).toList()));
        }
    }

    /** A lower amount must not ask for more where both ask something. */
    private void thresholds(int at, int later, Flaws flaws) {
        Row more = drawn.rows().get(at);
        Row less = drawn.rows().get(later);
        int order = more.most() == null || less.most() == null ? 0 : more.most().compareTo(less.most());
        if (order == 0) {
            return;
        }
        for (int axis = 0; axis < drawn.axes().list().size(); axis++) {
            Axis column = drawn.axes().get(axis);
            BitSet high = asked.get(order > 0 ? at : later).get(axis);
            BitSet low = asked.get(order > 0 ? later : at).get(axis);
            boolean tiered = drawn.direction()[axis] != 0 && column.kind() != Axis.Kind.YES_NO;
            if (tiered && !column.isFull(high) && !column.isFull(low) && !low.equals(high) && contains(high, low)) {
                BitSet only = (BitSet) high.clone();
                only.andNot(low);
                int on = axis;
                Row best = order > 0 ? more : less;
                Row next = order > 0 ? less : more;
                List<Box> boxes = drawn.decided().get(order > 0 ? at : later);
                flaws.add(Flaw.Kind.THRESHOLD_ORDER, () -> drawn.flaw(Flaw.Kind.THRESHOLD_ORDER, List.of(next, best), column.columns(), "「" + column.heading() + "」" + next.id() + "要求 "
                        + column.cell(low) + "，金额更高的" + best.id() + "只要求 " + column.cell(high), "the lower amount asks for more",
                        boxes.stream().filter(box -> box.side(on).intersects(only)).limit(1)
                                .map(box -> box.and(drawn.axes().everyone().with(on, only)))
                                .map(box -> drawn.example(box, holding -> holding.contains(best) && !holding.contains(next))).toList()));
            }
        }
    }

    /** What a row asks on an axis, whatever it asks elsewhere. */
    private static BitSet side(List<Box> row, int axis) {
        BitSet side = new BitSet();
        row.forEach(box -> side.or(box.side(axis)));
        return side;
    }

    private static boolean contains(BitSet all, BitSet some) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }
}
