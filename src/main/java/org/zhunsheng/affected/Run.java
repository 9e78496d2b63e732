package org.zhunsheng.affected;

import java.time.Instant;
import java.util.List;

/** How far an order got. */
public record Run(Order order, List<Step> steps, List<Stratum> strata, int parts, long decisions, long undecidable, Sums.Total total) {

    public enum State { RUNNING, CANCELLED, DONE, FAILED }

    /** @param detail null where there is nothing to say */
    public record Step(State state, Instant at, String by, String detail) {
    }

    /** @param drawn places in the record */
    public record Stratum(String question, String direction, String outcome, int population, List<Long> drawn) {
    }

    /** Places in the record that one part takes. */
    static final int WIDTH = 1_000;

    public State state() {
        return steps.get(steps.size() - 1).state();
    }

    /** Of how many parts; 0 where the sample is yet to be drawn. */
    public int partsInAll() {
        long places = order.sample() == null ? order.upTo() : drawn().size();
        return Math.toIntExact((places + WIDTH - 1) / WIDTH);
    }

    List<Long> drawn() {
        return strata.stream().flatMap(stratum -> stratum.drawn().stream()).sorted().toList();
    }
}
