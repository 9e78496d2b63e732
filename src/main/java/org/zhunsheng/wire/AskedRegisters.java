package org.zhunsheng.wire;

import java.time.LocalDate;

/** Of which unit, and for which day, the registers are to be asked what the caller leaves out. */
public record AskedRegisters(String code, LocalDate day) {
}
