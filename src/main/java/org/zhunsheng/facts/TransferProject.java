package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One project a transfer service brought about. */
@Block("techTransfer.projects[]")
public record TransferProject(
        @Fact("项目编号") Known<String> projectId,
        @Fact("引进或走出去") Known<Flow> flow,
        @Fact(value = "促成年份", min = "1949", max = "2100") Known<Integer> facilitatedInYear,
        @Fact("已在京注册落地") Known<Boolean> registeredInBeijing,
        @Fact(value = "年营业收入", unit = "元", min = "0") Known<BigDecimal> annualRevenueYuan,
        @Fact(value = "国(境)外年营业收入", unit = "元", min = "0") Known<BigDecimal> annualRevenueAbroadYuan,
        @Fact("专家认定技术先进且市场潜力和前景较大") Known<Boolean> advancedWithLargeMarketPotential) {

    public enum Flow { INBOUND, OUTBOUND }

    /** Each project counts once, however often it is listed (A33); one without a number cannot be told apart and stands alone. */
    static List<TransferProject> distinct(List<TransferProject> listed) {
        Set<String> seen = new HashSet<>();
        return listed.stream().filter(p -> !p.projectId.isValue() || seen.add(p.projectId.value())).toList();
    }
}
