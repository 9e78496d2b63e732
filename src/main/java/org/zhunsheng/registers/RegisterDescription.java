package org.zhunsheng.registers;

import java.util.List;

/**
 * What a register is, as its ledger says.
 *
 * @param clauses    that turn on it
 * @param maxAgeDays how many days after the last day it covers it may still be relied on
 */
public record RegisterDescription(String id, String zh, String en, Source system, List<String> clauses, int maxAgeDays, List<Answer> facts) {

    /** The system that keeps it. */
    public record Source(String zh, String en) {
    }

    /** What the register says of a fact about who is listed, and who is not; null where it says nothing. */
    public record Answer(String fact, Boolean listed, Boolean notListed) {
    }

    public RegisterDescription {
        clauses = List.copyOf(clauses);
        facts = List.copyOf(facts);
        if (!id.matches("[a-z]+(-[a-z]+)*") || maxAgeDays < 0 || facts.isEmpty() || facts.stream().anyMatch(answer -> answer.listed == null)) {
            throw new IllegalArgumentException("登记册 " + id);
        }
    }
}
