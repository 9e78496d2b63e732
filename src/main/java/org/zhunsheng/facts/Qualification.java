package org.zhunsheng.facts;

import java.time.LocalDate;

/** A centre or laboratory newly approved or brought in. */
@Block("qualifiedCentre.qualifications[]")
public record Qualification(
        @Fact("级别") Known<Level> level,
        @Fact("类别") Known<Kind> kind,
        @Fact("取得方式") Known<How> obtainedHow,
        @Fact("取得日期") Known<LocalDate> obtainedOn,
        @Fact("属于新取得") Known<Boolean> newlyObtained) {

    public enum Level { NATIONAL, BEIJING, AREA }

    public enum Kind { INNOVATION_CENTRE, KEY_LABORATORY, ENGINEERING_RESEARCH_CENTRE, TECHNOLOGY_INNOVATION_CENTRE, ST_RD_INSTITUTION, OTHER }

    public enum How { NEWLY_INTRODUCED, NEWLY_APPROVED }
}
