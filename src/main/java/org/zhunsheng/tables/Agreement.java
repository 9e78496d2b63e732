package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.zhunsheng.findings.Countable;
import org.zhunsheng.findings.Findings;
import org.zhunsheng.findings.Verdict;

/**
 * Whether the engine concludes from a table exactly what the table says itself, to the last piece of evidence, in every case of its
 * boundary grid. A rule base for which it does not is not to be used.
 */
public final class Agreement {

    private static final int SHOWN_OF_A_TABLE = 3;

    private final Tables tables;
    private final KieBase engine;
    private final List<String> disagreements = new ArrayList<>();
    private int cases;

    private Agreement(Tables tables, KieBase engine) {
        this.tables = tables;
        this.engine = engine;
    }

    /** @param engine compiled from {@link Tables#drl()}, alone or with other rules */
    public static Agreement of(Tables tables, KieBase engine) {
        Agreement agreement = new Agreement(tables, engine);
        tables.tables().forEach(agreement::compare);
        return agreement;
    }

    /** @param workbooks of whose tables alone it is to be shown */
    public static Agreement of(Tables tables, Collection<String> workbooks, KieBase engine) {
        Agreement agreement = new Agreement(tables, engine);
        workbooks.forEach(file -> tables.tables(file).forEach(agreement::compare));
        return agreement;
    }

    /** The first disagreements of each table, for whoever must find the cause; empty where there are none. */
    public List<String> disagreements() {
        return List.copyOf(disagreements);
    }

    /** How many cases were compared. */
    public int cases() {
        return cases;
    }

    private void compare(TypedTable table) {
        if (table.rows().stream().allMatch(row -> row.conclusions().isEmpty())) {
            return;
        }
        int before = disagreements.size();
        BoundaryGrid grid = new BoundaryGrid(table, tables.policy(), tables.figures());
        grid.cases().forEach(one -> {
            Object record = grid.build(one);
            Map<String, List<Verdict>> own = own(table, record);
            Map<String, List<Verdict>> fired = fired(table, record);
            cases++;
            if (!own.equals(fired) && disagreements.size() < before + SHOWN_OF_A_TABLE) {
                disagreements.add("决策表 " + table.id() + " 与规则引擎的结论不一致：事实 " + one.given() + "，判断 " + one.judged() + "，口径 "
                        + one.chosen() + "；决策表 " + own + "；引擎 " + fired);
            }
        });
    }

    /** By rule; rows on elements of a list by clause, as that is all they hand on. */
    private static Map<String, List<Verdict>> own(TypedTable table, Object record) {
        Map<String, List<Verdict>> own = new HashMap<>();
        table.evaluate(record).forEach(answer -> answer.said()
                .forEach(said -> add(own, table.countable() ? said.clause() : said.rule(), said.verdict())));
        return own;
    }

    private Map<String, List<Verdict>> fired(TypedTable table, Object record) {
        Map<String, List<Verdict>> fired = new HashMap<>();
        Findings findings = new Findings();
        KieSession session = engine.newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.insert(record);
            session.fireAllRules(match -> match.getRule().getName().startsWith(table.id() + " "));
            findings.handed().forEach(finding -> add(fired, finding.rule(), finding.verdict()));
            for (Object object : session.getObjects(Countable.class::isInstance)) {
                Countable countable = (Countable) object;
                add(fired, countable.clause(), countable.verdict());
            }
        } finally {
            session.dispose();
        }
        return fired;
    }

    private static void add(Map<String, List<Verdict>> verdicts, String name, Verdict verdict) {
        verdicts.computeIfAbsent(name, n -> new ArrayList<>()).add(verdict);
        verdicts.get(name).sort((a, b) -> a.toString().compareTo(b.toString()));
    }
}
