package org.zhunsheng.facts;

import java.time.LocalDate;

/** An objection to a result that is being publicised (异议). */
public record Objection(
        @Fact("异议收到日期") Known<LocalDate> raisedOn,
        @Fact("异议以书面提出") Known<Boolean> inWriting) {

    public enum Status { ACCEPTED, UNDER_EXAMINATION, NOT_ACCEPTED, NOT_ACCEPTED_LATE, NOT_ACCEPTED_NOT_IN_WRITING }
}
