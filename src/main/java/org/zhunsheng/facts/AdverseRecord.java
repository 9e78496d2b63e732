package org.zhunsheng.facts;

import java.time.LocalDate;

/** One adverse credit record of the unit; each document asks its own question of the same list. */
@Block("applicant.adverseRecords[]")
public record AdverseRecord(
        @Fact("记录日期") Known<LocalDate> recordedOn,
        @Fact("记录部门") Known<Department> department,
        @Fact("严重不良记录") Known<Boolean> serious,
        @Fact("已完成信用修复") Known<Boolean> repaired,
        @Fact("说明") Known<String> description) {

    /** Whether it counts within a window; repaired records are told from those that are not (A69-04). */
    Known<Boolean> counts(Window window, boolean ofRepaired, Readings readings) {
        return Count.both(recordedOn.map(recordedOn.name(), window::holds), repaired.map(repaired.name(), done -> done == ofRepaired),
                readings.is("A69-04", "SERIOUS_ONLY") ? serious : Known.of(recordedOn.name(), true));
    }

    /** Those a document names come first; a court is no department, and whether it is meant is for a person. */
    public enum Department { FINANCE, MARKET_REGULATION, TAX, CUSTOMS, OTHER_DEPARTMENT, COURT }
}
