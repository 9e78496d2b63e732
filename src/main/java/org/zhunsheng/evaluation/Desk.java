package org.zhunsheng.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.zhunsheng.calendar.UnknownYear;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Question;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** One document at work: what may be asked of it, and how it answers. */
public final class Desk {

    private final RuleBase base;
    private final Evaluator evaluator;
    private final Inquiries inquiries;
    private final Guiding guiding;
    private final Map<List<String>, List<String>> using = new ConcurrentHashMap<>();

    Desk(RuleBase base, Set<String> policies, FactCatalogue catalogue) {
        this.base = base;
        this.evaluator = new Evaluator(base, catalogue);
        this.inquiries = new Inquiries(base.policy(), policies, catalogue, Clock.system(BeijingTime.ZONE));
        this.guiding = new Guiding(base.policy(), catalogue);
    }

    public RuleBase base() {
        return base;
    }

    Inquiries inquiries() {
        return inquiries;
    }

    /** What the document composes for a question of these facts: one selection for every direction whose block is among them. */
    public List<Selection> speakingOf(Map<String, Object> facts, Question question) {
        return inquiries.speakingOf(facts, question);
    }

    /** What the document composes for a question that knows no directions. */
    public Selection selection(Question question, String step) {
        return inquiries.selection(question, step);
    }

    /** One profile serves all documents: readings and options that only others know are left aside. */
    public Inquiry inquiry(List<Selection> selections, LocalDate asOf, Map<String, String> readings, Map<String, Judgement> judgements,
                           Map<String, Object> facts, Problems problems) {
        EvaluationRequest request = new EvaluationRequest(null, base.policy().policy(), null, null, asOf, admitted(readings), true, false, facts,
                judgements, null, null);
        return inquiries.of(request, selections, problems);
    }

    /** Whether its cases know a history of awards at all. */
    public boolean remembers() {
        return evaluator.knows(Remembered.FACT);
    }

    /** What a request asks of this document. */
    public Inquiry inquiry(EvaluationRequest request, Problems problems) {
        return inquiries.of(request, problems);
    }

    /** The clauses whose rules look at any of these facts, in the ledger's order. The rules do not change, and few ask for few. */
    public List<String> uses(List<String> facts) {
        return using.computeIfAbsent(facts, asked -> {
            Set<String> clauses = new HashSet<>();
            asked.forEach(fact -> clauses.addAll(base.uses(fact)));
            return base.policy().clauses().stream().map(Clause::id).filter(clauses::contains).toList();
        });
    }

    /** Those of the readings that this document has. */
    public Map<String, String> admitted(Map<String, String> readings) {
        Map<String, String> admitted = new LinkedHashMap<>(readings);
        admitted.entrySet().removeIf(each -> !admits(each.getKey(), each.getValue()));
        return admitted;
    }

    /** Whether this document has the reading, by this id or alias, and lets a request choose the option. */
    public boolean admits(String reading, String option) {
        return base.policy().reading(reading).filter(known -> known.admits(option)).isPresent();
    }

    /** Chosen under two names in two ways, a reading is chosen in none. */
    public void requireConsistent(Map<String, String> readings, Problems problems) {
        inquiries.readings(admitted(readings), problems);
    }

    /** Says why the document admits no such choice. */
    public void refuse(String reading, String option, Problems problems) {
        inquiries.readings(Map.of(reading, option), problems);
    }

    /** Whether the ledger has a judgement's point, and the point its grade. */
    public boolean admits(String name, Judgement judgement, String pointer, String pointerToValue, Problems problems) {
        return inquiries.admits(name, judgement, pointer, pointerToValue, problems);
    }

    /** The same inquiry with what the guide of its year supplies, where the document knows one. */
    public Inquiry guided(Inquiry inquiry, HeldGuides held) {
        return guiding.guided(inquiry, held);
    }

    /** The engine wraps what an operator throws. */
    public List<Decision> decide(Inquiry inquiry) {
        try {
            return evaluator.decide(inquiry);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnknownYear unknown) {
                    throw ProblemException.notHeld(unknown);
                }
            }
            throw failed;
        }
    }
}
