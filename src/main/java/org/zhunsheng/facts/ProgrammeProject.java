package org.zhunsheng.facts;

import java.math.BigDecimal;

/** One year of one project of a programme that pays from a higher level. */
@Block("majorProgramme.projects[]")
public record ProgrammeProject(
        @Fact("项目编号") Known<String> project,
        @Fact("专项级别") Known<Level> programmeLevel,
        @Fact(value = "年度", min = "2000", max = "2100") Known<Integer> year,
        @Fact(value = "当年到账的上级资金", unit = "元", min = "0") Known<BigDecimal> higherLevelFundsYuan,
        @Fact(value = "该级批准该项目的资金总额", unit = "元", min = "0") Known<BigDecimal> approvedFundsYuan) {

    public enum Level { NATIONAL, BEIJING, DISTRICT }
}
