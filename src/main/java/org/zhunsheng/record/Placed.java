package org.zhunsheng.record;

/** A decision and its place in the record. */
public record Placed(long sequence, String id, byte[] answer) {
}
