package org.zhunsheng.affected;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What flips come to, in all and by kind. */
record Sums(Total total, Map<Sums.By, Map<String, Sums.Group>> groups) {

    /** By what flips are counted; a flip of several clauses counts for each. */
    enum By { CLAUSE, DIRECTION, DISTRICT, OUTCOME }

    /** @param difference of the amounts, in yuan */
    record Group(String name, long count, BigDecimal difference) {

        Group and(Group other) {
            return new Group(name, count + other.count, difference.add(other.difference));
        }
    }

    /** @param decisions of which a conclusion flips */
    record Total(long conclusions, long decisions, long outcomes, long amounts, BigDecimal before, BigDecimal after) {

        BigDecimal difference() {
            return after.subtract(before);
        }
    }

    static Sums of(List<Flip> flips) {
        Map<By, Map<String, Group>> groups = new EnumMap<>(By.class);
        for (By by : By.values()) {
            Map<String, Group> named = new TreeMap<>();
            flips.forEach(flip -> names(by, flip).forEach(name -> named.merge(name, new Group(name, 1, amount(flip.amountAfter()).subtract(amount(flip.amountBefore()))),
                    Group::and)));
            groups.put(by, named);
        }
        return new Sums(new Total(flips.size(), flips.stream().map(Flip::decision).distinct().count(), flips.stream().filter(Flip::changesOutcome).count(),
                flips.stream().filter(Flip::changesAmount).count(), flips.stream().map(flip -> amount(flip.amountBefore())).reduce(BigDecimal.ZERO, BigDecimal::add),
                flips.stream().map(flip -> amount(flip.amountAfter())).reduce(BigDecimal.ZERO, BigDecimal::add)), groups);
    }

    private static List<String> names(By by, Flip flip) {
        return switch (by) {
            case CLAUSE -> flip.clauses();
            case DIRECTION -> List.of(flip.direction());
            case DISTRICT -> List.of(flip.district());
            case OUTCOME -> List.of(flip.outcomeBefore() + " " + flip.outcomeAfter());
        };
    }

    private static BigDecimal amount(BigDecimal named) {
        return named == null ? BigDecimal.ZERO : named;
    }
}
