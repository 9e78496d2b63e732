package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * One case before the rules: everything that belongs to it hangs from this one record, so that a rule needs one pattern.
 * Each document that brings facts of its own brings a record of its own; the blocks are shared between them by name.
 */
public interface CaseFile {

    Question question();

    String direction();

    String step();

    Readings readings();

    /** What the applicant asks for, where it says so; null where it does not. */
    default BigDecimal requestedYuan() {
        return null;
    }

    /** Elements of lists that rules look at one by one, each seen from the case. */
    default List<Object> parts() {
        return List.of();
    }
}
