package org.zhunsheng.tables;

import java.util.List;
import org.zhunsheng.findings.Verdict;

/** One row of a decision table: the clause it rests on, its filled cells, and what follows from them. */
public record Row(String table, String id, String clause, String place, List<Cell> cells, List<Constraint> only,
                  List<Conclusion> conclusions) {

    /** What the row says of one clause, under the name of the rule that says the same in the engine. */
    public record Said(String rule, String clause, Verdict verdict) {
    }

    /** Whether the clause is decided by this row or one of its cells. */
    boolean speaksOf(String asked) {
        return clause.equals(asked) || conclusions.stream().anyMatch(conclusion -> conclusion.clause().equals(asked));
    }
}
