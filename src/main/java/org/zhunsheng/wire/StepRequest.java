package org.zhunsheng.wire;

import java.time.Instant;

/**
 * Why a step is taken, from when it is to take effect, and how many cases whoever takes it has seen fail; each may be null.
 */
public record StepRequest(String reason, Instant effectiveFrom, Integer failingCases) {

    public static final StepRequest SILENT = new StepRequest(null, null, null);
}
