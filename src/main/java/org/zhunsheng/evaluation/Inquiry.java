package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.policy.Selection;

/** A request that the ledger admits: which clauses to look at, on which day, under which readings, with which facts. */
public record Inquiry(List<Selection> selections, LocalDate asOf, Readings readings, Judgements judgements, Map<String, Object> facts) {
}
