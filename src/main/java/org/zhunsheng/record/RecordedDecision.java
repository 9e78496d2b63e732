package org.zhunsheng.record;

/**
 * A decision as the record holds it.
 *
 * @param superseded whether a judgement was passed on it, so that the decision that followed stands in its place
 */
public record RecordedDecision(String id, String caller, String question, String policy, byte[] answer, boolean superseded) {
}
