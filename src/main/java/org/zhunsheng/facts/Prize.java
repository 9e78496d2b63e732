package org.zhunsheng.facts;

import java.time.LocalDate;

/** One prize of science and technology. */
@Block("technologyPrizes.prizes[]")
public record Prize(
        @Fact("奖项") Known<Award> prize,
        @Fact("等级") Known<Grade> grade,
        @Fact("获奖日期") Known<LocalDate> awardedOn,
        @Fact(value = "区内获奖单位数", unit = "家", min = "1", max = "1000") Known<Integer> winnersInArea,
        @Fact("获奖成果编号") Known<String> achievement) {

    public enum Award { NATIONAL_SCIENCE_AND_TECHNOLOGY_PRIZE, BEIJING_TECHNICAL_INVENTION_PRIZE, BEIJING_SCIENCE_AND_TECHNOLOGY_PROGRESS_PRIZE, OTHER }

    public enum Grade { SPECIAL, FIRST, SECOND, THIRD }
}
