package org.zhunsheng.evaluation;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.findings.Award;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.findings.Verdict;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Compose;
import org.zhunsheng.policy.Selection;

/**
 * Composes the verdicts of leaves along the ledger, in three values and judgement. Every connective is monotone, so the best and
 * the worst that can still come are found by settling all open leaves one way; nothing is sampled.
 */
final class RollUp {

    private final Selection selection;
    private final Readings readings;
    private final Verdict[] verdicts;
    private final Truth[] found;

    /** @param verdicts by the place of the clause in the selection; null where a clause has no finding of its own */
    RollUp(Selection selection, Readings readings, Verdict[] verdicts) {
        this.selection = selection;
        this.readings = readings;
        this.verdicts = verdicts;
        this.found = new Truth[verdicts.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = verdicts[i] == null ? null : verdicts[i].truth();
        }
    }

    /** What would hold if every leaf still open came out this way. */
    Truth[] settled(Truth as) {
        return settled(as, null);
    }

    /** The same for the leaves at these places only. */
    Truth[] settled(Truth as, Set<Integer> places) {
        Truth[] supposed = found.clone();
        for (int i = 0; i < supposed.length; i++) {
            if (supposed[i] != null && !supposed[i].isSettled() && (places == null || places.contains(i))) {
                supposed[i] = as;
            }
        }
        return supposed;
    }

    Truth truth() {
        return truth(selection.root(), found);
    }

    Truth truth(Truth[] supposed) {
        return truth(selection.root(), supposed);
    }

    Truth truth(Clause clause) {
        return truth(new Compose.Of(clause.id()), found);
    }

    Truth truth(Compose compose) {
        return truth(compose, found);
    }

    private Truth truth(Compose compose, Truth[] of) {
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            Compose inner = selection.clauses().get(place).compose();
            Truth own = of[place];
            return inner == null ? own : own == null ? truth(inner, of) : own.and(truth(inner, of));
        } else if (compose instanceof Compose.All all) {
            Truth truth = Truth.MET;
            for (Compose part : all.parts()) {
                truth = truth.and(truth(part, of));
            }
            return truth;
        } else if (compose instanceof Compose.Any || compose instanceof Compose.SumOf) {
            Truth truth = Truth.NOT_MET;
            for (Compose part : compose.parts()) {
                truth = truth.or(truth(part, of));
            }
            return truth;
        } else if (compose instanceof Compose.FirstOf first) {
            for (Compose part : first.parts()) {
                Truth truth = truth(part, of);
                if (truth != Truth.NOT_MET) {
                    return truth;
                }
            }
            return Truth.NOT_MET;
        } else if (compose instanceof Compose.Except except) {
            return truth(except.exception(), of).or(truth(except.rule(), of));
        }
        return truth(chosen((Compose.Under) compose), of);
    }

    Compose chosen(Compose.Under under) {
        return under.options().entrySet().stream().filter(option -> readings.is(under.reading(), option.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(under.otherwise());
    }

    /** What is granted, and the place of the clause that grants it. */
    record Granted(int place, Award award) {

        private BigDecimal ceiling() {
            return award.ceilingYuan() == null ? BigDecimal.ZERO : award.ceilingYuan();
        }
    }

    /** What counts where the root is met, or null: one tier or category only, the best (A11), unless the text lets parts add up. */
    Granted granted(Truth[] supposed) {
        return granted(selection.root(), supposed, -1);
    }

    private Granted granted(Compose compose, Truth[] of, int within) {
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            if (verdicts[place] != null && verdicts[place].award() != null) {
                return new Granted(place, verdicts[place].award());
            }
            Compose inner = selection.clauses().get(place).compose();
            return inner == null ? null : granted(inner, of, place);
        }
        List<Compose> parts = compose instanceof Compose.Under under ? List.of(chosen(under)) : compose.parts();
        Granted best = null;
        for (Compose part : parts) {
            if (!(compose instanceof Compose.All) && truth(part, of) != Truth.MET) {
                continue;
            }
            Granted one = granted(part, of, within);
            if (compose instanceof Compose.FirstOf) {
                return one;
            }
            if (one == null && compose instanceof Compose.SumOf) {
                return null; // a part whose sum is not known leaves the whole open
            }
            if (one == null) {
                continue;
            }
            if (best != null && compose instanceof Compose.SumOf) {
                best = new Granted(within < 0 ? best.place : within, best.award.plus(one.award));
            } else if (best == null || one.ceiling().compareTo(best.ceiling()) > 0) {
                best = one;
            }
        }
        return best;
    }

    /** The clauses that made it come out so: of a refusal those not met, of an open answer those still open, of a yes those met. */
    void deciding(Truth truth, Collection<Integer> into) {
        deciding(selection.root(), truth, into);
    }

    private void deciding(Compose compose, Truth truth, Collection<Integer> into) {
        if (truth(compose, found) != truth) {
            return;
        }
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            into.add(place);
            Compose inner = selection.clauses().get(place).compose();
            if (inner != null) {
                deciding(inner, truth, into);
            }
        } else if (compose instanceof Compose.Under under) {
            deciding(chosen(under), truth, into);
        } else if (compose instanceof Compose.Except except && truth == Truth.NOT_MET) {
            deciding(except.rule(), truth, into);
        } else {
            compose.parts().forEach(part -> deciding(part, truth, into));
        }
    }

    /** Leaves that are open and can still matter: everything around them is not settled without them. */
    void open(Collection<Integer> into) {
        open(selection.root(), into);
    }

    private void open(Compose compose, Collection<Integer> into) {
        Truth truth = truth(compose, found);
        if (truth == Truth.NOT_MET || truth == Truth.MET && !addsUp(compose)) {
            return;
        }
        if (compose instanceof Compose.Of clause) {
            int place = selection.place(clause.clause());
            Compose inner = selection.clauses().get(place).compose();
            if (found[place] != null && !found[place].isSettled()) {
                into.add(place);
            }
            if (inner != null) {
                open(inner, into);
            }
        } else if (compose instanceof Compose.FirstOf first) {
            for (Compose part : first.parts()) {
                open(part, into);
                if (truth(part, found) == Truth.MET) {
                    return;
                }
            }
        } else if (compose instanceof Compose.Under under) {
            open(chosen(under), into);
        } else {
            compose.parts().forEach(part -> open(part, into));
        }
    }

    /** What is met already can still be worth more where parts add up. */
    private boolean addsUp(Compose compose) {
        if (compose instanceof Compose.Of clause) {
            Compose inner = selection.clauses().get(selection.place(clause.clause())).compose();
            return inner != null && addsUp(inner);
        }
        return compose instanceof Compose.SumOf
                || (compose instanceof Compose.Under under ? addsUp(chosen(under)) : compose.parts().stream().anyMatch(this::addsUp));
    }
}
