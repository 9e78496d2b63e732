package org.zhunsheng.facts;

import java.time.LocalDate;

/** An international body with a branch in Beijing (国际机构). */
public record InternationalBody(
        @Fact("机构类别") Known<Kind> kind,
        @Fact("首次在京设立分支机构") Known<Boolean> firstBranchOfParentInBeijing,
        @Fact("在京拥有实体") Known<Boolean> entityInBeijing,
        @Fact("在京开始运营日期") Known<LocalDate> operatingSince) {

    public enum Kind { INTERNATIONAL_ST_ORGANISATION, INTERNATIONAL_RESEARCH_INSTITUTION, CROSS_BORDER_TECH_TRANSFER_SERVICE, INTERNATIONAL_JOURNAL, OTHER }
}
