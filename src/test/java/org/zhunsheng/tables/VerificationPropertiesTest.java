package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.Ledgers;
import org.zhunsheng.tables.SmallTable.Point;

@DisplayName("静态核对与逐一枚举一致：不漏一个，也不多一个")
class VerificationPropertiesTest {

    private static final int TABLES = 100;
    private static int proposed;
    private static final Policy LEDGER = Ledgers.of("jkf_2022_9");

    @Test
    @DisplayName("抽出的小表：缺口、重叠、遮住、重复、金额次序、不起作用的列")
    void againstBruteForce() {
        Set<Flaw.Kind> seen = new TreeSet<>();
        LongStream.range(0, TABLES).forEach(seed -> {
            SmallTable table = SmallTable.drawn(seed);
            BruteForce every = new BruteForce(table);
            Drawn drawn = Drawn.of(table.typed(), SmallTable.DICTIONARY, LEDGER);
            Gaps gaps = new Gaps(drawn, Proposal.of(drawn, SmallTable.DICTIONARY));
            String about = "表 " + seed + " " + table.hit() + " " + table.lines();
            if (every.takesOne()) {
                assertEquals(every.gaps(), in(gaps.missing(), drawn.axes()), about);
                assertEquals(every.holes(), in(gaps.holes(gaps.missing()), drawn.axes()), about);
            }
            List<Flaw> flaws = Verification.of(table.typed(), SmallTable.DICTIONARY, LEDGER).flaws();
            flaws.forEach(flaw -> seen.add(flaw.kind()));
            assertEquals(every.rows(), flaws.stream().filter(flaw -> Set.of(Flaw.Kind.DUPLICATE, Flaw.Kind.MASKED, Flaw.Kind.OVERLAP, Flaw.Kind.AMOUNT_ORDER)
                    .contains(flaw.kind())).map(flaw -> flaw.kind() + " " + flaw.rows()).collect(Collectors.toCollection(TreeSet::new)), about);
            assertEquals(every.dead(), flaws.stream().filter(flaw -> flaw.kind() == Flaw.Kind.DEAD_COLUMN).flatMap(flaw -> flaw.columns().stream())
                    .collect(Collectors.toCollection(TreeSet::new)), about);
            flaws.stream().filter(flaw -> !flaw.proposed().isEmpty()).forEach(flaw -> mends(table, flaw));
            assertEquals(List.of(), flaws.stream().filter(flaw -> flaw.kind() == Flaw.Kind.NOT_CHECKED).toList(), about);
        });
        assertEquals(Set.of(Flaw.Kind.GAP, Flaw.Kind.WRITTEN_GAP, Flaw.Kind.DUPLICATE, Flaw.Kind.MASKED, Flaw.Kind.OVERLAP, Flaw.Kind.AMOUNT_ORDER,
                Flaw.Kind.THRESHOLD_ORDER, Flaw.Kind.DEAD_COLUMN, Flaw.Kind.CAP), seen, "每一种都应抽到");
        assertTrue(proposed > TABLES / 4, "补行 " + proposed);
    }

    /** With the proposed row, none of those whom the table forgot there is forgotten. */
    private static void mends(SmallTable table, Flaw flaw) {
        proposed++;
        Drawn mended = Drawn.of(table.plus(flaw.proposed()).typed(), SmallTable.DICTIONARY, LEDGER);
        Gaps gaps = new Gaps(mended, Proposal.of(mended, SmallTable.DICTIONARY));
        List<Box> left = flaw.kind() == Flaw.Kind.GAP ? gaps.missing() : gaps.holes(gaps.missing());
        List<Flaw> told = told(gaps).shown().stream().filter(each -> each.kind() == flaw.kind() && each.examples().equals(flaw.examples())).toList();
        assertEquals(List.of(), told, flaw + " " + left);
    }

    private static Flaws told(Gaps gaps) {
        Flaws flaws = new Flaws();
        gaps.into(flaws);
        return flaws;
    }

    private static Set<Point> in(List<Box> boxes, Axes axes) {
        return SmallTable.points().stream().filter(point -> SmallTable.in(boxes, axes, point)).collect(Collectors.toSet());
    }
}
