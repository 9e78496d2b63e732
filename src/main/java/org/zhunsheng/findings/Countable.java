package org.zhunsheng.findings;

/** Whether one element of a list counts under a clause: what a row on single projects hands to the rules that count them. */
public record Countable(String clause, Object element, Verdict verdict) {
}
