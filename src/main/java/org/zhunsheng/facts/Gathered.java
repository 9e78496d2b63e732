package org.zhunsheng.facts;

/**
 * Every element of every list has been looked at by the rules on single elements. Rules that count what those handed over ask for this fact:
 * without it they would count half-way and hand over twice, and salience would hide why.
 */
public record Gathered() {
}
