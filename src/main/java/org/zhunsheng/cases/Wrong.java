package org.zhunsheng.cases;

/**
 * An expectation that a decision does not meet.
 *
 * @param what the field of the decision, or the clause
 */
public record Wrong(String what, String expected, String got) {

    @Override
    public String toString() {
        return what + "：应为 " + expected + "，实为 " + got;
    }
}
