package org.zhunsheng.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.runtime.KieSession;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.CaseModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Gathered;
import org.zhunsheng.findings.Finding;
import org.zhunsheng.findings.Findings;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBase;

/** Facts in, decisions out: a pure function of the inquiry and the rule base. */
public final class Evaluator {

    private final RuleBase base;
    private final CaseModel model;

    public Evaluator(RuleBase base, FactCatalogue catalogue) {
        this.base = base;
        try {
            Class<?> type = Class.forName(base.policy().caseFile());
            this.model = catalogue.caseOf(type.asSubclass(CaseFile.class));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("台账 " + base.policy().policy() + " 的 caseFile 不存在：" + base.policy().caseFile(), e);
        }
    }

    public RuleBase base() {
        return base;
    }

    boolean knows(String fact) {
        return model.facts().containsKey(fact);
    }

    public List<Decision> decide(Inquiry inquiry) {
        return inquiry.selections().stream().map(selection -> decide(inquiry, selection)).toList();
    }

    private Decision decide(Inquiry inquiry, Selection selection) {
        CaseFile file = model.caseFile(context(inquiry, selection), inquiry.facts());
        RuleBase.Origin[] origins = new RuleBase.Origin[selection.clauses().size()];
        Verdict[] verdicts = new Verdict[origins.length];
        for (Finding finding : fire(file).handed()) {
            RuleBase.Origin origin = base.origin(finding.rule());
            int place = selection.place(origin.clause());
            if (place < 0) {
                continue;
            }
            if (verdicts[place] != null) {
                throw new IllegalStateException("条款 " + origin.clause() + " 有两条结论：" + origins[place].rule() + "、" + origin.rule());
            }
            verdicts[place] = finding.verdict();
            origins[place] = origin;
        }
        for (int i = 0; i < verdicts.length; i++) {
            Clause clause = selection.clauses().get(i);
            if (verdicts[i] == null && clause.isLeaf()) {
                throw new IllegalStateException("条款 " + clause.id() + " 没有结论");
            }
        }
        return new Conclusion(base.policy(), selection, inquiry, file, verdicts, origins).decision();
    }

    private Map<String, Object> context(Inquiry inquiry, Selection selection) {
        Map<String, Object> context = new HashMap<>();
        context.put("question", selection.plan().question());
        context.put("step", selection.plan().step());
        context.put("direction", selection.direction() == null ? null : selection.direction().id());
        context.put("asOf", inquiry.asOf());
        context.put("lawInForceFrom", base.policy().inForceFrom());
        context.put("readings", inquiry.readings());
        context.put("judgements", inquiry.judgements());
        context.put("figures", base.figures());
        return context;
    }

    private Findings fire(CaseFile file) {
        Findings findings = new Findings();
        KieSession session = base.rules().newKieSession();
        try {
            session.setGlobal("findings", findings);
            session.insert(file);
            file.parts().forEach(session::insert);
            session.fireAllRules();
            session.insert(new Gathered());
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return findings;
    }
}
