package org.zhunsheng.search;

/** One thing that a conclusion can be found by. What a document gives its names carries the document: 6.3.1 is a clause of several. */
record Name(Kind kind, String text) {

    enum Kind { CALLER, POLICY, QUESTION, DIRECTION, OUTCOME, RULE_BASE, CLAUSE, DECIDED_BY, DECIDED, RULE, ROW, READING, JUDGED, POINT, VALUE, FACT }

    /** A clause with its verdict: who asks for the clause alone asks for all its verdicts. */
    static Name clause(String policy, String clause, String verdict) {
        return new Name(Kind.CLAUSE, policy + "/" + clause + "=" + verdict);
    }

    static Name judged(String point, String value) {
        return new Name(Kind.JUDGED, point + "=" + value);
    }
}
