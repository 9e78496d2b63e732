package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhunsheng.policy.Policy;

/**
 * Whether the tables of a policy are sound as wholes. Every statement is drawn from all applicants there can be, not from a sample, and
 * shown on one of them. A check that cannot be made is a flaw like any other: nothing passes because nobody looked.
 */
public final class Verification {

    private Verification() {
    }

    public static List<Flaw> of(Tables tables, Policy ledger) {
        List<Flaw> flaws = new ArrayList<>();
        tables.tables().forEach(table -> flaws.addAll(of(table, tables.dictionary(), ledger)));
        return flaws;
    }

    static List<Flaw> of(TypedTable table, Dictionary dictionary, Policy ledger) {
        if (dictionary.tables().get(table.id()).figures()) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        run(table, flaws, () -> {
            Drawn drawn = Drawn.of(table, dictionary, ledger);
            Map<String, ColumnSpec> columns = dictionary.columnsOf(dictionary.tables().get(table.id()));
            run(table, flaws, () -> new RowChecks(drawn).flaws());
            run(table, flaws, () -> new Gaps(drawn, Proposal.of(drawn, dictionary)).flaws());
            run(table, flaws, () -> new DeadColumns(drawn, columns).flaws());
            run(table, flaws, () -> new Amounts(drawn, ledger).flaws());
            return List.of();
        });
        return flaws;
    }

    private static void run(TypedTable table, List<Flaw> flaws, Callable<List<Flaw>> check) {
        try {
            flaws.addAll(check.call());
        } catch (Exception e) {
            // whatever kept a check from its end, the table is not verified
            flaws.add(new Flaw(Flaw.Kind.NOT_CHECKED, table.id(), List.of(), List.of(), "", "检查未能完成", "a check could not be completed", List.of(), Map.of()));
        }
    }
}
