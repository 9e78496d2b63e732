package org.zhunsheng.imports;

/** A file that was handed in, and how far it got. */
record Handed(Order order, Progress progress) {
}
