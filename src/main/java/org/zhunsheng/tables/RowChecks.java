package org.zhunsheng.tables;

import java.util.List;

/** Whether every row can have an effect, and only one that no other row has. */
record RowChecks(Drawn drawn) {

    void into(Flaws flaws) {
        for (int at = 0; at < drawn.rows().size(); at++) {
            Row row = drawn.rows().get(at);
            List<Box> boxes = drawn.decided().get(at);
            int earlier = twin(at);
            if (boxes.isEmpty()) {
                flaws.add(Flaw.Kind.UNREACHABLE, () -> drawn.flaw(Flaw.Kind.UNREACHABLE, List.of(row), List.of(), "没有申请人能使" + row.id() + "成立：各格的要求互相矛盾，或超出所填事实的范围",
                        "no applicant can meet row " + row.id(), List.of()));
            } else if (earlier >= 0) {
                Row twin = drawn.rows().get(earlier);
                flaws.add(Flaw.Kind.DUPLICATE, () -> drawn.flaw(Flaw.Kind.DUPLICATE, List.of(row, twin), List.of(), row.id() + "与" + twin.id() + "条款相同，条件也相同",
                        "rows " + row.id() + " and " + twin.id() + " ask the same under the same clause",
                        List.of(drawn.example(boxes.get(0), holding -> holding.contains(row) && holding.contains(twin)))));
            } else if (drawn.table().hitPolicy().equals("首条") && boxes.stream().allMatch(box -> box.isWithin(drawn.before(at(row))))) {
                flaws.add(Flaw.Kind.MASKED, () -> drawn.flaw(Flaw.Kind.MASKED, List.of(row), List.of(), "使" + row.id() + "成立的申请人都已由前面的行取走，这一行永远不起作用",
                        "whoever meets row " + row.id() + " is taken by a row before it",
                        List.of(drawn.example(boxes.get(0), holding -> holding.contains(row) && holding.stream().anyMatch(other -> at(other) < at(row))))));
            } else if (drawn.table().hitPolicy().equals("唯一")) {
                overlaps(at, flaws);
            }
        }
    }

    private int at(Row row) {
        return drawn.rows().indexOf(row);
    }

    private int twin(int at) {
        for (int other = 0; other < at; other++) {
            List<Box> those = drawn.decided().get(other);
            List<Box> these = drawn.decided().get(at);
            if (drawn.rows().get(other).clause().equals(drawn.rows().get(at).clause()) && these.stream().allMatch(box -> box.isWithin(those))
                    && those.stream().allMatch(box -> box.isWithin(these))) {
                return other;
            }
        }
        return -1;
    }

    private void overlaps(int at, Flaws flaws) {
        Row row = drawn.rows().get(at);
        for (int other = 0; other < at; other++) {
            Row earlier = drawn.rows().get(other);
            List<Box> both = Axes.both(drawn.decided().get(at), drawn.decided().get(other));
            if (!both.isEmpty()) {
                flaws.add(Flaw.Kind.OVERLAP, () -> drawn.flaw(Flaw.Kind.OVERLAP, List.of(row, earlier), drawn.asked(both.get(0)), "命中方式是唯一，" + row.id() + "与" + earlier.id() + "却会同时成立",
                        "rows " + row.id() + " and " + earlier.id() + " hold for the same applicant",
                        both.stream().limit(Flaw.MOST_SHOWN)
                                .map(box -> drawn.example(box, holding -> holding.contains(row) && holding.contains(earlier))).toList()));
            }
        }
    }
}
