package org.zhunsheng.findings;

import org.zhunsheng.facts.Known;

/** One fact a verdict looked at, how it was tested, what was required, and what came of it. */
public record Evidence(Known<?> fact, Test test, Object required, Truth truth) {

    /** The ways in which a fact is held against a requirement. */
    public enum Test {
        IS, IS_NOT, ONE_OF, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, WITHIN, ON_OR_BEFORE, AFTER, FULL_YEARS_BY, WITHIN_YEARS_OF, CONTAINS, SUPPLIED, JUDGED, NO_SUCH
    }

    /** As a record writes itself, without its formatter: lists are put in order by this, many times in a decision. */
    @Override
    public String toString() {
        return "Evidence[fact=" + fact + ", test=" + test + ", required=" + required + ", truth=" + truth + "]";
    }
}
