package org.zhunsheng.wire;

import java.time.LocalDate;
import java.util.Map;

/** Which period of which document, from which day, under which readings, as written. */
public record DeadlineRequest(String kind, String policy, LocalDate start, Map<String, String> readings) {
}
