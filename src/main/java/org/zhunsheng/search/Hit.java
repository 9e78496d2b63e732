package org.zhunsheng.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A conclusion that was found: where it stands in the log, and what of it is told. */
record Hit(long position, int part, String id, Instant time, LocalDate day, BigDecimal amount, String subject, String caller, String policy, String question,
           String direction, String outcome, String ruleBase, List<String> decidedBy) {
}
