package org.zhunsheng.tables;

/** One clause a row decides: the name of its rule, the cell its figure stands in, and what is demanded. */
record Conclusion(String clause, String rule, String place, Condition condition) {
}
