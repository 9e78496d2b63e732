package org.zhunsheng.conventions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kie.api.runtime.KieSession;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.Gathered;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Evidence;
import org.zhunsheng.findings.Finding;
import org.zhunsheng.findings.Findings;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.FactReader;

/** What the engine itself hands over, before anything drops what was not asked for; facts go in in any order. */
record Handed(RuleBase base, Map<String, List<Verdict>> byRule) {

    private static final FactReader READER = new FactReader(InForce.BASES.catalogue());

    static Handed by(byte[] body, Questions asked, Random order) {
        EvaluationRequest request = READER.read(body);
        RuleBase base = InForce.policy(request.policy());
        CaseFile file = InForce.BASES.catalogue().caseOf(Trials.caseFile(base)).caseFile(context(request, asked, base),
                request.facts());
        List<Object> facts = new ArrayList<>(file.parts());
        facts.add(file);
        Collections.shuffle(facts, order);
        Findings findings = new Findings();
        KieSession session = base.rules().newKieSession();
        try {
            session.setGlobal("findings", findings);
            facts.forEach(session::insert);
            session.fireAllRules();
            session.insert(new Gathered());
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        Map<String, List<Verdict>> byRule = new TreeMap<>();
        for (Finding finding : findings.handed()) {
            byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(orderless(finding.verdict()));
        }
        return new Handed(base, byRule);
    }

    /** A list that a clause looked at is shown as the caller wrote it. */
    private static Verdict orderless(Verdict verdict) {
        Evidence[] evidence = verdict.evidence().stream().map(looked -> looked.fact().value() instanceof List<?> list
                ? new Evidence(Known.of(looked.fact().name(), Set.copyOf(list)), looked.test(), looked.required(), looked.truth()) : looked)
                .toArray(Evidence[]::new);
        return new Verdict(verdict.truth(), List.of(evidence), verdict.missing(), verdict.open(), verdict.award(), verdict.values());
    }

    private static Map<String, Object> context(EvaluationRequest request, Questions asked, RuleBase base) {
        Map<String, Judgement> given = new HashMap<>();
        request.judgements().forEach((point, judgement) -> given.put(point.substring(point.indexOf('/') + 1), judgement));
        Map<String, Object> context = new HashMap<>();
        context.put("question", asked.plan().question());
        context.put("step", asked.plan().step());
        context.put("direction", asked.direction() == null ? null : asked.direction().id());
        context.put("asOf", request.asOf() == null ? LocalDate.EPOCH : request.asOf());
        context.put("lawInForceFrom", base.policy().inForceFrom());
        context.put("readings", new Readings(request.readings()));
        context.put("judgements", new Judgements(base.policy().policy(), given, base.policy().scales()));
        context.put("figures", base.figures());
        return context;
    }

    /** Leaves without a finding, clauses with two, and findings on clauses that the question does not select. */
    Stream<String> wrong(Questions asked) {
        Map<String, Long> count = new TreeMap<>();
        byRule.forEach((rule, verdicts) -> count.merge(base.origin(rule).clause(), (long) verdicts.size(), Long::sum));
        return Stream.of(
                asked.selection().clauses().stream().filter(Clause::isLeaf).filter(clause -> !count.containsKey(clause.id()))
                        .map(clause -> clause.id() + " 没有结论"),
                count.entrySet().stream().filter(clause -> clause.getValue() > 1)
                        .map(clause -> clause.getKey() + " 有 " + clause.getValue() + " 条结论"),
                count.keySet().stream().filter(clause -> asked.selection().place(clause) < 0).map(clause -> clause + " 没有选中而有结论"))
                .flatMap(each -> each);
    }

    String differences(Handed other) {
        TreeSet<String> rules = new TreeSet<>(byRule.keySet());
        rules.addAll(other.byRule.keySet());
        rules.removeIf(rule -> Objects.equals(byRule.get(rule), other.byRule.get(rule)));
        return rules.toString();
    }
}
