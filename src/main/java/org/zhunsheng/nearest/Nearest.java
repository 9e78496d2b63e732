package org.zhunsheng.nearest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.InTheWay;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.evaluation.Supposed;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Question;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBases;

/** For every decision of a recorded answer, what would lift it: decided by the rules that decided it, on facts supposed to be otherwise. */
@Singleton
public final class Nearest {

    /** Only who applies for something can do anything for it. */
    private static final Set<Question> APPLIED_FOR = Set.of(Question.SUPPORT, Question.RECOGNITION);
    private static final Set<Outcome> OPEN = Set.of(Outcome.INSUFFICIENT_FACTS, Outcome.NEEDS_JUDGEMENT);

    private static final int REMEMBERED = 256;

    private final Evaluations evaluations;
    private final Changeable changeable;
    private final Map<String, FactModel> facts = new HashMap<>();
    private final Map<String, List<List<Lift>>> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<List<Lift>>> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Inject
    Nearest(Evaluations evaluations, RuleBases bases) {
        this(evaluations, bases.catalogue(), Changeable.STATED);
    }

    public Nearest(Evaluations evaluations, FactCatalogue catalogue, Changeable changeable) {
        this.evaluations = evaluations;
        this.changeable = changeable;
        catalogue.facts().forEach(fact -> facts.putIfAbsent(fact.path(), fact));
    }

    /** Of an answer as it was recorded: the same whenever it is asked, so that whoever reads the page and then prints it waits once. */
    public List<List<Lift>> recorded(byte[] answer) {
        String digest = new String(Answer.member(answer, "coreDigest"), StandardCharsets.US_ASCII);
        List<List<Lift>> lifts = known.get(digest);
        if (lifts == null) {
            lifts = of(Answer.core(answer));
            known.put(digest, lifts);
        }
        return lifts;
    }

    /** In the order of the decisions; nothing of a decision that cannot get better, or that was about nothing applied for. */
    public List<List<Lift>> of(byte[] core) {
        return evaluations.supposing(core).map(supposed -> supposed.selections().stream().map(selection -> lifts(supposed, selection)).toList())
                .orElse(List.of());
    }

    private List<Lift> lifts(Supposed supposed, Selection selection) {
        if (!APPLIED_FOR.contains(selection.plan().question())) {
            return List.of();
        }
        Movable movable = new Movable(supposed, selection, changeable, facts);
        Search search = new Search(supposed, selection, movable, new HashMap<>());
        Decision now = search.decide(new TreeMap<>());
        List<Lift> lifts = new ArrayList<>();
        if (now.outcome() == Outcome.INELIGIBLE) {
            lifts.add(lift(search, movable, now, Lift.Goal.OUTCOME, new Outcomes(movable, now, true), new Outcomes(movable, now, false)));
        } else if (most(now) != null && (now.outcome() == Outcome.ELIGIBLE || OPEN.contains(now.outcome()))) {
            Amounts goal = new Amounts(movable, now);
            if (!search.before(goal, now).get(0).isEmpty()) {
                lifts.add(lift(search, movable, now, Lift.Goal.AMOUNT, goal));
            }
        }
        return lifts;
    }

    private Lift lift(Search search, Movable movable, Decision now, Lift.Goal name, Search.Goal... goals) {
        for (Search.Goal goal : goals) {
            Search.Found found = search.nearest(goal);
            if (found != null) {
                return new Lift(name, movable.changes(found.changes()), found.decision().outcome().name(), most(found.decision()), found.decision().tier(), List.of());
            }
        }
        Search.Goal last = goals[goals.length - 1];
        return new Lift(name, List.of(), null, null, null, new Bars(search, movable, now).of(search.before(last, now), last.settled()));
    }

    /** What it can come to at most, as far as that is known. */
    private static BigDecimal most(Decision decision) {
        return decision.amountRange() != null && decision.outcome() != Outcome.ELIGIBLE ? decision.amountRange().toYuan() : decision.maxAmountYuan();
    }

    /** Nothing is reached over a clause about credit or earlier support, even where a change made for another reason would turn it. */
    private static boolean keepsLocked(Movable movable, Decision now, Decision then) {
        return IntStream.range(0, now.findings().size()).noneMatch(place -> movable.locked(place) && then.findings().get(place).truth()
                .compareTo(now.findings().get(place).truth()) > 0);
    }

    /** Settled and favourable, or at least no refusal: what is open then is for others to supply or judge. */
    private record Outcomes(Movable movable, Decision now, boolean settled) implements Search.Goal {

        @Override
        public boolean isReached(Decision decision) {
            return (decision.outcome() == Outcome.ELIGIBLE || !settled && OPEN.contains(decision.outcome())) && keepsLocked(movable, now, decision);
        }

        @Override
        public List<Set<Integer>> before(Decision decision, InTheWay inTheWay) {
            return inTheWay.ofOutcome(settled);
        }
    }

    /** More money than now by a clause that grants some and did not count, and an answer no less settled. */
    private record Amounts(Movable movable, Decision now) implements Search.Goal {

        @Override
        public boolean settled() {
            return now.outcome() == Outcome.ELIGIBLE;
        }

        @Override
        public boolean isReached(Decision decision) {
            return (settled() ? decision.outcome() == Outcome.ELIGIBLE : OPEN.contains(decision.outcome()) || decision.outcome() == Outcome.ELIGIBLE)
                    && isMore(most(decision), most(now)) && grantsAnew(decision) && keepsLocked(movable, now, decision);
        }

        private static boolean isMore(BigDecimal one, BigDecimal than) {
            return one != null && (than == null || one.compareTo(than) > 0);
        }

        private boolean grantsAnew(Decision decision) {
            for (int place = 0; place < decision.findings().size(); place++) {
                Decision.Found then = decision.findings().get(place);
                if (then.verdict() != null && then.verdict().award() != null && counts(then.truth()) && !counts(now.findings().get(place).truth())) {
                    return true;
                }
            }
            return false;
        }

        private boolean counts(Truth truth) {
            return settled() ? truth == Truth.MET : truth != Truth.NOT_MET;
        }

        /** A change that brings a refusal with it must be made good first. */
        @Override
        public List<Set<Integer>> before(Decision decision, InTheWay inTheWay) {
            List<Set<Integer>> refused = inTheWay.ofOutcome(settled());
            return refused.isEmpty() ? List.of(inTheWay.ofAmount(settled())) : refused;
        }
    }
}
