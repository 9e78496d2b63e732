package org.zhunsheng.wire;

import java.time.Instant;

/** Why a step is taken, and from when it is to take effect; either may be null. */
public record StepRequest(String reason, Instant effectiveFrom) {
}
