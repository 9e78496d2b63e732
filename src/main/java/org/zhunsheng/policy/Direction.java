package org.zhunsheng.policy;

/** A support direction or item: its clause, the block of facts that speaks of it, and the clause that fixes its mode of payment. */
public record Direction(String id, String clause, String block, Compose mode, String zh, String en) {
}
