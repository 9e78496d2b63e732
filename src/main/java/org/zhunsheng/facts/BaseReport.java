package org.zhunsheng.facts;

import java.time.LocalDate;

/** A result or a change that a base has to report (重大成果、重大事项). */
public record BaseReport(
        @Fact("报告事项") Known<Kind> kind,
        @Fact("取得成果或变更日期") Known<LocalDate> occurredOn,
        @Fact(value = "提供材料日期", none = "尚未提供") Known<LocalDate> submittedOn) {

    public enum Kind { MAJOR_AGREEMENT_SIGNED, MAJOR_EVENT_HELD, OTHER_LANDMARK_RESULT, PLAN_CHANGED, PERSON_IN_CHARGE_CHANGED,
        PARTNER_ADJUSTED_OR_EXITED, OTHER_MAJOR_MATTER }

    public enum Timeliness { ON_TIME, LATE, NOT_YET_DUE, OVERDUE }
}
