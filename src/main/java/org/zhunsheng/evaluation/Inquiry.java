package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.policy.Selection;

/**
 * A request that the ledger admits: which clauses to look at, on which day, under which readings, with which facts. Where the guide of the
 * year bears on it, {@code guidance} says so, and what that supplied is among the facts; elsewhere it is null.
 */
public record Inquiry(List<Selection> selections, LocalDate asOf, Readings readings, Judgements judgements, Map<String, Object> facts,
                      Guidance guidance) {

    public Inquiry(List<Selection> selections, LocalDate asOf, Readings readings, Judgements judgements, Map<String, Object> facts) {
        this(selections, asOf, readings, judgements, facts, null);
    }
}
