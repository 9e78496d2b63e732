package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zhunsheng.policy.Policy;

/**
 * What is wrong with the tables of a policy as wholes. Every statement is drawn from all applicants there can be, not from a sample, and
 * shown on one of them. A check that cannot be made is a flaw like any other: nothing passes because nobody looked.
 *
 * @param found how many there are of a kind, of which the first are shown; gaps stop being counted one beyond those
 */
public record Verification(List<Flaw> flaws, Map<Flaw.Kind, Integer> found) {

    public static Verification of(Tables tables, Policy ledger) {
        List<Flaw> flaws = new ArrayList<>();
        Map<Flaw.Kind, Integer> found = new EnumMap<>(Flaw.Kind.class);
        for (TypedTable table : tables.tables()) {
            Verification one = of(table, tables.dictionary(), ledger);
            flaws.addAll(one.flaws);
            one.found.forEach((kind, count) -> found.merge(kind, count, Integer::sum));
        }
        return new Verification(List.copyOf(flaws), found);
    }

    static Verification of(TypedTable table, Dictionary dictionary, Policy ledger) {
        TableSpec spec = dictionary.tables().get(table.id());
        Flaws flaws = new Flaws();
        if (!spec.figures()) {
            run(table, flaws, all -> {
                Drawn drawn = Drawn.of(table, dictionary, ledger);
                run(table, flaws, new RowChecks(drawn)::into);
                run(table, flaws, new Gaps(drawn, Proposal.of(drawn, dictionary))::into);
                run(table, flaws, new DeadColumns(drawn, dictionary.columnsOf(spec))::into);
                run(table, flaws, Amounts.of(drawn, ledger)::into);
            });
        }
        return new Verification(flaws.shown(), flaws.found());
    }

    private static void run(TypedTable table, Flaws flaws, Consumer<Flaws> check) {
        try {
            check.accept(flaws);
        } catch (RuntimeException e) {
            // whatever kept a check from its end, the table is not verified
            flaws.add(Flaw.Kind.NOT_CHECKED, () -> new Flaw(Flaw.Kind.NOT_CHECKED, table.id(), List.of(), List.of(), "", "检查未能完成",
                    "a check could not be completed", List.of(), Map.of()));
        }
    }

    public boolean isClean() {
        return flaws.isEmpty();
    }
}
