package org.zhunsheng.record;

/**
 * What the record holds for a request.
 *
 * @param answer   the bytes to answer with: the first answer, where the request repeats an earlier one
 * @param repeated whether an earlier request under the same key was answered so
 */
public record Recorded(String id, String requestDigest, byte[] answer, boolean repeated) {
}
