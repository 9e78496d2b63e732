package org.zhunsheng.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Which period of which document, from which day, under which readings, as written; {@code asOf} and {@code knownAt} are null where it is now. */
public record DeadlineRequest(String kind, String policy, LocalDate start, Map<String, String> readings, LocalDate asOf, Instant knownAt) {
}
