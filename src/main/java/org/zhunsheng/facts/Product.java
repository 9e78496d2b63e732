package org.zhunsheng.facts;

/** A new technology or product brought to market (新技术产品). */
public record Product(
        @Fact("属于关键领域补短板") Known<Boolean> fillsShortcoming,
        @Fact("填补国内或国际空白") Known<Boolean> fillsGap,
        @Fact("技术水平属国内或国际首创") Known<Boolean> technicalFirst,
        @Fact("首次应用") Known<Boolean> firstApplication,
        @Fact("属于首台(套)") Known<Boolean> firstSet) {
}
