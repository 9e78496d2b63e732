package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.zhunsheng.findings.Verdict;

/** One row of a decision table: the clause it rests on, its filled cells, and what follows from them. */
public record Row(String table, String id, String clause, String place, List<Cell> cells, List<Constraint> only,
                  List<Conclusion> conclusions) {

    /** What the row says of one clause, under the name of the rule that says the same in the engine. */
    public record Said(String rule, String clause, Verdict verdict) {
    }

    /** Whether the clause is decided by this row or one of its cells. */
    public boolean speaksOf(String asked) {
        return clause.equals(asked) || conclusions.stream().anyMatch(conclusion -> conclusion.clause().equals(asked));
    }

    /** The amount it goes up to; null where it yields none. */
    BigDecimal most() {
        return conclusions.stream().map(conclusion -> conclusion.condition().most()).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
